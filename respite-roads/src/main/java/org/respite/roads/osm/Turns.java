// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.TurnRule;
import org.respite.roads.osm.Oddities.Odd;

/** Turns restrictions between ways into rules between arcs. */
final class Turns {
  private final NetworkColumns links;
  private final Oddities oddities;
  private final LongToIntFunction nodeOf;
  private final boolean cutOut;
  private final Map<Long, List<Integer>> linksOf = new HashMap<>();

  /**
   * @param nodeOf the network's node of an OSM node, or -1
   * @param cutOut whether streets were left out on purpose, being outside the area
   */
  Turns(NetworkColumns links, LongToIntFunction nodeOf, boolean cutOut, Oddities oddities) {
    this.links = links;
    this.nodeOf = nodeOf;
    this.cutOut = cutOut;
    this.oddities = oddities;
  }

  void add(List<Restriction> restrictions) {
    Set<Long> ways = new HashSet<>();
    for (Restriction r : restrictions) {
      ways.addAll(r.from());
      ways.addAll(r.viaWays());
      ways.addAll(r.to());
    }
    for (int l = 0; l < links.links() && !ways.isEmpty(); l++) {
      if (ways.contains(links.way(l))) linksOf.computeIfAbsent(links.way(l), w -> new ArrayList<>()).add(l);
    }
    for (Restriction r : restrictions) {
      for (long from : r.from()) for (long to : r.to()) add(r, from, to);
    }
  }

  private void add(Restriction r, long from, long to) {
    boolean known = linksOf.containsKey(from) && linksOf.containsKey(to) && linksOf.keySet().containsAll(r.viaWays());
    List<List<Integer>> paths = !known ? List.of() : r.viaWays().isEmpty() ? atNode(r, from, to) : overWays(r, from, to);
    if (paths.size() == 1) links.turnRule(new TurnRule(paths.getFirst(), r.users(), r.only(), r.hours()));
    else if (known || !cutOut) oddities.count(paths.isEmpty() ? Odd.TURN_INCOMPLETE : Odd.TURN_AMBIGUOUS, "", "relation " + r.id());
  }

  private List<List<Integer>> atNode(Restriction r, long from, long to) {
    int via = nodeOf.applyAsInt(r.viaNode().getFirst());
    List<List<Integer>> paths = new ArrayList<>();
    for (int in : arcs(from, r.users())) {
      if (head(in) != via) continue;
      for (int out : arcs(to, r.users())) {
        if (tail(out) == via && (from != to || out == (in ^ 1))) paths.add(List.of(in, out));
      }
    }
    return paths;
  }

  /** Paths from an arc of one way over links of the via ways, none twice, to an arc of the other. */
  private List<List<Integer>> overWays(Restriction r, long from, long to) {
    List<Integer> between = new ArrayList<>();
    for (long via : r.viaWays()) between.addAll(arcs(via, r.users()));
    List<List<Integer>> paths = new ArrayList<>();
    for (int in : arcs(from, r.users())) walk(new ArrayList<>(List.of(in)), between, arcs(to, r.users()), paths);
    return paths;
  }

  private void walk(List<Integer> path, List<Integer> between, List<Integer> outs, List<List<Integer>> paths) {
    if (paths.size() > 1 || path.size() > 16) return;
    int here = head(path.getLast());
    if (path.size() > 1) {
      for (int out : outs) {
        if (tail(out) != here) continue;
        List<Integer> whole = new ArrayList<>(path);
        whole.add(out);
        paths.add(whole);
      }
    }
    for (int next : between) {
      if (tail(next) != here || path.contains(next) || path.contains(next ^ 1)) continue;
      path.add(next);
      walk(path, between, outs, paths);
      path.removeLast();
    }
  }

  /** The arcs of a way that somebody bound by the rule may drive. */
  private List<Integer> arcs(long way, int users) {
    List<Integer> arcs = new ArrayList<>();
    for (int link : linksOf.get(way)) {
      if ((links.users(2 * link) & users) != 0) arcs.add(2 * link);
      if ((links.users(2 * link + 1) & users) != 0) arcs.add(2 * link + 1);
    }
    return arcs;
  }

  private int head(int arc) {
    return (arc & 1) == 0 ? links.to(arc >> 1) : links.from(arc >> 1);
  }

  private int tail(int arc) {
    return head(arc ^ 1);
  }
}
