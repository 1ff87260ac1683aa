// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files or none: aside first, then renamed into place. */
public final class OutputFolder {
  private final Path folder;

  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code text} as UTF-8 under {@code name}, replacing what stood there in one step.
   *
   * @throws IOException if the disk is full or the folder cannot be written; what stood there before is then untouched
   */
  public Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with bytes. */
  public Path write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    Path whole = folder.resolve(name);
    Path aside = Files.createTempFile(folder, "." + name, ".part");
    try {
      Files.write(aside, bytes);
      Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
    return whole;
  }
}
