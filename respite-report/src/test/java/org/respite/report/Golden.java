// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Outputs kept under {@code src/test/resources/golden}. After a change that is meant, {@code mvn verify -pl respite-report -am -Dgolden=write}
 * writes them anew and still fails, so that somebody reads the difference before it is committed.
 */
final class Golden {
  private static final Path KEPT = Path.of("src/test/resources/golden");

  private Golden() {}

  static void matches(String name, String text) {
    Path file = KEPT.resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(file, text);
        fail("%s written anew: read the difference, then run without -Dgolden=write".formatted(file));
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
