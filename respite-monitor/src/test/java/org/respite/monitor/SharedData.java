// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data beside the checkout; a test that needs it is skipped, saying so, where it is absent. */
public final class SharedData {
  private SharedData() {}

  public static byte[] bytes(String relative) throws IOException {
    Path file = Path.of(System.getProperty("respite.shared", "../shared"), "data", relative);
    assumeTrue(Files.exists(file), "skipped: third-party file " + relative + " is not beside this checkout");
    return Files.readAllBytes(file);
  }
}
