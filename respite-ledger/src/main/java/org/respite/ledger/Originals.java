// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Sha256;
import org.respite.ledger.safe.Sealing;

/**
 * Documents and pictures as they came, in the folder {@code originals} under the SHA-256 of their bytes. Work is done on copies; an original is never written twice,
 * and never handed out without its hash being checked.
 */
public final class Originals {
  private static final String SEALED = ".sealed";

  private final Path folder;
  private final Optional<Sealing> sealing;

  Originals(Path workspace, Optional<Sealing> sealing) {
    this.folder = workspace.resolve("originals");
    this.sealing = sealing;
  }

  /** Keeps the bytes; their SHA-256. */
  public String keep(byte[] bytes) throws Refused {
    String hash = Sha256.of(bytes);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Refused.of("not-written", folder.toString(), "the folder cannot be made: " + e.getMessage(), "free the disk, or make it writable");
    }
    Path file = folder.resolve(sealing.isPresent() ? hash + SEALED : hash);
    if (!Files.exists(file)) WorkspaceFile.writeAside(file, sealing.map(k -> k.seal(bytes, hash)).orElse(bytes));
    return hash;
  }

  /** The bytes of an original; refused where it is not here, or no longer what it was. */
  public byte[] get(String hash) throws Refused {
    Path plain = folder.resolve(hash);
    Path sealed = folder.resolve(hash + SEALED);
    try {
      Optional<byte[]> bytes = Files.exists(plain) ? Optional.of(Files.readAllBytes(plain)) : Files.exists(sealed) && sealing.isPresent() ? sealing.get().open(Files.readAllBytes(sealed), hash) : Optional.empty();
      if (bytes.isPresent() && Sha256.of(bytes.get()).equals(hash)) return bytes.get();
      boolean there = Files.exists(plain) || Files.exists(sealed);
      throw Refused.of(there ? "original-damaged" : "no-original", folder.toString(), there ? "the original %s is no longer what it was".formatted(hash) : "the original %s is not in this workspace".formatted(hash), "ask whoever entered the document for it; the ledger tells its hash");
    } catch (IOException e) {
      throw Refused.of("unreadable", folder.toString(), "the original cannot be read: " + e.getMessage(), "check the disk");
    }
  }

  /** Seals what is kept plain. */
  void sealAll() throws Refused {
    if (sealing.isEmpty() || !Files.isDirectory(folder)) return;
    try (Stream<Path> kept = Files.list(folder)) {
      List<Path> plain = kept.filter(f -> f.getFileName().toString().matches("[0-9a-f]{64}")).toList();
      for (Path file : plain) {
        keep(Files.readAllBytes(file));
        Files.delete(file);
      }
    } catch (IOException e) {
      throw Refused.of("not-written", folder.toString(), "the originals cannot be sealed: " + e.getMessage(), "free the disk, then set the passphrase again");
    }
  }
}
