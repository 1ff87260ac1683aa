// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes protocol buffers' wire format, as far as vector tiles and PMTiles directories need it. */
final class ProtoBytes {
  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  ProtoBytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      raw((byte) (rest | 0x80));
      rest >>>= 7;
    }
    return raw((byte) rest);
  }

  ProtoBytes field(int number, long value) {
    return varint((long) number << 3).varint(value);
  }

  ProtoBytes field(int number, ProtoBytes message) {
    varint((long) number << 3 | 2).varint(message.size);
    ensure(message.size);
    System.arraycopy(message.bytes, 0, bytes, size, message.size);
    size += message.size;
    return this;
  }

  ProtoBytes field(int number, String text) {
    return field(number, new ProtoBytes().all(text.getBytes(StandardCharsets.UTF_8)));
  }

  ProtoBytes all(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private ProtoBytes raw(byte b) {
    ensure(1);
    bytes[size++] = b;
    return this;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
  }
}
