// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;

/**
 * Lays platoons out over a network. First, in each period, the ways most of a home's people take in the optimum, with those
 * people; then, period by period again, who is still at home joins at an even rate, by ways of the optimum that still have that rate free
 * at every step of the period.
 */
final class Laying {
  /** Ways of a home that are tried for those who are left, the most used first. */
  private static final int WAYS_TRIED = 64;

  private final FlowProblem problem;
  private final Platoons.Rules rules;
  private final Walk walk;
  /** By first step of the period, then home; in a home by people, most first. */
  private final TreeMap<Integer, TreeMap<Integer, List<Draft>>> periods = new TreeMap<>();
  private final TreeMap<Integer, List<List<Integer>>> waysOfHome = new TreeMap<>();
  private final Map<Integer, Long> left = new TreeMap<>();

  Laying(FlowProblem p, List<Departures.Departure> departures, Platoons.Rules rules) {
    problem = p;
    this.rules = rules;
    walk = new Walk(p);
    Map<Integer, Map<List<Integer>, Long>> ways = new TreeMap<>();
    for (Departures.Departure d : departures) {
      int home = d.way().home();
      left.merge(home, d.people(), Long::sum);
      ways.computeIfAbsent(home, h -> new LinkedHashMap<>()).merge(d.way().arcs(), d.people(), Long::sum);
      draft(d.step() / rules.period() * rules.period(), home, d.way().arcs()).people += d.people();
    }
    ways.forEach((home, people) -> waysOfHome.put(home, people.entrySet().stream()
        .sorted(Map.Entry.<List<Integer>, Long>comparingByValue().reversed()).limit(WAYS_TRIED).map(Map.Entry::getKey).toList()));
    for (Map<Integer, List<Draft>> homes : periods.values()) homes.replaceAll((home, drafts) -> mostUsed(drafts));
  }

  private Draft draft(int from, int home, List<Integer> arcs) {
    List<Draft> drafts = periods.computeIfAbsent(from, f -> new TreeMap<>()).computeIfAbsent(home, h -> new ArrayList<>());
    for (Draft d : drafts) if (d.arcs.equals(arcs)) return d;
    Draft d = new Draft(home, from, (int) Math.min(problem.horizon() + 1L, (long) from + rules.period()), arcs);
    drafts.add(d);
    return d;
  }

  private List<Draft> mostUsed(List<Draft> drafts) {
    drafts.sort(Comparator.comparingLong((Draft d) -> -d.people));
    return new ArrayList<>(drafts.subList(0, Math.min(rules.ways(), drafts.size())));
  }

  List<Platoons.Platoon> lay() {
    for (Map<Integer, List<Draft>> homes : periods.values()) {
      List<Draft> all = homes.values().stream().flatMap(List::stream).toList();
      // Step by step through all platoons of a period at once: who sets out first has the right of way.
      for (int t = all.get(0).from; t < all.get(0).to; t++) for (Draft d : all) send(d, t, d.turn(t));
    }
    int last = periods.isEmpty() ? -1 : periods.lastKey();
    for (int from = 0; from <= last; from += rules.period()) for (int home : waysOfHome.keySet()) join(home, from);
    List<Platoons.Platoon> platoons = new ArrayList<>();
    periods.values().forEach(homes -> homes.values().forEach(drafts -> {
      for (Draft d : drafts) if (d.sent > 0) platoons.add(new Platoons.Platoon(d.home, d.from, d.to, d.sent, d.arcs, d.waiting));
    }));
    return platoons;
  }

  /** Sends up to {@code people} at the step, and returns how many went. */
  private long send(Draft d, int t, long people) {
    long now = Math.min(Math.min(people, left.get(d.home)), walk.atHome(d.home, t));
    long all = 0;
    while (now > 0) {
      long gone = walk.go(d.arcs, t, now);
      if (gone == 0) break;
      walk.leave(d.home, gone);
      left.merge(d.home, -gone, Long::sum);
      d.sent += gone;
      d.waiting += gone * walk.waited();
      now -= gone;
      all += gone;
    }
    return all;
  }

  private void join(int home, int from) {
    for (List<Integer> arcs : waysOfHome.get(home)) {
      if (left.get(home) == 0) return;
      int to = (int) Math.min(problem.horizon() + 1L, (long) from + rules.period());
      long rate = Long.MAX_VALUE;
      for (int t = from; t < to && rate > 0; t++) rate = Math.min(rate, walk.roomWithoutWaiting(arcs, t));
      rate = Math.min(rate, (left.get(home) + to - from - 1) / (to - from));
      if (rate == 0 || walk.atHome(home, from) < rate) continue;
      Draft d = place(from, home, arcs);
      for (int t = from; d != null && t < to; t++) send(d, t, rate);
    }
  }

  /** The platoon that people would join, or null if the home already uses as many ways as it may. */
  private Draft place(int from, int home, List<Integer> arcs) {
    List<Draft> drafts = periods.getOrDefault(from, new TreeMap<>()).getOrDefault(home, List.of());
    boolean known = drafts.stream().anyMatch(d -> d.arcs.equals(arcs));
    return known || drafts.size() < rules.ways() ? draft(from, home, arcs) : null;
  }

  /** Who enters which arc when; given up to the caller. */
  int[][] entering() {
    return walk.entering();
  }

  /** A platoon while it is laid out. */
  private static final class Draft {
    final int home;
    final int from;
    final int to;
    final List<Integer> arcs;
    long people;
    long sent;
    long waiting;

    Draft(int home, int from, int to, List<Integer> arcs) {
      this.home = home;
      this.from = from;
      this.to = to;
      this.arcs = arcs;
    }

    /** How many should go at step {@code t} so that all go evenly, those who found no room before among them. */
    long turn(int t) {
      long due = t + 1 == to ? people : (long) Math.floor((double) people * (t + 1 - from) / (to - from));
      return due - sent;
    }
  }
}
