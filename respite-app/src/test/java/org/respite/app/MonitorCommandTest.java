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
  void whatIsNotThereIsSaidWithoutAStackTrace() {
    Said said = run("monitor", folder.resolve("none.csv").toString(), "--prior", "2", "--json");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("a chance lies between 0 and 1, got 2.0", "it is not there").doesNotContain("Exception");
    assertThat(said.out()).contains("\"M113\"", "\"M114\"");
  }
}
