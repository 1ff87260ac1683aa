// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks one blob: raw or zlib. Other compressions of the format are refused by name; nothing is inflated beyond what the blob states. */
final class PbfBlob {
  private PbfBlob() {}

  /** The block inside, at most {@link PbfFile#LARGEST_BLOCK} bytes. */
  static byte[] inflate(byte[] blob) throws BrokenSource {
    long rawSize = -1;
    Wire zlib = null;
    for (Wire w = new Wire(blob, 0, blob.length); w.more(); ) {
      int key = w.key();
      switch (key) {
        case 1 << 3 | Wire.BYTES -> {
          Wire raw = w.message();
          return Arrays.copyOfRange(blob, raw.pos, raw.end);
        }
        case 2 << 3 -> rawSize = w.varint();
        case 3 << 3 | Wire.BYTES -> zlib = w.message();
        case 4 << 3 | Wire.BYTES -> throw unsupported("lzma");
        case 5 << 3 | Wire.BYTES -> throw unsupported("bzip2");
        case 6 << 3 | Wire.BYTES -> throw unsupported("lz4");
        case 7 << 3 | Wire.BYTES -> throw unsupported("zstd");
        default -> w.skip(key);
      }
    }
    if (zlib == null) throw BrokenSource.damaged("it holds no data");
    if (rawSize < 0 || rawSize > PbfFile.LARGEST_BLOCK) {
      throw BrokenSource.damaged("it says it inflates to %s bytes; the format allows %,d".formatted(Long.toUnsignedString(rawSize), PbfFile.LARGEST_BLOCK));
    }
    return inflate(zlib, (int) rawSize);
  }

  private static BrokenSource unsupported(String compression) {
    return new BrokenSource("osm-compression", "it is compressed with %s, which is not read here".formatted(compression),
        "write the file again with zlib, for example `osmium cat in.osm.pbf -o out.osm.pbf -f pbf,pbf_compression=zlib`");
  }

  private static byte[] inflate(Wire zlib, int rawSize) throws BrokenSource {
    byte[] block = new byte[rawSize];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(zlib.buf, zlib.pos, zlib.end - zlib.pos);
      int n = 0;
      while (n < rawSize) {
        int got = inflater.inflate(block, n, rawSize - n);
        if (got == 0) break;
        n += got;
      }
      boolean over = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (over) throw BrokenSource.damaged("it inflates to more than the %,d bytes it states".formatted(rawSize));
      if (n < rawSize || !inflater.finished()) throw BrokenSource.damaged("it inflates to %,d bytes and states %,d".formatted(n, rawSize));
      return block;
    } catch (DataFormatException e) {
      throw BrokenSource.damaged("its zlib data are broken (%s)".formatted(e.getMessage()));
    } finally {
      inflater.end();
    }
  }
}
