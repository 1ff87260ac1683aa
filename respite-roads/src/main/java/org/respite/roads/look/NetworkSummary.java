// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.util.EnumMap;
import java.util.Map;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

/**
 * A network in numbers.
 *
 * @param points nodes and inner points: what the source calls nodes, as far as streets use them
 * @param barriers nodes that hold somebody up
 * @param metres of all links, each counted once
 * @param classes only those that occur
 * @param tagged share of the length on which an attribute is tagged, 0 to 1
 * @param onDefaults share of the length on which neither lanes nor width nor surface nor speed limit is tagged: what is assumed there rests
 *     on the class alone
 */
public record NetworkSummary(
    Provenance provenance,
    int nodes,
    int links,
    int points,
    int barriers,
    int turnRules,
    int timedAccesses,
    double metres,
    Map<RoadClass, OfClass> classes,
    Map<RoadUser, Pieces> pieces,
    Map<Attribute, Double> tagged,
    double onDefaults) {

  /** What speed and capacity depend on. */
  private static final Attribute[] MEASURED = {Attribute.LANES, Attribute.WIDTH, Attribute.SURFACE, Attribute.MAXSPEED};

  /** Links of one class. */
  public record OfClass(int links, double metres) {}

  /** Pieces that hang together for one user. */
  public record Pieces(int count, int nodes, int largest) {}

  public NetworkSummary {
    classes = Map.copyOf(classes);
    pieces = Map.copyOf(pieces);
    tagged = Map.copyOf(tagged);
  }

  /** O(links). */
  public static NetworkSummary of(StreetNetwork n) {
    Map<RoadClass, OfClass> classes = new EnumMap<>(RoadClass.class);
    Map<Attribute, Double> tagged = new EnumMap<>(Attribute.class);
    for (Attribute a : Attribute.values()) tagged.put(a, 0.0);
    double total = 0;
    double bare = 0;
    for (int l = 0; l < n.links(); l++) {
      double metres = n.metres(l);
      total += metres;
      classes.merge(n.roadClass(l), new OfClass(1, metres), (a, b) -> new OfClass(a.links + b.links, a.metres + b.metres));
      for (Attribute a : Attribute.values()) if (n.isTagged(l, a)) tagged.merge(a, metres, Double::sum);
      if (isBare(n, l)) bare += metres;
    }
    double whole = Math.max(total, Double.MIN_NORMAL);
    tagged.replaceAll((a, metres) -> metres / whole);
    Map<RoadUser, Pieces> pieces = new EnumMap<>(RoadUser.class);
    for (RoadUser user : RoadUser.values()) {
      Components c = Components.of(n, user);
      pieces.put(user, new Pieces(c.count(), c.nodes(), c.largest()));
    }
    return new NetworkSummary(n.provenance(), n.nodes(), n.links(), n.nodes() + n.innerPoints(), barriers(n), n.turnRules(), n.timedAccesses(), total, classes, pieces, tagged, bare / whole);
  }

  private static boolean isBare(StreetNetwork n, int link) {
    for (Attribute a : MEASURED) if (n.isTagged(link, a)) return false;
    return true;
  }

  private static int barriers(StreetNetwork n) {
    int barriers = 0;
    for (int v = 0; v < n.nodes(); v++) if (n.usersThrough(v) != RoadUser.ALL) barriers++;
    return barriers;
  }
}
