// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.PauseSheet;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.HowKnown;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Passage;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Findings;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FirePageTest {
  private static final Instant PAUSE = Instant.parse("2016-10-20T05:00:00Z");
  private static final Instant START = PAUSE.minusSeconds(6 * 86_400);
  private static final Instant NOW = PAUSE.plusSeconds(12 * 3600);

  /** A shell an hour on the Old Town until the pause, which a post watches; one report from the hills, which nobody watches. */
  private static CaseWatch watch() {
    return watch(START);
  }

  /** The same from a later hour on. */
  private static CaseWatch watch(Instant start) {
    List<Report> reports = new ArrayList<>();
    for (Instant t = start; t.isBefore(PAUSE); t = t.plusSeconds(3600)) reports.add(shell(reports.size(), t, "Old Town"));
    reports.add(shell(reports.size(), PAUSE.plusSeconds(7200), "the hills"));
    var ways = List.of(new Way("North Road", List.of(new Way.Point(36.1, 37.1), new Way.Point(36.12, 37.1)), 500));
    var ground = new ReportWatch.Ground(List.of(new Observer("post", "Old Town", start, NOW)), List.of("Old Town", "New Town"), ways);
    var pause = new ReportWatch.Announced(Optional.of(PAUSE.minusSeconds(86_400)), Optional.of(PAUSE), Optional.empty());
    var request = new ReportWatch.Request(pause, Optional.of(NOW), ground, Town.assessment().theCase().theatre().zone(), SwitchSettings.hourly());
    var passages = List.of(new Passage("North Road", PAUSE, java.util.OptionalInt.of(900), java.util.OptionalInt.empty()));
    var sheet = new PauseSheet(Optional.empty(), 8, Alert.of(reports, List.of(new Alert.Watched(ways.getFirst(), PAUSE, NOW))), passages, Optional.empty());
    return new CaseWatch(request, ReportWatch.watch(reports, request, new Findings()), sheet, reports);
  }

  private static Report shell(int line, Instant at, String place) {
    var where = new Report.Where(place, OptionalDouble.of(36.1), OptionalDouble.of(37.1), OptionalDouble.of(400));
    return new Report(line, new Report.When(at, at, at), at.plusSeconds(600), where, new Report.Origin("post", "", HowKnown.SEEN), "shelling",
        new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID);
  }

  private static Document page() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(HtmlReport.of(Town.assessment(), Optional.of(watch())))));
  }

  /** 96 hours of three rows: the Old Town watched throughout, the hills and the road by nobody. */
  @Test
  void theStripShowsThreeStatesAndGreyIsGrey() throws Exception {
    String page = HtmlReport.of(Town.assessment(), Optional.of(watch()));
    assertThat(page).contains("Hours of all places and corridors shown: 12 quiet, 84 with fire, 192 not observed.").contains("1 more district: not observed in any of these hours");
    assertThat(page).contains("class=\"told\"").contains("→ North Road");
    assertThat(page().getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void theSectionSaysHowSureAndWhatItIsMeasuredAgainst() throws Exception {
    String text = text(page());
    assertThat(text).contains("Has the fire stopped?").contains("as known at Thu 20 Oct 20:00").contains("Run-up, from the announcement (Wed 19 Oct 08:00) to the start (Thu 20 Oct 08:00): 24 incidents in 24 watched hours, 24.0 a day against 24.0 before.")
        .contains("North Road, Thu 20 Oct 08:00 to Thu 20 Oct 09:00: not observed (the best plan has 900; nobody counted by the hour)")
        .contains("Three columns that are never added up.").contains("at least 0 m away as far as the place is known; told by post");
  }

  @Test
  void everyDrawingOfItSaysWhatItShows() throws Exception {
    NodeList drawings = page().getElementsByTagName("svg");
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < drawings.getLength(); i++) {
      var svg = (org.w3c.dom.Element) drawings.item(i);
      if (svg.getAttribute("role").equals("img")) titles.add(svg.getElementsByTagName("title").item(0).getTextContent());
    }
    assertThat(titles).contains("Quiet, fire or not observed, hour by hour", "Chance of a pause, hour by hour", "Reported fire in Twotown");
  }

  @Test
  void theAnswerForProgramsKeepsToThePublishedSchema() throws Exception {
    String json = JsonReport.of(Town.assessment(), Optional.of(watch()));
    assertThat(JsonReportTest.schema("assessment-1").validate(json, InputFormat.JSON)).isEmpty();
    assertThat(JsonReportTest.schema("assessment-1").validate(json.replaceFirst("\"not observed\"", "\"calm\""), InputFormat.JSON)).isNotEmpty();
  }

  /** Three hours are nothing to compare with: what was believed before any report must not look like a finding. */
  @Test
  void whereNothingCanBeWeighedNoChanceOfAPauseIsShown() throws Exception {
    Optional<CaseWatch> watch = Optional.of(watch(PAUSE.minusSeconds(3 * 3600)));
    String page = HtmlReport.of(Town.assessment(), watch);
    assertThat(page).contains("no chance of a pause can be given", "is only what is believed without, no finding")
        .doesNotContain("Chance of a pause, hour by hour");
    assertThat(JsonReport.of(Town.assessment(), watch)).containsPattern("\"p_paused_is_prior\" ?: ?true");
  }

  @Test
  void withoutAReportNothingIsObservedAndNothingIsQuiet() throws Exception {
    CaseWatch full = watch();
    var none = new CaseWatch(full.request(), Optional.empty(), full.sheet(), List.of());
    assertThat(HtmlReport.of(Town.assessment(), Optional.of(none))).contains("nothing is observed by the hour, which is not quiet").doesNotContain("id=\"hour-strip");
    assertThat(JsonReportTest.schema("assessment-1").validate(JsonReport.of(Town.assessment(), Optional.of(none)), InputFormat.JSON)).isEmpty();
  }

  private static String text(Document page) {
    return page.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
  }
}
