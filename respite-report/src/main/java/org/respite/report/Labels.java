// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;

/** Finds room for names on a map, most important first; a name without room is left to the table below. */
final class Labels {
  private static final double CHAR = 6.3;
  private static final double HEIGHT = 12;

  private final List<Box> taken = new ArrayList<>();
  private final double width;
  private final double height;

  Labels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  private record Box(double x, double y, double width, double height) {
    boolean meets(Box o) {
      return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
    }
  }

  /** Keeps names off a mark of radius {@code r}. */
  void block(double x, double y, double r) {
    taken.add(new Box(x - r, y - r, 2 * r, 2 * r));
  }

  /** Keeps names off a box. */
  void reserve(double x, double y, double w, double h) {
    taken.add(new Box(x, y, w, h));
  }

  /** Writes the text beside the point if one of four places is free. */
  boolean place(Svg svg, String cssClass, Spot spot, String text) {
    double w = text.length() * CHAR * spot.scale();
    double h = HEIGHT * spot.scale();
    double[][] corners = {
      {spot.x() + spot.away(), spot.y() - h / 2},
      {spot.x() - spot.away() - w, spot.y() - h / 2},
      {spot.x() - w / 2, spot.y() - spot.away() - h},
      {spot.x() - w / 2, spot.y() + spot.away()}
    };
    for (double[] c : corners) {
      Box box = new Box(c[0], c[1], w, h);
      boolean inside = c[0] >= 2 && c[1] >= 2 && c[0] + w <= width - 2 && c[1] + h <= height - 2;
      if (!inside || taken.stream().anyMatch(box::meets)) continue;
      taken.add(box);
      svg.label(cssClass, c[0], c[1] + h * 0.82, text);
      return true;
    }
    return false;
  }

  /** A point that is to be named: {@code away} keeps its mark free, {@code scale} is the size of the letters, 1 for 12 units. */
  record Spot(double x, double y, double away, double scale) {}
}
