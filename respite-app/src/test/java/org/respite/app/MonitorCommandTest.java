// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorCommandTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private static Said run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Respite.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Said(code, out.toString(), err.toString());
  }

  private Path series(int quietDays) throws IOException {
    var csv = new StringBuilder("day,incidents\n");
    for (int d = 0; d < 34; d++) csv.append(LocalDate.of(2020, 3, 1).plusDays(d)).append(',').append(d >= 34 - quietDays ? 0 : 2 + d % 5).append('\n');
    return Files.writeString(folder.resolve("s.csv"), csv);
  }

  @Test
  void aHeldPauseEndsWithZeroAndABrokenOneWithOne() throws IOException {
    assertThat(run("monitor", series(4).toString(), "--announced", "2020-03-31").code()).isZero();
    assertThat(run("monitor", series(0).toString(), "--announced", "2020-03-31").code()).isEqualTo(1);
  }

  @Test
  void jsonHoldsWhatIsPromisedAndNothingElseGoesToStdout() throws IOException {
    Said said = run("monitor", series(4).toString(), "--announced", "2020-03-31", "--json");
    assertThat(said.out()).startsWith("{").endsWith("}\n")
        .contains("\"verdict\" : \"paused\"", "\"start\" : \"2020-03-31\"", "\"quiet_hours_needed\" : 0", "\"days\" : [", "\"p_paused\" : 0.99");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void theDayOfAnAnnouncementIsUnderstoodHoweverItIsWrittenUnlessItCouldBeTwo() throws IOException {
    String file = series(4).toString();
    for (String day : new String[] {"31 March 2020", "31.03.2020", "March 31st, 2020", "3/31/2020", "20200331", "\u0662\u0660\u0662\u0660-\u0660\u0663-\u0663\u0661"}) {
      assertThat(run("monitor", file, "--announced", day, "--json").out()).as(day).contains("\"announced\" : \"2020-03-31\"");
    }
    Said two = run("monitor", file, "--announced", "03/04/2020");
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.err()).contains("M114  \"03/04/2020\" can be read day first or month first\n      at --announced: no answer can be given\n      write it as 2016-10-19");
    assertThat(run("monitor", file, "--announced", "03/04/2020", "--dates", "dmy", "--json").out()).contains("\"announced\" : \"2020-04-03\"");
  }

  @Test
  void whatIsNotThereIsSaidWithoutAStackTrace() {
    Said said = run("monitor", folder.resolve("none.csv").toString(), "--prior", "2", "--json");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("a chance lies between 0 and 1, got 2.0", "there is no such file").doesNotContain("Exception");
    assertThat(said.out()).contains("\"M113\"", "\"M114\"");
  }

  @Test
  void reportsTakeObserversPlacesAlertsPassagesAndPastPauses() throws IOException {
    var csv = new StringBuilder("occurred_from,place,kind,source,how_known\n");
    for (int h = 0; h < 24 * 15; h++) {
      var at = java.time.Instant.parse("2020-03-01T00:00:00Z").plusSeconds(3600L * h + 600);
      for (int i = 0; i < (h >= 344 ? 0 : 1 + h % 3); i++) csv.append(at.plusSeconds(900L * i)).append(",Sukari,air,s").append(i).append(",seen\n");
    }
    csv.append("2020-03-15T10:00Z,السكري,air,s1,seen\n");
    Path reports = Files.writeString(folder.resolve("r.csv"), csv);
    Path observers = Files.writeString(folder.resolve("o.csv"), "observer,place,from,to\npost,,2020-03-01T00:00Z,2020-03-17T00:00Z\n");
    Path places = Files.writeString(folder.resolve("p.csv"), "place,lat,lon,radius_m,spellings\nAl-Sukkari,36.175,37.15,600,السكري|Sukari\n");
    Path notified = Files.writeString(folder.resolve("n.csv"), "name,lat,lon,near_m,from,to\nclinic,36.176,37.15,500,2020-03-15T00:00Z,2020-03-16T00:00Z\n");
    Path passages = Files.writeString(folder.resolve("q.csv"), "corridor,hour,planned,passed\nnorth,2020-03-15T09:00Z,300,\n");
    Path pauses = Files.writeString(folder.resolve("h.csv"), "hours,broken\n8,no\n3,yes\n72,no\n");
    Said said = run("monitor", reports.toString(), "--observers", observers.toString(), "--places", places.toString(), "--notified",
        notified.toString(), "--passages", passages.toString(), "--pauses", pauses.toString(), "--announced", "2020-03-15T08:00Z",
        "--as-of", "2020-03-16T08:00Z");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("PAUSED").contains("ALERT  clinic: air at 2020-03-15T10:00Z, 0 m away or more, says s1",
        "2020-03-15T09:00Z  north: not observed (planned 300, passed not counted)", "from 3 past pauses of h.csv: fewer than 30");
  }

  /** Nobody is known to have watched Aleppo by the hour; by the day, as coded later, the fire of one side had paused for three days. */
  @Test
  void aCaseFolderIsJudgedByTheHourAndByTheDayAndGreyStaysGrey() {
    Path aleppo = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");
    Said said = run("monitor", aleppo.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).startsWith("CANNOT SAY        –  all fire (only 0 hours to compare with; 72 are needed)\nas known at 2016-10-23T07:00+03:00\n"
            + "no chance of a pause is given: there is nothing to weigh; 0.50 is only what is believed without (--prior)\n")
        .contains("run-up, 2016-10-17T00:00+03:00 to 2016-10-18T10:00+03:00: not observed", "▒", "54 more places: not observed", "corridor Bustan al-Qasr")
        .contains("2016-10-19     0  |=================   |  0.87  cannot say", "2016-10-20     0  |====================|  0.98  paused",
            "2016-10-21     1  |=================== |  0.96  paused")
        .containsPattern("2016-10-22     3  \\|[= ]{20}\\|  0\\.5[4-9]  cannot say");
    assertThat(said.out().lines().filter(l -> l.contains("░")).allMatch(l -> !l.contains("·") && !l.contains("█") || l.startsWith("hours from"))).isTrue();
    Said json = run("monitor", aleppo.toString(), "--json", "--as-of", "2016-10-20T10:00+03:00");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.out()).contains("\"verdict\" : \"cannot say\"", "\"why\" : \"no report had been received", "\"by_day\"", "\"quiet_hours_needed\" : null");
  }

  /** Two groups and two counters in one hour of Bustan al-Qasr: 120 + 30 by one, 140 by the other; a count of the day says nothing of an hour. */
  @Test
  void countsOfACaseByTheHourStandBesideThePlanAndAreNeverAddedOverCounters() throws IOException {
    Path aleppo = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");
    Path copy = Files.createDirectory(folder.resolve("case"));
    try (var all = Files.list(aleppo)) {
      for (Path file : all.toList()) Files.copy(file, copy.resolve(file.getFileName()));
    }
    String hour = "2016-10-20T09:00+03:00,2016-10-20T10:00+03:00,bustan-al-qasr,";
    Files.writeString(copy.resolve("counts.csv"), Files.readString(copy.resolve("counts.csv")) + hour + "families,120,120,people,SARC,sana-copy,\n" + hour
        + "wounded,30,35,people,SARC,sana-copy,\n" + hour + ",140,150,people,SOHR,tgcom,\n");
    Said said = run("monitor", copy.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("2016-10-20T09:00+03:00  Bustan al-Qasr: used (planned not stated, passed 140)");
  }

  @Test
  void whatACaseSaysItselfIsNotAskedForAgainAndABrokenCaseIsListed() throws IOException {
    Path aleppo = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");
    Said said = run("monitor", aleppo.toString(), "--announced", "2016-10-20", "--option", "anounced");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("a case says itself when its pause begins (--option chooses which), got \"2016-10-20\"");
    assertThat(run("monitor", aleppo.toString(), "--option", "anounced").err()).contains("the case has no such option; it has announced, extended");
    Files.writeString(folder.resolve("case.yaml"), "format: respite-case/1\nidd: x\n");
    Said broken = run("monitor", folder.toString(), "--json");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.out()).contains("\"code\" : \"unknown-key\"", "\"place\" : \"case.yaml:2\"");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("monitor", empty.toString()).err()).contains("case.yaml", "the file is not there").doesNotContain("Exception");
  }

  /** Killings on four lists, Kosovo 1999: the published model is one among many on the page, after what is documented. */
  @Test
  void overlappingListsGiveWhatIsDocumentedFirstAndEveryModelAfterIt() throws IOException {
    Path lists = Files.writeString(folder.resolve("l.csv"), """
        EXH,ABA,OSCE,HRW,count
        1,0,0,0,1131
        0,1,0,0,845
        1,1,0,0,177
        0,0,1,0,936
        1,0,1,0,228
        0,1,1,0,217
        1,1,1,0,181
        0,0,0,1,306
        1,0,0,1,106
        0,1,0,1,31
        1,1,0,1,18
        0,0,1,1,123
        1,0,1,1,42
        0,1,1,1,32
        1,1,1,1,27
        """);
    Said said = run("monitor", lists.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("documented: 4,400 different people on 4 lists\nlower bound: at least 8,591 (Chao)\n")
        .contains("113 log-linear models", "10,356.5 (s.e. 785.9)", "Say \"at least\"");
    assertThat(run("monitor", lists.toString(), "--json").out()).contains("\"documented\" : 4400", "\"lower_bound\" : 8590.8197", "\"total\" : 10356.5", "\"latent_classes\"", "Say \\\"at least\\\"");
    Path two = Files.writeString(folder.resolve("two.csv"), "a,b,count\n1,0,50\n0,1,40\n1,1,20\n");
    assertThat(run("monitor", two.toString(), "--json").out()).contains("\"estimates\" : null");
    assertThat(run("monitor", two.toString()).out()).endsWith("no estimate: it takes three lists or more\n");
  }
}
