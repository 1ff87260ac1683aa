// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.Agreement;
import org.respite.reading.Span;
import org.respite.reading.rules.RuleReader;

class SecondReaderTest {
  private static final Reading READING = RuleReader.english().read("“We stay,” Ada Brun said.\n\n“We go,” Cem Dole said.\n", Publication.unknown());

  @Test
  void sameWordsAndSameLastNameAgree() {
    Agreement comparison = SecondReader.compare(READING, List.of(new SecondReader.Quoted(new Span(1, 9), "Brun"), new SecondReader.Quoted(new Span(28, 34), "Ada Brun")));
    assertThat(comparison).isEqualTo(new Agreement(List.of("s01"), List.of("s02")));
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    assertThatThrownBy(() -> SecondReader.parse(List.of("1\t9\tBrun", "hello"), 50)).isInstanceOf(IOException.class).hasMessage("its line 2 is no \"begin TAB end TAB speaker\": hello");
  }

  @Test
  void aSpanBehindTheTextIsRefused() {
    assertThatThrownBy(() -> SecondReader.parse(List.of("1\t90\tBrun"), 50)).isInstanceOf(IOException.class);
  }

  @Test
  void theTextGoesInAndTheLinesComeOut() throws IOException {
    String java = System.getProperty("java.home") + "/bin/java";
    assertThatThrownBy(() -> SecondReader.run(List.of(java, "--no-such-option"), "text", 60)).isInstanceOf(IOException.class).hasMessage("it ended with code 1");
    assertThatThrownBy(() -> SecondReader.run(List.of("/no/such/reader"), "text", 60)).isInstanceOf(IOException.class);
  }

  @Test
  void coreNlpJsonIsReadAsItIsWritten() throws IOException {
    String json = """
        {"docId": "x", "sentences": [{"index": 0, "tokens": [{"word": "stay"}]}],
         "quotes": [{"id": 0, "text": "“We stay,”", "beginIndex": 0, "endIndex": 10, "mention": "Brun", "speaker": "Brun", "canonicalSpeaker": "Ada Brun"},
                    {"id": 1, "text": "“We go,”", "beginIndex": 27, "endIndex": 35, "speaker": "Unknown", "canonicalSpeaker": "Unknown"}]}
        """;
    List<SecondReader.Quoted> quoted = CoreNlpAnswer.parse(json, READING.text().length());
    assertThat(quoted).containsExactly(new SecondReader.Quoted(new Span(1, 9), "Ada Brun"));
    assertThat(SecondReader.compare(READING, quoted)).isEqualTo(new Agreement(List.of("s01"), List.of()));
  }

  @Test
  void brokenJsonAndPlacesOutsideTheTextAreSaidSo() {
    assertThatThrownBy(() -> CoreNlpAnswer.parse("{\"quotes\": [", 50)).isInstanceOf(IOException.class).hasMessageStartingWith("its JSON is broken (");
    assertThatThrownBy(() -> CoreNlpAnswer.parse("{\"quotes\": [{\"beginIndex\": 3, \"endIndex\": 90}]}", 50)).isInstanceOf(IOException.class)
        .hasMessage("a quotation of its JSON has no place in the text: beginIndex 3, endIndex 90, text of 50");
  }
}
