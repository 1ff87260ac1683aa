// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.respite.ledger.form.Refused;

/**
 * Destroys a workspace: the wrapped keys first, which makes everything sealed under them unreadable, then every file. Where there was no passphrase, and on disks that
 * write elsewhere than told (flash), what was plain may still be found.
 */
public final class Wipe {
  private Wipe() {}

  /** How many files were destroyed. Only files that a workspace makes are touched. */
  public static int workspace(Path dir) throws Refused {
    WorkspaceFile.read(dir);
    try {
      int wiped = wipe(dir.resolve(WorkspaceFile.NAME));
      try (Stream<Path> all = Files.walk(dir, 2)) {
        List<Path> ours = all.filter(Files::isRegularFile).filter(f -> isOurs(dir.relativize(f).toString())).toList();
        for (Path f : ours) wiped += wipe(f);
      }
      try (Stream<Path> folders = Files.walk(dir)) {
        List<Path> empty = folders.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
        for (Path f : empty) if (isEmpty(f)) Files.delete(f);
      }
      return wiped;
    } catch (IOException e) {
      throw Refused.of("not-wiped", dir.toString(), "a file could not be destroyed: " + e.getMessage(), "destroy the disk, or what is left in the folder by hand");
    }
  }

  private static boolean isOurs(String file) {
    return file.startsWith(Workspace.SQLITE_FILE) || file.equals("identities.json") || file.startsWith("originals") || file.startsWith(".") && file.endsWith(".part");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return left.findAny().isEmpty();
    }
  }

  private static int wipe(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] noise = new byte[1 << 16];
      SecureRandom random = new SecureRandom();
      for (long at = 0, size = channel.size(); at < size; at += noise.length) {
        random.nextBytes(noise);
        channel.write(ByteBuffer.wrap(noise, 0, (int) Math.min(noise.length, size - at)), at);
      }
      channel.force(true);
    }
    Files.delete(file);
    return 1;
  }
}
