// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.NetworkColumns.Kind;
import org.respite.roads.network.NetworkColumns.Timed;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.Oddities.Odd;
import org.respite.roads.osm.WayBlock.Street;

/**
 * Cuts streets at junctions, ends, barriers and gaps, and puts the pieces into columns. Nodes are numbered as the streets first meet them, so
 * neighbours in the network are mostly neighbours in memory. O(points of all streets).
 */
final class NetworkBuilder {
  private static final double EARTH_RADIUS_MM = 6_371_008_800.0;
  private static final double E7_TO_RADIANS = Math.PI / 180 / 1e7;

  /** Below this many radians (6 km) the flat formula is within a millimetre of the great circle. */
  private static final double FLAT = 0.001;

  private final NodeStore nodes;
  private final List<Street> streets;
  private final boolean cutOut;
  private final Oddities oddities;
  private final NetworkColumns columns = new NetworkColumns();
  private final byte[] uses;
  private final int[] nodeOf;
  /** By gate that shuts at times, its links in order of length: millimetres and number of each, packed. */
  private final Map<Long, List<Long>> atGates = new TreeMap<>();
  private int[] innerLon = new int[64];
  private int[] innerLat = new int[64];

  /** @param cutOut whether nodes that are not there were left out on purpose, being outside the area */
  NetworkBuilder(NodeStore nodes, List<Street> streets, boolean cutOut, Oddities oddities) {
    this.nodes = nodes;
    this.streets = streets;
    this.cutOut = cutOut;
    this.oddities = oddities;
    uses = new byte[nodes.size()];
    nodeOf = new int[nodes.size()];
    Arrays.fill(nodeOf, -1);
  }

  StreetNetwork build(List<Restriction> restrictions, Provenance provenance) {
    int[][] places = new int[streets.size()][];
    IntStream.range(0, places.length).parallel().forEach(s -> places[s] = places(streets.get(s)));
    for (int s = 0; s < places.length; s++) {
      if (!cutOut) countGaps(streets.get(s), places[s]);
      countUses(places[s]);
    }
    for (int s = 0; s < places.length; s++) addLinks(streets.get(s).kind(), places[s]);
    atGates.forEach((id, links) -> shut(nodes.gates.get(id), links));
    new Turns(columns, id -> nodeAt(nodes.find(id, 0)), cutOut, oddities).add(restrictions);
    return columns.build(provenance);
  }

  private int nodeAt(int place) {
    return place < 0 ? -1 : nodeOf[place];
  }

  /** Indices of a street's nodes in the store, -1 where the place is not known. */
  private int[] places(Street street) {
    int[] places = new int[street.refs().length];
    int hint = 0;
    for (int i = 0; i < places.length; i++) {
      int at = nodes.find(street.refs()[i], hint);
      if (at >= 0) hint = at;
      places[i] = nodes.isSomewhere(at) ? at : -1;
    }
    return places;
  }

  private void countGaps(Street street, int[] places) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) oddities.count(Odd.DANGLING_REF, "", "node %d of way %d".formatted(street.refs()[i], street.kind().wayId()));
    }
  }

  /** A node is used once by each street that passes it, twice by one that ends there. */
  private void countUses(int[] places) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) continue;
      boolean first = i == 0 || places[i - 1] < 0;
      boolean last = i == places.length - 1 || places[i + 1] < 0;
      if (first && last) continue;
      uses[places[i]] = (byte) Math.min(2, uses[places[i]] + (first || last ? 2 : 1));
    }
  }

  private boolean isNode(int place) {
    return uses[place] >= 2 || nodes.users[place] != RoadUser.ALL || isGate(place);
  }

  private boolean isGate(int place) {
    return !nodes.gates.isEmpty() && nodes.gates.containsKey(nodes.ids[place]);
  }

  /** Nobody passes a gate while it is shut: its links are shut then, but for the longest, along which one still comes up to it. */
  private void shut(Passage.Gate gate, List<Long> links) {
    links.stream().sorted().limit(links.size() - 1L).map(l -> (int) (l & Integer.MAX_VALUE)).forEach(link -> {
      for (Passage.AtTimes a : gate.shut()) {
        columns.timed(link, new Timed(false, a.users(), false, a.hours()));
        columns.timed(link, new Timed(true, a.users(), false, a.hours()));
      }
    });
  }

  private void addLinks(Kind kind, int[] places) {
    int start = -1;
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        start = -1;
      } else if (start < 0) {
        start = i;
      } else if (isNode(places[i])) {
        addLink(kind, places, start, i);
        start = i;
      }
    }
  }

  private void addLink(Kind kind, int[] places, int start, int end) {
    double length = 0;
    int inner = 0;
    if (end - start > innerLon.length) {
      innerLon = new int[2 * (end - start)];
      innerLat = new int[2 * (end - start)];
    }
    for (int i = start + 1; i <= end; i++) {
      double step = millimetres(places[i - 1], places[i]);
      if (step == 0) oddities.count(Odd.ZERO_LENGTH, "", "nodes %d and %d of way %d".formatted(nodes.ids[places[i - 1]], nodes.ids[places[i]], kind.wayId()));
      length += step;
      if (i == end) break;
      innerLon[inner] = nodes.lon[places[i]];
      innerLat[inner++] = nodes.lat[places[i]];
    }
    if (length > Integer.MAX_VALUE) {
      oddities.count(Odd.TOO_LONG, "", "way " + kind.wayId());
      return;
    }
    for (int i = 0; i < inner; i++) columns.innerPoint(innerLon[i], innerLat[i]);
    int link = columns.link(node(places[start]), node(places[end]), (int) Math.round(length), kind);
    for (int place : new int[] {places[start], places[end]}) {
      if (isGate(place)) atGates.computeIfAbsent(nodes.ids[place], _ -> new ArrayList<>()).add(Math.round(length) << 31 | link);
    }
  }

  private int node(int place) {
    if (nodeOf[place] < 0) nodeOf[place] = columns.node(nodes.lon[place], nodes.lat[place], nodes.ids[place], nodes.users[place]);
    return nodeOf[place];
  }

  private double millimetres(int a, int b) {
    return EARTH_RADIUS_MM * angle(nodes.lon[a] * E7_TO_RADIANS, nodes.lat[a] * E7_TO_RADIANS, nodes.lon[b] * E7_TO_RADIANS, nodes.lat[b] * E7_TO_RADIANS);
  }

  /** Great-circle angle in radians: flat for short steps (one cosine), haversine for long ones. */
  static double angle(double lonA, double latA, double lonB, double latB) {
    double dLat = latB - latA;
    double dLon = lonB - lonA;
    if (Math.abs(dLat) < FLAT && Math.abs(dLon) < FLAT) {
      double across = dLon * Math.cos((latA + latB) / 2);
      return Math.sqrt(dLat * dLat + across * across);
    }
    double h = Math.pow(Math.sin(dLat / 2), 2) + Math.cos(latA) * Math.cos(latB) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
