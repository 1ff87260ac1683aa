// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Writes the portable file: header, batches in the order of causes, closing line. The same contents and key give the same bytes. */
public final class LedgerFile {
  private final OutputStream out;
  private final MessageDigest digest = Sha256.start();

  private LedgerFile(OutputStream out) {
    this.out = out;
  }

  /** Writes all of it and flushes; the caller closes. {@code key} must be of an author in the ledger, or nobody can check its signature. */
  public static void write(Contents contents, AuthorKey key, OutputStream to) throws IOException {
    if (contents.entries().noneMatch(r -> r.entry().author().equals(key.id()))) throw new IllegalArgumentException("author %s has no entry in the ledger, so its key would not be known".formatted(key.id()));
    LedgerFile file = new LedgerFile(new BufferedOutputStream(to, 1 << 16));
    file.line(Contents.headerLine(contents.header()));
    for (Batch batch : contents.batches()) {
      for (Recorded r : batch.entries()) file.line(r.line());
      file.line(batch.signatureLine());
    }
    file.line(Closing.signed(contents, Sha256.hex(file.digest.digest()), key).line());
    file.out.flush();
  }

  private void line(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
  }
}
