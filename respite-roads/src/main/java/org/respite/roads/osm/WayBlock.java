// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.respite.roads.network.NetworkColumns.Kind;

/** Takes the streets and turn restrictions of a block. */
final class WayBlock implements Elements {
  private static final int OSM_MOST_REFS = 2_000;

  final List<Street> streets = new ArrayList<>();
  final List<Restriction> restrictions = new ArrayList<>();
  final Oddities oddities = new Oddities();
  private final StreetTags streetTags = new StreetTags(oddities);
  private final Restrictions restrictionTags = new Restrictions(oddities);
  private final Optional<NodeStore> inside;
  private long refs;

  /** A street with the OSM ids of its nodes. */
  record Street(Kind kind, long[] refs) {}

  /** @param inside where an area is cut out: the nodes inside, which a street must have two of in a row */
  WayBlock(Optional<NodeStore> inside) {
    this.inside = inside;
  }

  @Override
  public void way(long id, long[] nodes, int count, Tags tags) {
    if (inside.isPresent() && !reaches(inside.get(), nodes, count)) return;
    Optional<Kind> kind = streetTags.read(id, tags);
    if (kind.isEmpty()) return;
    long[] distinct = withoutRepeats(id, nodes, count);
    if (distinct.length < 2) {
      oddities.count(Oddities.Odd.ONE_NODE_WAY, "", "way " + id);
      return;
    }
    if (distinct.length > OSM_MOST_REFS) oddities.count(Oddities.Odd.LONG_WAY, "", "way " + id);
    streets.add(new Street(kind.get(), distinct));
    refs += distinct.length;
  }

  private static boolean reaches(NodeStore inside, long[] nodes, int count) {
    int hint = 0;
    boolean before = false;
    for (int i = 0; i < count; i++) {
      int at = inside.find(nodes[i], hint);
      if (at >= 0 && before) return true;
      before = at >= 0;
      if (before) hint = at;
    }
    return false;
  }

  private long[] withoutRepeats(long id, long[] nodes, int count) {
    long[] kept = new long[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0 && nodes[i] == nodes[i - 1]) oddities.count(Oddities.Odd.REPEATED_REF, "", "way " + id);
      else kept[n++] = nodes[i];
    }
    return n == count ? kept : Arrays.copyOf(kept, n);
  }

  @Override
  public void relation(long id, Members members, Tags tags) {
    restrictions.addAll(restrictionTags.read(id, members, tags));
  }

  void addAll(WayBlock other) {
    streets.addAll(other.streets);
    restrictions.addAll(other.restrictions);
    oddities.addAll(other.oddities);
    refs += other.refs;
  }

  /** The ids of all nodes of all streets, with repeats. */
  long[] nodeIds() {
    long[] ids = new long[Math.toIntExact(refs)];
    int n = 0;
    for (Street s : streets) {
      System.arraycopy(s.refs, 0, ids, n, s.refs.length);
      n += s.refs.length;
    }
    return ids;
  }
}
