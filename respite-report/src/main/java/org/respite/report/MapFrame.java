// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;
import org.respite.model.scenario.Position;

/** Degrees to a drawing's units: equirectangular about the middle of what is drawn (within 0.1 % over a city). */
record MapFrame(double west, double north, double scale, double squeeze, double width, double height) {
  private static final double WIDTH = 720;
  private static final double MARGIN = 46;
  private static final double TALLEST = 860;
  private static final double NEAR = 0.12;
  private static final double EDGE = 14;
  private static final double SMALLEST_SPAN = 0.005;
  private static final double METRES_PER_DEGREE = 111_195;

  /** The frame that holds {@code core} and those {@code around} it that lie near; a road to another city leaves the map. */
  static MapFrame of(List<Position> core, List<Position> around) {
    MapFrame narrow = of(core.isEmpty() ? around : core);
    double near = NEAR * Math.max(narrow.width, narrow.height);
    List<Position> held = new ArrayList<>(core);
    for (Position p : around) if (narrow.holds(p, near)) held.add(p);
    return of(held.isEmpty() ? around : held);
  }

  /** Whether a position lies inside the drawing or at most {@code slack} units outside it. */
  boolean holds(Position p, double slack) {
    return x(p) >= -slack && x(p) <= width + slack && y(p) >= -slack && y(p) <= height + slack;
  }

  /** Where the straight way from a position inside to one outside leaves the drawing, to a thousandth of the way. */
  Position exit(Position inside, Position outside) {
    double in = 0;
    double out = 1;
    while (out - in > 0.001) {
      double t = (in + out) / 2;
      if (holds(between(inside, outside, t), -EDGE)) in = t;
      else out = t;
    }
    return between(inside, outside, in);
  }

  private static Position between(Position a, Position b, double t) {
    return new Position(a.lon() + t * (b.lon() - a.lon()), a.lat() + t * (b.lat() - a.lat()));
  }

  /** The frame that holds all of {@code positions}; at least one. */
  static MapFrame of(List<Position> positions) {
    double w = positions.stream().mapToDouble(Position::lon).min().orElseThrow();
    double e = positions.stream().mapToDouble(Position::lon).max().orElseThrow();
    double s = positions.stream().mapToDouble(Position::lat).min().orElseThrow();
    double n = positions.stream().mapToDouble(Position::lat).max().orElseThrow();
    double squeeze = Math.cos(Math.toRadians((s + n) / 2));
    double spanX = Math.max(SMALLEST_SPAN, (e - w) * squeeze);
    double spanY = Math.max(SMALLEST_SPAN, n - s);
    double scale = Math.min((WIDTH - 2 * MARGIN) / spanX, (TALLEST - 2 * MARGIN) / spanY);
    double height = spanY * scale + 2 * MARGIN;
    double left = w - ((WIDTH - 2 * MARGIN) / scale - (e - w) * squeeze) / 2 / squeeze - MARGIN / scale / squeeze;
    return new MapFrame(left, n + MARGIN / scale, scale, squeeze, WIDTH, height);
  }

  double x(Position p) {
    return (p.lon() - west) * squeeze * scale;
  }

  double y(Position p) {
    return (north - p.lat()) * scale;
  }

  /** Drawing units of a length on the ground. */
  double units(double metres) {
    return metres / METRES_PER_DEGREE * scale;
  }
}
