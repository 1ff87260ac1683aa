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
}
