// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.respite.reading.Finding;
import org.respite.reading.LanguageFolder;

/** What comes in at night: every form of it read, or refused in one clear line. */
class SourceTextTest {
  private static final String ENGLISH = "The mayor said that the road to the bridge was open and that the buses had left for the north in the morning.";
  private static final String ARABIC = "قال رئيس البلدية إن الطريق إلى الجسر مفتوح وإن الحافلات غادرت إلى الشمال في الصباح وإن الهدنة مستمرة";

  private static SourceText of(byte[] bytes) {
    return SourceText.of(bytes, "a.txt");
  }

  private static String only(SourceText source) {
    assertThat(source.findings()).hasSize(1);
    return source.findings().getFirst().line();
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(only(of(new byte[0]))).isEqualTo("error: a.txt: the file is empty. there is nothing to read. Check that it was saved.");
  }

  @Test
  void fiftyMegabytesAreRefusedWithoutBeingDecoded() {
    assertThat(only(of(new byte[50 << 20]))).isEqualTo("error: a.txt: the file has 50 MiB; an article has at most 8. nothing is read. Give one article at a time.");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = new byte[4_000];
    new java.util.Random(3).nextBytes(bytes);
    assertThat(only(of(bytes))).isEqualTo("error: a.txt: this is not text. nothing is read. Give plain text, HTML or a PDF with text.");
    assertThat(of(bytes).isReadable()).isFalse();
  }

  @Test
  void utf16IsReadWithAndWithoutItsMark() {
    assertThat(of(ENGLISH.getBytes(StandardCharsets.UTF_16)).text()).isEqualTo(ENGLISH);
    assertThat(of(ENGLISH.getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(ENGLISH);
    assertThat(of(ENGLISH.getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo(ENGLISH);
  }

  @Test
  void theMarkOfUtf8IsNoPartOfTheText() {
    assertThat(of(("\uFEFF" + ENGLISH).getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(ENGLISH);
  }

  @Test
  void windows1256IsRecognisedAndArabicProposesNothing() {
    SourceText source = of(ARABIC.getBytes(Charset.forName("windows-1256")));
    assertThat(source.text()).isEqualTo(ARABIC);
    assertThat(source.findings()).extracting(Finding::line).containsExactly("note: a.txt: the bytes are not UTF-8. they are read as windows-1256. Check the marks and names, or save the file as UTF-8.",
        "error: a.txt: the text is in Arabic script. nothing is proposed: its folder of words is prepared, but no register of it exists, and only English has been measured. Translate it first and keep the original beside it.");
    assertThat(source.isReadable()).isFalse();
  }

  @Test
  void arabicAndRussianHaveFoldersAndNoClaim() {
    for (String language : List.of("ar", "ru")) {
      LanguageFolder folder = LanguageFolder.of(language);
      assertThat(folder.lines("words.txt")).anySatisfy(line -> assertThat(line.substring("weekdays:".length()).trim().split(" ")).hasSize(7));
      assertThat(folder.lines("cues.txt")).isNotEmpty();
    }
    String russian = "Мэр сказал, что дорога к мосту открыта и что автобусы утром ушли на север.";
    assertThat(only(of(russian.getBytes(StandardCharsets.UTF_8)))).isEqualTo("error: a.txt: the text is in Cyrillic script. nothing is proposed: its folder of words is prepared, but no register of it exists,"
        + " and only English has been measured. Translate it first and keep the original beside it.");
  }

  /** A right-to-left name in an English text, with the marks that turn the direction. */
  @Test
  void rightToLeftWordsInsideAnEnglishTextAreKept() {
    String text = ENGLISH + " The district, \u200Fالشعار\u200E, was quiet.";
    assertThat(of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    assertThat(of(text.getBytes(StandardCharsets.UTF_8)).isReadable()).isTrue();
  }

  @Test
  void utf16WithoutItsMarkSaysThatItIsAGuess() {
    assertThat(only(of(ENGLISH.getBytes(StandardCharsets.UTF_16LE)))).isEqualTo("note: a.txt: the bytes are not UTF-8. they are read as UTF-16LE. Check the marks and names, or save the file as UTF-8.");
  }

  @Test
  void windows1252QuotationMarksAreReadAsWhatTheyAre() {
    String text = ENGLISH + " “Enough,” she said.";
    assertThat(of(text.getBytes(Charset.forName("windows-1252"))).text()).isEqualTo(text);
  }

  @Test
  void anotherLanguageSaysSoAndProposesNothing() {
    String german = "Der Bürgermeister sagte, die Straße zur Brücke sei offen und die Busse seien am Morgen nach Norden abgefahren.";
    assertThat(only(of(german.getBytes(StandardCharsets.UTF_8)))).isEqualTo("error: a.txt: the text is no language we can name, and not English. nothing is proposed: only English has been measured."
        + " Translate it first and keep the original beside it.");
  }

  @Test
  void scriptsMenusAndNestedTablesOfAPageAreNotTheArticle() {
    String html = "<html><head><meta property=\"article:published_time\" content=\"2016-10-19T08:00:00Z\"><script>var a = 'said';</script></head><body><nav><p>Home</p></nav>"
        + "<article><h1>Bridge &amp; road</h1><p>" + ENGLISH + "</p><table><tr><td><table><tr><td>“We stay,” she said.</td></tr></table></td></tr></table></article>"
        + "<footer><p>Copyright</p></footer></body></html>";
    SourceText source = of(html.getBytes(StandardCharsets.UTF_8));
    assertThat(source.text()).isEqualTo("Bridge & road\n\n" + ENGLISH + "\n\n“We stay,” she said.");
    assertThat(source.published().orElseThrow().date()).contains(LocalDate.of(2016, 10, 19));
  }

  @Test
  void aDateOfPublicationInTheTextIsFoundAndShown() {
    SourceText source = of(("Published 19 October 2016\n\n" + ENGLISH).getBytes(StandardCharsets.UTF_8));
    assertThat(source.published().orElseThrow().basis()).isEqualTo("found: \"Published 19 October 2016\"");
  }

  @Test
  void thePdfOfAPressOfficeIsRead() throws IOException {
    SourceText source = of(pdf(ENGLISH));
    assertThat(source.form()).isEqualTo("pdf");
    assertThat(source.text().strip()).isEqualTo(ENGLISH);
  }

  @Test
  void aBrokenPdfIsRefused() {
    assertThat(of("%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8)).isReadable()).isFalse();
  }

  private static byte[] pdf(String line) throws IOException {
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
        content.newLineAtOffset(40, 700);
        content.showText(line);
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void aTextOfMoreThanAMillionCharactersIsNoArticle() {
    byte[] bytes = "The army said the truce would hold. ".repeat(30_000).getBytes(StandardCharsets.UTF_8);
    assertThat(SourceText.of(bytes, "big.txt").findings()).extracting(f -> f.line())
        .containsExactly("error: big.txt: the text has 1,080,000 characters; an article has at most 1,000,000. nothing is read. Give one article at a time.");
  }
}
