// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import org.respite.engine.answer.Spread;

/** A range on a track of its own: low to high as a bar, the middle as a tick. Stands beside the figures it shows. */
final class RangeBar {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 14;

  private RangeBar() {}

  /** A share on a track of 0 to 100 %. */
  static Svg share(Spread s) {
    return of(s.low(), s.mid(), s.high(), 1);
  }

  /** @param top value at the right end of the track, more than 0 */
  static Svg of(double low, double mid, double high, double top) {
    Axis axis = new Axis(top, top, 1, WIDTH - 1);
    double l = axis.at(Math.min(low, top));
    double h = axis.at(Math.min(high, top));
    return Svg.ornament("range", WIDTH, HEIGHT)
        .rect("track", 1, 4, WIDTH - 2, 6)
        .rect("bar", l, 4, Math.max(1.5, h - l), 6)
        .rect("mark", axis.at(Math.min(mid, top)) - 1.25, 1, 2.5, 12)
        .end();
  }

  /** From the figure at the input's low end to its high end; the filled dot is the high end. */
  static Svg swing(double whenLow, double whenHigh, double top) {
    Axis axis = new Axis(top, top, 5, WIDTH - 5);
    double l = axis.at(whenLow);
    double h = axis.at(whenHigh);
    return Svg.ornament("range", WIDTH, HEIGHT)
        .rect("track", 1, 6, WIDTH - 2, 2)
        .rect("bar", Math.min(l, h), 5, Math.max(1.5, Math.abs(h - l)), 4)
        .leaf("circle", "class", "hollow", "cx", l, "cy", HEIGHT / 2, "r", 4)
        .leaf("circle", "class", "full", "cx", h, "cy", HEIGHT / 2, "r", 4)
        .end();
  }
}
