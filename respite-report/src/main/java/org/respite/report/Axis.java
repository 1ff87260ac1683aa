// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis from zero.
 *
 * @param top largest value, a round number
 * @param step between ticks
 * @param from coordinate of zero
 * @param to coordinate of {@code top}
 */
record Axis(double top, double step, double from, double to) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final int TICKS = 5;

  /** The smallest round axis that holds {@code largest} with about five ticks. */
  static Axis of(double largest, double from, double to) {
    double raw = Math.max(largest, 1e-9) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * power;
    for (double round : ROUND) {
      if (round * power >= raw * (1 - 1e-9)) {
        step = round * power;
        break;
      }
    }
    return new Axis(step * Math.ceil(largest / step - 1e-9), step, from, to);
  }

  double at(double value) {
    return top == 0 ? from : from + (to - from) * value / top;
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= top * (1 + 1e-9); i++) ticks.add(i * step);
    return ticks;
  }
}
