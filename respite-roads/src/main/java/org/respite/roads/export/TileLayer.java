// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of one vector tile (Mapbox Vector Tile specification 2.1): line strings in tile coordinates with text tags. Lines are clipped to the tile
 * with a small border and points that fall together are dropped.
 */
final class TileLayer {
  static final int EXTENT = 4096;
  private static final int BORDER = 64;
  private static final int LINE = 2;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;

  private final ProtoBytes features = new ProtoBytes();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  /** Adds a line; one that does not touch the tile is left out. x and y are in tile coordinates, y down. */
  void add(long id, double[] x, double[] y, Map<String, String> tags) {
    ProtoBytes geometry = new ProtoBytes();
    Pen pen = new Pen(geometry);
    for (List<int[]> part : clipped(x, y)) pen.draw(part);
    if (geometry.size() == 0) return;
    ProtoBytes tagged = new ProtoBytes();
    tags.forEach((k, v) -> tagged.varint(index(keys, k)).varint(index(values, v)));
    features.field(2, new ProtoBytes().field(1, id).field(2, tagged).field(3, LINE).field(4, geometry));
    count++;
  }

  private static int index(Map<String, Integer> words, String word) {
    return words.computeIfAbsent(word, w -> words.size());
  }

  /** The tile that holds this one layer. */
  byte[] tile(String name) {
    ProtoBytes layer = new ProtoBytes().field(1, name).all(features.toArray());
    keys.keySet().forEach(k -> layer.field(3, k));
    values.keySet().forEach(v -> layer.field(4, new ProtoBytes().field(1, v)));
    layer.field(5, EXTENT).field(15, 2);
    return new ProtoBytes().field(3, layer).toArray();
  }

  private static List<List<int[]>> clipped(double[] x, double[] y) {
    List<List<int[]>> parts = new ArrayList<>();
    List<int[]> part = new ArrayList<>();
    for (int i = 1; i < x.length; i++) {
      double[] in = inside(x[i - 1], y[i - 1], x[i], y[i]);
      if (in == null) {
        flush(part, parts);
        part = new ArrayList<>();
        continue;
      }
      if (in[0] > 0 && !part.isEmpty()) {
        flush(part, parts);
        part = new ArrayList<>();
      }
      put(part, x[i - 1] + in[0] * (x[i] - x[i - 1]), y[i - 1] + in[0] * (y[i] - y[i - 1]));
      put(part, x[i - 1] + in[1] * (x[i] - x[i - 1]), y[i - 1] + in[1] * (y[i] - y[i - 1]));
    }
    flush(part, parts);
    return parts;
  }

  private static void put(List<int[]> part, double x, double y) {
    int[] p = {(int) Math.round(x), (int) Math.round(y)};
    if (part.isEmpty() || part.getLast()[0] != p[0] || part.getLast()[1] != p[1]) part.add(p);
  }

  private static void flush(List<int[]> part, List<List<int[]>> parts) {
    if (part.size() > 1) parts.add(part);
  }

  /** The stretch of a segment inside the tile as two parameters in [0, 1], or null (Liang and Barsky 1984). */
  private static double[] inside(double x0, double y0, double x1, double y1) {
    double[] p = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
    double[] q = {x0 + BORDER, EXTENT + BORDER - x0, y0 + BORDER, EXTENT + BORDER - y0};
    double from = 0;
    double to = 1;
    for (int i = 0; i < 4; i++) {
      if (p[i] == 0) {
        if (q[i] < 0) return null;
      } else if (p[i] < 0) {
        from = Math.max(from, q[i] / p[i]);
      } else {
        to = Math.min(to, q[i] / p[i]);
      }
    }
    return from <= to ? new double[] {from, to} : null;
  }

  /** Draws relative to where it stands, over all parts of a feature. */
  private static final class Pen {
    private final ProtoBytes out;
    private int x;
    private int y;

    Pen(ProtoBytes out) {
      this.out = out;
    }

    void draw(List<int[]> part) {
      out.varint(MOVE_TO | 1 << 3);
      to(part.getFirst());
      out.varint(LINE_TO | (long) (part.size() - 1) << 3);
      for (int i = 1; i < part.size(); i++) to(part.get(i));
    }

    private void to(int[] p) {
      out.varint(zigzag(p[0] - x)).varint(zigzag(p[1] - y));
      x = p[0];
      y = p[1];
    }

    private static long zigzag(int v) {
      return ((long) v << 1 ^ v >> 31) & 0xffffffffL;
    }
  }
}
