// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

/** Tiles of one zoom along a Hilbert curve, as PMTiles numbers them: neighbours on the map are mostly neighbours in the file. O(zoom). */
final class Hilbert {
  private Hilbert() {}

  /** Number of the first tile of a zoom: 1 + 4 + 16 + ... tiles lie before it. */
  static long firstOf(int zoom) {
    return ((1L << 2 * zoom) - 1) / 3;
  }

  static long index(int zoom, int tileX, int tileY) {
    long d = 0;
    int x = tileX;
    int y = tileY;
    for (int s = 1 << zoom >> 1; s > 0; s >>= 1) {
      int rx = (x & s) > 0 ? 1 : 0;
      int ry = (y & s) > 0 ? 1 : 0;
      d += (long) s * s * (3 * rx ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          x = s - 1 - x;
          y = s - 1 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return d;
  }

  /** x and y of the tile with an index: the inverse of {@link #index}. */
  static int[] tile(int zoom, long index) {
    int x = 0;
    int y = 0;
    long t = index;
    for (int s = 1; s < 1 << zoom; s <<= 1) {
      int rx = (int) (1 & t >> 1);
      int ry = (int) (1 & (t ^ rx));
      if (ry == 0) {
        if (rx == 1) {
          x = s - 1 - x;
          y = s - 1 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
      x += s * rx;
      y += s * ry;
      t >>= 2;
    }
    return new int[] {x, y};
  }
}
