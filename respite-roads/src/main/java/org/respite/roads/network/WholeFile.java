// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files or none: aside first, then renamed into place. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes one file at the path it is given, which does not exist yet. */
  @FunctionalInterface
  public interface Body {
    void writeTo(Path aside) throws IOException;
  }

  /**
   * Replaces {@code file} by what {@code body} writes, in one step.
   *
   * @throws IOException if the disk is full or the folder cannot be written, or {@code body} throws it; what stood there before is then untouched
   */
  public static void write(Path file, Body body) throws IOException {
    Path whole = file.toAbsolutePath();
    Path aside = whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.deleteIfExists(aside);
      body.writeTo(aside);
      Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
