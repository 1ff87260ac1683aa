// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.model.finding.Finding;

/** Each test breaks the bundled case in one place and reads what the reader says of it. */
class CaseFolderTest {
  private static final Path BUNDLED = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");

  @TempDir Path folder;

  @BeforeEach
  void copyTheBundledCase() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLED)) {
      for (Path f : files.toList()) Files.copy(f, folder.resolve(f.getFileName()));
    }
  }

  @Test
  void theBundledCaseHasNoFindings() {
    CaseFolder.Result result = CaseFolder.read(BUNDLED);
    assertThat(result.findings()).isEmpty();
    assertThat(result.read().orElseThrow().geography().corridors()).hasSize(8);
  }

  @ParameterizedTest(name = "{2}: {0} -> {1}")
  @CsvSource(delimiter = '|', textBlock = """
      country: SY | contry: SY | unknown-key | `place` has no key `contry`. Did you mean `country`?
      zone: Asia/Damascus | zone: Asia/Damacus | unknown-zone | `zone: Asia/Damacus`. Did you mean `Asia/Damascus`?
      from: 2016-10-20T08:00+03:00 | from: 2016-10-20T08:00 | time-without-zone | `2016-10-20T08:00` has no offset
      from: 2016-10-20T08:00+03:00 | from: 2016-10-20T08:00+02:00 | offset-not-of-zone | `2016-10-20T08:00+02:00` is written with +02:00, but Asia/Damascus was at +03:00 then
      to: 2016-10-20T16:00+03:00 | to: 2016-10-20T06:00+03:00 | window-ends-before-it-begins | window `w-8h` runs from 2016-10-20T08:00+03:00 to 2016-10-20T06:00+03:00
      format: respite-case/1 | format: respite-case/9 | unknown-format | `format: respite-case/9`
      """)
  void oneSlipIsOneFindingWithItsRemedy(String before, String after, String code, String what) throws IOException {
    edit("case.yaml", before, after);
    Finding finding = find(code);
    assertThat(finding.what()).isEqualTo(what);
    assertThat(finding.at().line()).isEqualTo(lineOf("case.yaml", after));
    assertThat(finding.remedy()).isNotBlank();
  }

  @ParameterizedTest(name = "low: {0}")
  @CsvSource({"NaN,not-a-number", "-5,not-a-number", "Infinity,not-a-number", "1e12,range-upside-down", "ten,not-a-number"})
  void aNumberThatIsNoneIsSaid(String written, String code) throws IOException {
    edit("case.yaml", "low: 110000", "low: " + written);
    assertThat(find(code).at().line()).isPositive();
  }

  @Test
  void aMillionMillionPeopleAreASlipOfThePen() throws IOException {
    edit("case.yaml", "      high: 300000", "      high: 1000000000000");
    assertThat(find("too-large").what()).isEqualTo("`people.inside.used` goes up to 1000000000000 people");
  }

  @Test
  void aNumberWithoutUnitAndBasisIsNaked() throws IOException {
    String yaml = read("case.yaml").replaceFirst("takes: not stated", "takes: 5000");
    Files.writeString(folder.resolve("case.yaml"), yaml);
    assertThat(find("naked-number").what()).isEqualTo("`takes: 5000` has no unit and nobody who says so");
  }

  @Test
  void swappedCoordinatesAreNamedAsSuch() throws IOException {
    String json = read("places.geojson");
    String swapped = json.replaceFirst("\\[\\s*(37\\.\\d+),\\s*(36\\.\\d+)\\s*\\]", "[$2, $1]");
    assertThat(swapped).isNotEqualTo(json);
    Files.writeString(folder.resolve("places.geojson"), swapped);
    assertThat(find("swapped-coordinates").effect()).isEqualTo("latitude and longitude are swapped");
  }

  @Test
  void aWindowAcrossTheChangeOfClocksIsAWarningWithTheRealLength() throws IOException {
    edit("case.yaml", "to: 2016-10-20T16:00+03:00", "to: 2016-10-28T16:00+02:00");
    Finding finding = find("clocks-change");
    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
    assertThat(finding.effect()).isEqualTo("it lasts 201 h, an hour more than the two clock faces say");
  }

  @Test
  void districtsThatHoldOtherPeopleThanTheCaseAreAnError() throws IOException {
    edit("case.yaml", "      mid: 250000", "      mid: 112000");
    edit("case.yaml", "      high: 300000", "      high: 120000");
    assertThat(find("population-disagrees").what()).isEqualTo("the districts hold 250,000 people, `people.inside.used` says 110,000 to 120,000");
  }

  @Test
  void aCorridorThatLeadsBackInsideIsNoWayOut() throws IOException {
    edit("case.yaml", "from: gate-bustan-al-qasr, to: west-aleppo", "from: gate-bustan-al-qasr, to: hanano");
    Finding finding = find("corridor-leads-back-inside");
    assertThat(finding.what()).isEqualTo("corridor `bustan-al-qasr` ends in district `hanano`");
    assertThat(finding.effect()).isEqualTo("people would walk in a circle and be counted as out");
  }

  @Test
  void anAliasIsRefusedBeforeItExpands() throws IOException {
    Files.writeString(folder.resolve("case.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    assertThat(codes()).containsExactly("yaml-alias");
  }

  @Test
  void truncatedTextNamesTheLineWhereItBreaks() throws IOException {
    String yaml = read("case.yaml");
    Files.writeString(folder.resolve("case.yaml"), yaml.substring(0, yaml.indexOf("en:", 2_000) + 1).replaceFirst("format:", "format: \""));
    assertThat(codes()).containsExactly("not-yaml");
  }

  @Test
  void tenMegabytesOfOneLineAreRefused() throws IOException {
    Files.writeString(folder.resolve("case.yaml"), "x".repeat(10 << 20));
    assertThat(codes()).containsExactly("line-too-long");
  }

  @Test
  void anEmptyFolderSaysWhatIsMissing(@TempDir Path empty) {
    assertThat(CaseFolder.read(empty).findings()).singleElement().extracting(Finding::code).isEqualTo("no-file");
    assertThat(CaseFolder.read(empty.resolve("nowhere")).findings()).singleElement().extracting(Finding::code).isEqualTo("no-folder");
  }

  @Test
  void severalSlipsAreAllFoundAtOnce() throws IOException {
    edit("case.yaml", "country: SY", "contry: SY");
    edit("case.yaml", "from: 2016-10-20T08:00+03:00", "from: 2016-10-20T08:00");
    edit("case.yaml", "format: respite-case/1", "format: 7");
    assertThat(codes()).contains("unknown-key", "missing-key", "time-without-zone", "unknown-format");
  }

  private Finding find(String code) {
    List<Finding> findings = CaseFolder.read(folder).findings();
    return findings.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow(() -> new AssertionError("no " + code + " in " + findings));
  }

  private List<String> codes() {
    return CaseFolder.read(folder).findings().stream().map(Finding::code).toList();
  }

  private void edit(String file, String before, String after) throws IOException {
    String text = read(file);
    assertThat(text).contains(before);
    int at = text.indexOf(before);
    Files.writeString(folder.resolve(file), text.substring(0, at) + after + text.substring(at + before.length()));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private int lineOf(String file, String text) throws IOException {
    String all = read(file);
    return (int) all.substring(0, all.indexOf(text)).chars().filter(c -> c == '\n').count() + 1;
  }
}
