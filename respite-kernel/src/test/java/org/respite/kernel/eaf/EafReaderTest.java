// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.FlowProblem;

class EafReaderTest {
  private static EafReading read(String text) throws IOException {
    return EafReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(String text) throws IOException {
    return read(text).findings().stream().map(f -> f.line() + " " + f.what()).toList();
  }

  @Test
  void aWholeInstanceIsReadAsItStands() throws IOException {
    FlowProblem p = read("c lane\np eaf 3 2 9\nd 4\nh 2 inf\nn 1 s 7\nn 3 t\na 1 2 5 0\na 2 3 6 2\nw 2 0 4 1\nw 2 3 10 8\n")
        .problem().orElseThrow();
    assertThat(p.storage(0)).isEqualTo(4);
    assertThat(p.storage(1)).isEqualTo(FlowProblem.UNLIMITED);
    assertThat(p.supply(0)).isEqualTo(7);
    assertThat(p.isSink(2)).isTrue();
    assertThat(p.capacities(1)).containsExactly(1, 1, 1, 8, 8, 8, 8, 8, 8, 8);
    assertThat(p.transit(1)).isEqualTo(2);
  }

  @Test
  void everyFindingIsListedWithItsLine() throws IOException {
    assertThat(lines("p eaf 3 4 5\nn 1 s -4\nn 9 t\na 1 2 2.5 1\na 1 2 3\nw 7 0 9 1\nq\nn 3 t\nn 3 s 4\na 1 2 3 4 5\nw 1 6 7 1\n"))
        .containsExactly("2 people \"-4\"", "3 node 9 is out of range", "4 capacity \"2.5\"", "5 travel time is missing",
            "6 arc 7 is out of range", "7 unknown record \"q\"", "9 node 3 is both source and sink",
            "10 unexpected \"5\" at the end of the line", "11 first step 6 is out of range", "11 3 arcs, but line p announces 4");
  }

  @Test
  void nothingIsNotAnInstance() throws IOException {
    assertThat(lines("")).containsExactly("0 nothing to solve");
    assertThat(lines("a 1 2 3 4\n")).containsExactly("1 record \"a\" before the first line p eaf N M T");
  }

  @Test
  void sizesThatCannotFitAreRefusedBeforeAnythingIsMade() throws IOException {
    assertThat(lines("p eaf 1000000 10000000 1000000\n"))
        .containsExactly("1 1,000,000 nodes x 1,000,001 steps are 1,000,001,000,000, more than 2,147,483,583");
  }

  @Test
  void aLineWithoutEndIsReadWithoutKeepingIt() throws IOException {
    InputStream endless = new InputStream() {
      private long left = 1L << 26;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }
    };
    assertThat(EafReader.read(endless).findings()).singleElement()
        .matches(f -> f.what().equals("a record of more than 1024 bytes"));
  }
}
