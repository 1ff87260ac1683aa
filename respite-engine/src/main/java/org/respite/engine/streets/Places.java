// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.List;
import java.util.function.IntPredicate;
import org.respite.model.scenario.Position;
import org.respite.roads.network.StreetNetwork;

/** Where the graph's nodes lie, in metres on a plane about the middle of the ground (within 0.1 % over a city). */
final class Places {
  private static final double METRES_PER_E7 = 6_371_008.8 * Math.PI / 180 / 1e7;

  private final int count;
  private final int[] lon;
  private final int[] lat;
  private final double squeeze;

  Places(StreetNetwork network, StreetGraph graph) {
    count = graph.nodes();
    lon = new int[count];
    lat = new int[count];
    double sum = 0;
    for (int v = 0; v < count; v++) {
      lon[v] = network.lonE7(graph.networkNode(v));
      lat[v] = network.latE7(graph.networkNode(v));
      sum += lat[v];
    }
    squeeze = count == 0 ? 1 : Math.cos(Math.toRadians(sum / count / 1e7));
  }

  Position position(int node) {
    return new Position(lon[node] / 1e7, lat[node] / 1e7);
  }

  double metres(int a, int b) {
    return Math.sqrt(squared(b, lon[a], lat[a])) * METRES_PER_E7;
  }

  private double squared(int node, double lonE7, double latE7) {
    double x = (lon[node] - lonE7) * squeeze;
    double y = lat[node] - latE7;
    return x * x + y * y;
  }

  /** The nearest node that is wanted; -1 where none is. O(nodes). */
  int nearest(Position p, IntPredicate wanted) {
    return nearest(p.lon() * 1e7, p.lat() * 1e7, wanted);
  }

  int nearest(int node, IntPredicate wanted) {
    return nearest(lon[node], lat[node], wanted);
  }

  private int nearest(double lonE7, double latE7, IntPredicate wanted) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < count; v++) {
      double d = squared(v, lonE7, latE7);
      if (d >= least || !wanted.test(v)) continue;
      least = d;
      best = v;
    }
    return best;
  }

  double metres(int node, Position p) {
    return Math.sqrt(squared(node, p.lon() * 1e7, p.lat() * 1e7)) * METRES_PER_E7;
  }

  /** The direction from one node to another as one of eight words. */
  String compass(int from, int to) {
    double east = (lon[to] - lon[from]) * squeeze;
    double north = lat[to] - lat[from];
    int eighth = Math.floorMod(Math.round(Math.toDegrees(Math.atan2(east, north)) / 45), 8);
    return List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west").get(eighth);
  }

  /** East then north of a node, for cutting the ground into cells; comparable within one axis only. */
  double along(int node, boolean east) {
    return east ? lon[node] * squeeze : lat[node];
  }
}
