// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Iterator;

/** Lines as bytes, one at a time; from a file, or from a store that has no closing line. */
interface LineSource {
  /** The next line without its line feed, or {@code null}. */
  byte[] next() throws IOException;

  /** Whether the line given last was ended by a line feed. */
  boolean ended();

  /** SHA-256 of every byte before the line given last. */
  String hashBefore();

  static LineSource of(InputStream in) {
    return new OfStream(new BufferedInputStream(in, 1 << 16));
  }

  static LineSource of(Iterator<byte[]> lines) {
    return new LineSource() {
      @Override
      public byte[] next() {
        return lines.hasNext() ? lines.next() : null;
      }

      @Override
      public boolean ended() {
        return true;
      }

      @Override
      public String hashBefore() {
        return "";
      }
    };
  }

  /** Hashes while it reads, one line behind. */
  final class OfStream implements LineSource {
    private final InputStream in;
    private final MessageDigest digest = Sha256.start();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] last;
    private boolean ended = true;

    OfStream(InputStream in) {
      this.in = in;
    }

    @Override
    public byte[] next() throws IOException {
      if (last != null) {
        digest.update(last);
        if (ended) digest.update((byte) '\n');
      }
      last = read();
      return last;
    }

    private byte[] read() throws IOException {
      ByteArrayOutputStream long_ = null;
      while (true) {
        if (at == filled) {
          filled = in.read(buffer);
          at = 0;
          if (filled <= 0) {
            filled = 0;
            ended = false;
            return long_ == null ? null : long_.toByteArray();
          }
        }
        int from = at;
        while (at < filled && buffer[at] != '\n') at++;
        boolean found = at < filled;
        if (found && long_ == null) {
          ended = true;
          at++;
          return java.util.Arrays.copyOfRange(buffer, from, at - 1);
        }
        if (long_ == null) long_ = new ByteArrayOutputStream(1 << 10);
        long_.write(buffer, from, at - from);
        if (found) {
          at++;
          ended = true;
          return long_.toByteArray();
        }
      }
    }

    @Override
    public boolean ended() {
      return ended;
    }

    @Override
    public String hashBefore() {
      try {
        return Sha256.hex(((MessageDigest) digest.clone()).digest());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
      }
    }
  }
}
