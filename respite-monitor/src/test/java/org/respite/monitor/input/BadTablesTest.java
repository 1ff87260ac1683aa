// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.monitor.incident.Report;

/** Files as people send them: what is understood gives the one report below, what is not is named in these words. */
class BadTablesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HEAD = "occurred_from,lat,lon,place,kind,source,note";
  private static final String LINE = "2020-03-01T10:00Z,36.25,37.15,East,air,s1,seen from the roof";
  private static final String GOOD = HEAD + "\n" + LINE + "\n";

  private static List<Report> read(byte[] bytes, Optional<ZoneId> zone, Findings findings) {
    return Table.read("r.csv", bytes, findings).map(t -> ReportReader.read(t, zone, NOW, findings)).orElse(List.of());
  }

  private static String words(byte[] bytes) {
    return words(bytes, Optional.empty());
  }

  private static String words(byte[] bytes, Optional<ZoneId> zone) {
    var findings = new Findings();
    read(bytes, zone, findings);
    return String.join(" / ", findings.list().stream().map(f -> f.text().replaceAll("\n *", "; ")).toList());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void separatorsMarksEncodingsAndDigitsGiveTheSameReport() {
    var findings = new Findings();
    Report plain = read(utf8(GOOD), Optional.empty(), findings).getFirst();
    String arabic = GOOD.replace("36.25", "٣٦٫٢٥").replace("37.15", "٣٧٫١٥").replace("2020-03-01", "٢٠٢٠-٠٣-٠١");
    String persian = GOOD.replace("36.25", "۳۶٫۲۵").replace("2020-03-01", "۲۰۲۰-۰۳-۰۱");
    for (String same : List.of(GOOD.replace(",", ";"), GOOD.replace(",", "\t"), GOOD.replace(",", "|"), GOOD.replace(",", "؛"), "\uFEFF" + GOOD, GOOD.replace("\n", "\r\n"), arabic, persian,
        GOOD.replace(",", ";").replace("36.25;37.15", "36,25;37,15"), HEAD + "\n" + LINE.replace("seen from the roof", "\"seen,\nfrom the roof\"") + "\n")) {
      assertThat(read(utf8(same), Optional.empty(), findings)).as(same).containsExactly(plain);
    }
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(read(GOOD.getBytes(wide), Optional.empty(), findings)).as(wide.name()).containsExactly(plain);
    }
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whatIsNoTableIsNamed() {
    String export = "; no table can be read from it; open it in the program it comes from, and save the table as \"CSV UTF-8\"";
    assertThat(words(new byte[0])).isEqualTo("M101  the file is empty; at r.csv: there is nothing to read; give a CSV file with a header line and one line for each day or report");
    assertThat(words(utf8(HEAD + "\n"))).isEqualTo("M101  the file has a header and no line under it; at r.csv: there is nothing to read; give one line for each day or report");
    assertThat(words(new byte[] {'P', 'K', 3, 4, 20, 0})).isEqualTo("M116  the file is a spreadsheet or an archive (zip), whatever its name says; at r.csv: no table can be read from it"
        + export.substring(export.lastIndexOf(";")));
    assertThat(words(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})).startsWith("M116  the file is no text, whatever its name says; at r.csv: no table can be read from it; open it");
    assertThat(words(GOOD.replace("East", "Alépo").getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("M103  the file is not UTF-8 text; at r.csv: names and numbers in it cannot be trusted; save it as \"CSV UTF-8\"");
  }

  @Test
  void aQuoteThatIsNeverClosedAndALineOfTenMillionCharactersAreNamedByTheirBeginning() {
    String runaway = HEAD + "\n" + LINE.replace("seen", "\"seen") + "\n" + (LINE + "\n").repeat(60);
    assertThat(words(utf8(runaway))).isEqualTo("M102  a cell of this line runs over 61 lines; at r.csv:2: those lines cannot be read; look for a quotation mark that is never closed");
    String x = "x".repeat(10_000_000);
    assertThat(words(utf8(GOOD + x + ",,,East,air,s1,\n"))).isEqualTo("M108  \"" + x.substring(0, 79) + "... (10000016 characters in all); at r.csv:3: the report has no sure place in time;"
        + " write times as 2016-10-19T08:00+03:00");
  }

  @Test
  void columnsThatAreMissingOrTwiceThereAreNamed() {
    assertThat(words(utf8(GOOD.replace("source", "reporter")))).isEqualTo("M120  there is no column \"source\"; at r.csv:1: copies and floods cannot be told from independent reports;"
        + " add it; a code for each source is enough");
    assertThat(words(utf8(GOOD.replace("note", "Source")))).isEqualTo("M216  there is more than one column \"Source\"; at r.csv:1: the first is read, the others are not; give each column its own name");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "2020-03-01T10:00Z,36.25,37.15,East,air,s1,a|occurred_to,2020-03-01T08:00Z|M122  it ended before it began; at r.csv:2: the report has no sure place in time; exchange occurred_from and occurred_to, or correct one",
    "2020-03-01T10:00Z,NaN,37.15,East,air,s1,a|x,|M125  \"NaN\" in \"lat\" is not a number; at r.csv:2: the line cannot be read; write it as 36.2021",
    "2020-03-01T10:00Z,37.15,361,East,air,s1,a|x,|M124  the point 37.15, 361.0 is not on Earth; at r.csv:2: the report has no sure place; lat lies in [-90, 90], lon in [-180, 180]; look whether they are exchanged"})
  void faultsOfOneLine(String line, String more, String expected) {
    String[] extra = more.split(",", 2);
    assertThat(words(utf8(HEAD + "," + extra[0] + "\n" + line + "," + extra[1] + "\n"))).isEqualTo(expected);
  }

  /** Kyiv, 27 March 2022: 03:00 became 04:00. Damascus, 28 October 2016: midnight became 23:00 of the 27th. */
  @Test
  void aLocalTimeThatWasOnNoClockOrTwiceIsNamed() {
    String offset = "write the time with its offset, such as 2016-10-19T08:00+03:00";
    assertThat(words(utf8(GOOD.replace("2020-03-01T10:00Z", "2022-03-27T03:30")), Optional.of(ZoneId.of("Europe/Kyiv")))).isEqualTo("M235  \"2022-03-27T03:30\" was on no clock in Europe/Kyiv:"
        + " clocks went forward over it; at r.csv:2: it is read as if they had not yet; " + offset);
    assertThat(words(utf8(GOOD.replace("2020-03-01T10:00Z", "2016-10-27T23:30")), Optional.of(ZoneId.of("Asia/Damascus")))).isEqualTo("M235  \"2016-10-27T23:30\" was on the clocks in Asia/Damascus"
        + " twice: they went back over it; at r.csv:2: the first of the two is taken; " + offset);
    assertThat(words(utf8(GOOD.replace("2020-03-01T10:00Z", "2016-10-27T23:30+02:00")), Optional.of(ZoneId.of("Asia/Damascus")))).isEmpty();
  }

  @Test
  void aWatchThatEndsBeforeItBeginsIsNamed() {
    var findings = new Findings();
    Table watches = Table.read("o.csv", utf8("observer,place,from,to\npost,,2020-03-02T00:00Z,2020-03-01T00:00Z\n"), findings).orElseThrow();
    assertThat(ReportReader.observers(watches, Optional.empty(), findings)).isEmpty();
    assertThat(findings.list()).extracting(Finding::text).containsExactly("M122  it ended before it began\n      at o.csv:2: nobody's watch can be read\n      exchange from and to, or correct one");
  }
}
