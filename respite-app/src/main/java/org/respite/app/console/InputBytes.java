// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes that a command is pointed at: a file's, or those of standard input for "-". */
public final class InputBytes {
  public static final String STANDARD_INPUT = "-";

  private InputBytes() {}

  public static byte[] of(Path path) throws IOException {
    return path.toString().equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(path);
  }

  /** What is in the way of reading a path. */
  public static String obstacle(Path path) {
    return Files.isDirectory(path) ? "it is a folder" : Files.exists(path) ? "it cannot be read" : "there is no such file";
  }
}
