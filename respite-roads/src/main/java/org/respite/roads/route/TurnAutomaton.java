// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.TurnRule;
import org.respite.roads.network.WeekHours;

/**
 * Remembers as much of the way driven as turn rules need: which beginnings of rules the last arcs are (Aho and Corasick 1975). A state is an arc, or
 * beyond {@link StreetNetwork#arcs()} a beginning of a rule that ends in an arc. Rules over one junction and rules over several streets are then the same.
 * Memory O(arcs of the rules); a step costs O(1) where no rule begins.
 */
final class TurnAutomaton {
  private static final int ROOT = -1;

  private final int arcs;
  private final List<Beginning> beginnings = new ArrayList<>();
  private final Map<Integer, Integer> first = new HashMap<>();

  private static final class Beginning {
    final int arc;
    final int depth;
    final Map<Integer, Integer> next = new HashMap<>();
    final Set<Integer> forbidden = new HashSet<>();
    final Set<Integer> only = new HashSet<>();
    int shorter = ROOT;

    Beginning(int arc, int depth) {
      this.arc = arc;
      this.depth = depth;
    }
  }

  /** @param when which rules hold */
  TurnAutomaton(StreetNetwork network, RoadUser user, Predicate<WeekHours> when) {
    arcs = network.arcs();
    for (int r = 0; r < network.turnRules(); r++) {
      TurnRule rule = network.turnRule(r);
      if ((rule.users() & user.bit()) != 0 && when.test(rule.hours())) add(rule);
    }
    linkShorter();
  }

  private void add(TurnRule rule) {
    Map<Integer, Integer> next = first;
    Beginning at = null;
    for (int arc : rule.arcs().subList(0, rule.arcs().size() - 1)) {
      int depth = at == null ? 1 : at.depth + 1;
      int index = next.computeIfAbsent(arc, a -> {
        beginnings.add(new Beginning(a, depth));
        return beginnings.size() - 1;
      });
      at = beginnings.get(index);
      next = at.next;
    }
    (rule.only() ? at.only : at.forbidden).add(rule.arcs().getLast());
  }

  /** Breadth first: the longest shorter beginning that the same arcs are. */
  private void linkShorter() {
    ArrayDeque<Beginning> due = new ArrayDeque<>();
    first.values().forEach(i -> due.add(beginnings.get(i)));
    while (!due.isEmpty()) {
      Beginning b = due.remove();
      b.next.forEach((arc, i) -> {
        beginnings.get(i).shorter = longest(b.shorter, arc);
        due.add(beginnings.get(i));
      });
    }
  }

  private int longest(int from, int arc) {
    for (int b = from; b != ROOT; b = beginnings.get(b).shorter) {
      Integer next = beginnings.get(b).next.get(arc);
      if (next != null) return next;
    }
    return first.getOrDefault(arc, ROOT);
  }

  /** How many states there are. */
  int states() {
    return arcs + beginnings.size();
  }

  int arcOf(int state) {
    return state < arcs ? state : beginnings.get(state - arcs).arc;
  }

  /** The state of one who starts with this arc. */
  int start(int arc) {
    int b = first.getOrDefault(arc, ROOT);
    return b == ROOT ? arc : arcs + b;
  }

  /** The state after driving one arc more, or -1 where a rule forbids it. */
  int next(int state, int arc) {
    if (state < arcs) return start(arc);
    for (int b = state - arcs; b != ROOT; b = beginnings.get(b).shorter) {
      Beginning at = beginnings.get(b);
      if (at.forbidden.contains(arc) || !at.only.isEmpty() && !at.only.contains(arc)) return -1;
    }
    int b = longest(state - arcs, arc);
    return b == ROOT ? arc : arcs + b;
  }
}
