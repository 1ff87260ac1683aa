// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.AuthorKey;
import org.respite.ledger.safe.Lock;
import org.respite.ledger.safe.Sealing;

/**
 * {@code workspace.json}: whose workspace it is, where its ledger is kept, and the locks on it.
 *
 * @param store "sqlite", or the JDBC address of a PostgreSQL database
 * @param publicKey of the workspace's author
 * @param secret PKCS #8 of the author's key in hexadecimal digits; sealed under {@code lock} where there is one
 * @param lock on entries and the author's key; empty where the workspace has no passphrase
 * @param identityLock on the identities of sources: a key of its own; empty until the first identity is kept
 */
record WorkspaceFile(String store, String publicKey, String secret, Optional<Lock> lock, Optional<Lock> identityLock) {
  static final String NAME = "workspace.json";
  static final String SQLITE = "sqlite";
  private static final String FORMAT = "respite-workspace/1";
  private static final String PURPOSE = "respite-workspace/1 author";

  static WorkspaceFile of(String store, AuthorKey key, Optional<Lock.Opened> lock) {
    byte[] secret = lock.map(l -> l.sealing().seal(key.encoded(), PURPOSE)).orElseGet(key::encoded);
    return new WorkspaceFile(store, key.publicKey(), HexFormat.of().formatHex(secret), lock.map(Lock.Opened::lock), Optional.empty());
  }

  /** The author's key, opened. */
  AuthorKey key(Optional<Sealing> sealing, Path dir) throws Refused {
    byte[] kept = HexFormat.of().parseHex(secret);
    Optional<byte[]> plain = sealing.isPresent() ? sealing.get().open(kept, PURPOSE) : Optional.of(kept);
    try {
      return AuthorKey.of(plain.orElseThrow(() -> new IllegalArgumentException("it does not open")), publicKey);
    } catch (IllegalArgumentException e) {
      throw Refused.of("key-damaged", dir.resolve(NAME).toString(), "the author's key in it is damaged", "restore the workspace from a copy; or make a new one with `respite ledger init --join FILE`");
    }
  }

  /** The same under a lock; {@code key} is what {@link #key} gave. */
  WorkspaceFile locked(Lock.Opened made, AuthorKey key) {
    return new WorkspaceFile(store, publicKey, HexFormat.of().formatHex(made.sealing().seal(key.encoded(), PURPOSE)), Optional.of(made.lock()), identityLock);
  }

  WorkspaceFile withLock(Lock changed) {
    return new WorkspaceFile(store, publicKey, secret, Optional.of(changed), identityLock);
  }

  WorkspaceFile withIdentityLock(Lock made) {
    return new WorkspaceFile(store, publicKey, secret, lock, Optional.of(made));
  }

  /** Writes it aside, then in place, readable by its owner only. */
  void write(Path dir) throws Refused {
    Value.Builder out = Value.Fields.with().text("format", FORMAT).text("store", store).text("public_key", publicKey).text("secret", secret);
    lock.ifPresent(l -> out.put("lock", l.fields()));
    identityLock.ifPresent(l -> out.put("identity_lock", l.fields()));
    writeAside(dir.resolve(NAME), Canonical.bytes(out.done()));
  }

  /** Whole or not at all, on the disk before this returns. */
  static void writeAside(Path file, byte[] bytes) throws Refused {
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(aside);
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(aside, bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Refused.of("not-written", file.toString(), "it cannot be written: " + e.getMessage(), "free the disk, or make the folder writable");
    }
  }

  static WorkspaceFile read(Path dir) throws Refused {
    Path file = dir.resolve(NAME);
    if (!Files.isRegularFile(file)) throw Refused.of("no-workspace", dir.toString(), "there is no ledger workspace here", "make one with `respite ledger init`, or name a ledger file");
    try {
      if (!(Canonical.parse(Files.readAllBytes(file)) instanceof Value.Fields fields)) throw new Canonical.NotCanonical("it holds no object");
      Asked in = new Asked(fields);
      if (!in.text("format").equals(FORMAT)) in.fault("format", "the format is not known here", "use the version that wrote it");
      WorkspaceFile read = new WorkspaceFile(in.text("store"), in.text("public_key"), in.text("secret"), in.one("lock", Lock::read), in.one("identity_lock", Lock::read));
      if (!read.secret.matches("([0-9a-f]{2})+")) in.fault("secret", "it is not hexadecimal", "the file is damaged");
      in.done();
      return read;
    } catch (IOException | Canonical.NotCanonical | Malformed e) {
      throw Refused.of("workspace-damaged", file.toString(), "it cannot be read: " + e.getMessage(), "restore it from a copy");
    }
  }
}
