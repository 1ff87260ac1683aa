// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Splits a stream into lines of words without ever holding more than a line of {@link #MOST_BYTES}; longer lines are cut. */
final class LineScanner {
  /** No record is longer than this, bytes; comments may be, and are skipped. */
  static final int MOST_BYTES = 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private final byte[] line = new byte[MOST_BYTES];
  private int length;
  private int position;
  private boolean cut;
  long number;

  LineScanner(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() throws IOException {
    length = 0;
    position = 0;
    cut = false;
    boolean any = false;
    while (true) {
      if (at == end) {
        end = in.read(buffer);
        at = 0;
        if (end <= 0) {
          end = 0;
          if (any) number++;
          return any;
        }
      }
      any = true;
      byte b = buffer[at++];
      if (b == '\n') {
        number++;
        return true;
      }
      if (length < MOST_BYTES) line[length++] = b;
      else cut = true;
    }
  }

  /** Whether the line was longer than a record can be. */
  boolean cut() {
    return cut;
  }

  /** The next word of the line, or null. */
  String word() {
    while (position < length && blank(line[position])) position++;
    if (position == length) return null;
    int from = position;
    while (position < length && !blank(line[position])) position++;
    return new String(line, from, position - from, StandardCharsets.UTF_8);
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
