// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

/**
 * Reads protocol buffers' wire format from an array: varints, zigzag, lengths. Every read is checked against the end of the message it is
 * in, so that no input can lead outside. Encoding: protobuf.dev/programming-guides/encoding.
 */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  final byte[] buf;
  int pos;
  int end;

  Wire(byte[] buf, int from, int to) {
    this.buf = buf;
    this.pos = from;
    this.end = to;
  }

  boolean more() {
    return pos < end;
  }

  /** Field number times 8 plus wire type. */
  int key() throws BrokenSource {
    long key = varint();
    if (key < 8 || key > Integer.MAX_VALUE) throw BrokenSource.damaged("a field has the impossible number %d".formatted(key >>> 3));
    return (int) key;
  }

  long varint() throws BrokenSource {
    if (pos < end) {
      byte b = buf[pos];
      if (b >= 0) {
        pos++;
        return b;
      }
    }
    return longVarint();
  }

  private long longVarint() throws BrokenSource {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (pos >= end) throw BrokenSource.damaged("a number runs past the end of its message");
      byte b = buf[pos++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) return value;
    }
    throw BrokenSource.damaged("a number is longer than 64 bits");
  }

  /** A signed number in zigzag form. */
  long zigzag() throws BrokenSource {
    return signed(varint());
  }

  /** The signed number that this one is the zigzag form of. */
  static long signed(long v) {
    return v >>> 1 ^ -(v & 1);
  }

  /** The length of the bytes that follow, all inside the message. */
  int length() throws BrokenSource {
    long n = varint();
    if (n < 0 || n > end - pos) throw BrokenSource.damaged("a field of %s bytes runs past the end of its message".formatted(Long.toUnsignedString(n)));
    return (int) n;
  }

  /** The message that follows; this reader goes on behind it. */
  Wire message() throws BrokenSource {
    int n = length();
    Wire inner = new Wire(buf, pos, pos + n);
    pos += n;
    return inner;
  }

  /** As {@link #message()}, told by a reader of the same array that is there already. */
  void message(Wire inner) throws BrokenSource {
    int n = length();
    inner.pos = pos;
    inner.end = pos + n;
    pos += n;
  }

  void skip(int key) throws BrokenSource {
    switch (key & 7) {
      case VARINT -> varint();
      case FIXED64 -> forward(8);
      case BYTES -> forward(length());
      case FIXED32 -> forward(4);
      default -> throw BrokenSource.damaged("a field has the unknown wire type %d".formatted(key & 7));
    }
  }

  private void forward(int n) throws BrokenSource {
    if (n > end - pos) throw BrokenSource.damaged("a field runs past the end of its message");
    pos += n;
  }

  /** The sum of a running value and a difference; ids and coordinates that leave 64 bits are damage. */
  static long plus(long value, long delta) throws BrokenSource {
    long sum = value + delta;
    if (((value ^ sum) & (delta ^ sum)) < 0) throw BrokenSource.damaged("differences add up to a number past 2^63");
    return sum;
  }
}
