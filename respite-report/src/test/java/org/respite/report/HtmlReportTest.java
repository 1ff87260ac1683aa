// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  @Test
  void theTownReadsAsKept() {
    Golden.matches("report.html", HtmlReport.of(Town.assessment()));
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingFromOutside() throws Exception {
    Document page = parse(HtmlReport.of(Town.assessment()));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("link").getLength()).isZero();
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(page.getElementsByTagName("style").item(0).getTextContent()).doesNotContain("@import").doesNotContain("url(http").doesNotContain("@font-face");
  }

  @Test
  void everyIdIsUniqueAndEveryInnerLinkLeadsSomewhere() throws Exception {
    List<Element> all = elements(parse(HtmlReport.of(Town.assessment())));
    List<String> ids = all.stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> known = new HashSet<>(ids);
    assertThat(all.stream().map(e -> e.getAttribute("href")).filter(h -> h.startsWith("#"))).isNotEmpty().allSatisfy(h -> assertThat(known).contains(h.substring(1)));
  }

  @Test
  void everyHeadlineFigureLinksToWhereItComesFrom() throws Exception {
    Element box = byId(parse(HtmlReport.of(Town.assessment())), "answer");
    NodeList figures = box.getElementsByTagName("dt");
    assertThat(figures.getLength()).isEqualTo(5);
    for (int i = 0; i < figures.getLength(); i++) {
      Element group = (Element) figures.item(i).getParentNode();
      assertThat(group.getElementsByTagName("a").getLength()).as(group.getTextContent()).isEqualTo(1);
    }
  }

  @Test
  void everyDrawingSaysWhatItShowsAndEveryTableHasHeads() throws Exception {
    for (Element e : elements(parse(HtmlReport.of(Town.assessment())))) {
      if (e.getTagName().equals("svg") && e.getAttribute("role").equals("img")) {
        assertThat(e.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(e.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
      }
      if (e.getTagName().equals("th") && e.getTextContent().isBlank()) throw new AssertionError("a table head without words");
      if (e.getTagName().equals("th")) assertThat(e.getAttribute("scope")).isIn("col", "row");
    }
  }

  @Test
  void whatNobodyStatedIsNeverShownAsZeroOrYes() throws Exception {
    Document page = parse(HtmlReport.of(Town.assessment()));
    assertThat(byId(page, "answer").getTextContent()).containsPattern("Would leave\\s*not stated");
    assertThat(byId(page, "people").getTextContent()).contains("no figure given").contains("Not stated");
    assertThat(HtmlReport.of(Town.assessment())).contains("Nobody stated the willing share: any point of this curve may be the true one.");
  }

  @Test
  void arabicNamesAreMarkedAsSuch() throws Exception {
    List<Element> arabic = elements(parse(HtmlReport.of(Town.assessment()))).stream().filter(e -> e.getTagName().equals("bdi")).toList();
    assertThat(arabic).extracting(Element::getTextContent).contains("المدينة", "طريق الشمال", "البلدة القديمة");
    assertThat(arabic).allSatisfy(e -> assertThat(e.getAttribute("lang") + e.getAttribute("dir")).isEqualTo("arrtl"));
  }

  @Test
  void hostileTextIsShownAndNeverObeyed(@TempDir Path scratch) throws Exception {
    String hostile = "</style></script><script>alert(1)</script> \\\" onload='x' & \\u202Egnp\\u0007";
    Document page = parse(HtmlReport.of(Town.assessment(scratch, "title: Two districts, a made-up town", "title: \"" + hostile + "\"")));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("</style></script><script>alert(1)</script> \" onload='x' & [U+202E]gnp[U+0007]");
  }

  @Test
  void hostileNamesInDrawingsAreShownAndNeverObeyed(@TempDir Path scratch) throws Exception {
    String page = HtmlReport.of(Town.assessment(scratch, "{en: North Road", "{en: '\"><script>alert(1)</script>'"));
    assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void anAddressThatIsNoWebPageIsNoLink(@TempDir Path scratch) throws Exception {
    String page = HtmlReport.of(Town.assessment(scratch, "https://example.org/radio?a=1&b=2", "javascript:alert(1)"));
    assertThat(elements(parse(page)).stream().map(e -> e.getAttribute("href"))).noneMatch(h -> h.contains("javascript"));
    assertThat(page).contains("javascript:alert(1)");
  }

  @Test
  void theSameAssessmentGivesTheSameBytes() {
    assertThat(HtmlReport.of(Town.assessment())).isEqualTo(HtmlReport.of(Town.assessment()));
  }

  private static Document parse(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document page) {
    NodeList all = page.getElementsByTagName("*");
    return new ArrayList<>(IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList());
  }

  private static Element byId(Document page, String id) {
    return elements(page).stream().filter(e -> e.getAttribute("id").equals(id)).findFirst().orElseThrow();
  }
}
