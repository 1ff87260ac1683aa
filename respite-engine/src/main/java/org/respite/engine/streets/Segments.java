// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.respite.model.scenario.Position;
import org.respite.roads.network.StreetNetwork;

/** Every straight stretch of the graph's mapped links, on a grid of squares, to find the streets at a place. */
final class Segments {
  private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;
  private static final double SQUARE_M = 120;

  /** Metres east and north of a corner of the ground; ends of the stretch, and its link. */
  private record Segment(int link, double x1, double y1, double x2, double y2) {}

  private final Map<Long, List<Segment>> squares = new HashMap<>();
  private final double west;
  private final double south;
  private final double metresPerLon;

  Segments(StreetNetwork network, StreetGraph graph) {
    Position corner = graph.nodes() == 0 ? new Position(0, 0) : network.position(graph.networkNode(0));
    west = corner.lon();
    south = corner.lat();
    metresPerLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(south));
    for (int l = 0; l < graph.links(); l++) {
      if (graph.networkLink(l) == StreetGraph.NOT_MAPPED) continue;
      List<Position> line = network.line(graph.networkLink(l));
      for (int i = 1; i < line.size(); i++) add(new Segment(l, x(line.get(i - 1)), y(line.get(i - 1)), x(line.get(i)), y(line.get(i))));
    }
  }

  private double x(Position p) {
    return (p.lon() - west) * metresPerLon;
  }

  private double y(Position p) {
    return (p.lat() - south) * METRES_PER_DEGREE;
  }

  private void add(Segment s) {
    squares(Math.min(s.x1, s.x2), Math.min(s.y1, s.y2), Math.max(s.x1, s.x2), Math.max(s.y1, s.y2), key -> squares.computeIfAbsent(key, _ -> new ArrayList<>()).add(s));
  }

  private static void squares(double x1, double y1, double x2, double y2, Consumer<Long> each) {
    for (long i = (long) Math.floor(x1 / SQUARE_M); i <= (long) Math.floor(x2 / SQUARE_M); i++) {
      for (long j = (long) Math.floor(y1 / SQUARE_M); j <= (long) Math.floor(y2 / SQUARE_M); j++) each.accept(i << 32 ^ j & 0xffffffffL);
    }
  }

  /** Links that come within {@code radiusM} of a line; of a single point if it has one. A radius of 0 asks for those it crosses. */
  BitSet near(List<Position> line, double radiusM) {
    BitSet found = new BitSet();
    for (int i = 0; i < line.size(); i++) {
      Position a = line.get(Math.max(0, i - 1));
      Position b = line.get(i);
      if (i == 0 && line.size() > 1) continue;
      Segment mark = new Segment(-1, x(a), y(a), x(b), y(b));
      double r = radiusM;
      squares(Math.min(mark.x1, mark.x2) - r, Math.min(mark.y1, mark.y2) - r, Math.max(mark.x1, mark.x2) + r, Math.max(mark.y1, mark.y2) + r, key -> {
        for (Segment s : squares.getOrDefault(key, List.of())) if (!found.get(s.link) && metres(mark, s) <= r) found.set(s.link);
      });
    }
    return found;
  }

  /** Links that lie at least partly inside rings. */
  BitSet inside(List<List<Position>> rings) {
    BitSet found = new BitSet();
    for (List<Position> ring : rings) found.or(near(ring, 0));
    Area area = Area.inside(rings);
    for (List<Segment> square : squares.values()) {
      for (Segment s : square) if (!found.get(s.link) && area.contains(new Position(west + s.x1 / metresPerLon, south + s.y1 / METRES_PER_DEGREE))) found.set(s.link);
    }
    return found;
  }

  /** Least distance between two stretches; 0 where they cross. */
  private static double metres(Segment a, Segment b) {
    if (cross(a, b)) return 0;
    double d = Math.min(metres(a.x1, a.y1, b), metres(a.x2, a.y2, b));
    return Math.min(d, Math.min(metres(b.x1, b.y1, a), metres(b.x2, b.y2, a)));
  }

  private static boolean cross(Segment a, Segment b) {
    return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
  }

  private static double side(Segment s, double x, double y) {
    return Math.signum((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1));
  }

  private static double metres(double x, double y, Segment s) {
    double dx = s.x2 - s.x1;
    double dy = s.y2 - s.y1;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(((x - s.x1) * dx + (y - s.y1) * dy) / length, 0, 1);
    return Math.hypot(x - s.x1 - t * dx, y - s.y1 - t * dy);
  }
}
