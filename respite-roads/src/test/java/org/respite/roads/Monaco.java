// SPDX-License-Identifier: Apache-2.0
package org.respite.roads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The extract of Monaco that ships in planetiler's test jar: real, whole and small. */
public final class Monaco {
  private Monaco() {}

  /** Puts the file into a folder. */
  public static Path in(Path folder) {
    Path file = folder.resolve("monaco.osm.pbf");
    try (InputStream in = Monaco.class.getResourceAsStream("/monaco-latest.osm.pbf")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
