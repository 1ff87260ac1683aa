// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** A path's {@code d} attribute: relative moves in tenths of a pixel, points that fall together left out. */
final class SvgPath {
  private SvgPath() {}

  static String of(Path2D path) {
    StringBuilder d = new StringBuilder();
    double[] p = new double[6];
    long x = 0;
    long y = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      boolean move = i.currentSegment(p) == PathIterator.SEG_MOVETO;
      long nx = Math.round(p[0] * 10);
      long ny = Math.round(p[1] * 10);
      if (!move && nx == x && ny == y) continue;
      if (move) tenths(tenths(d.append('M'), nx).append(' '), ny);
      else tenths(tenths(d.append('l'), nx - x).append(' '), ny - y);
      x = nx;
      y = ny;
    }
    return d.toString();
  }

  private static StringBuilder tenths(StringBuilder d, long t) {
    if (t < 0) d.append('-');
    long a = Math.abs(t);
    d.append(a / 10);
    if (a % 10 != 0) d.append('.').append(a % 10);
    return d;
  }
}
