// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntBinaryOperator;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;

/** Walking times on the case's sketch: a source is a group in a district. */
final class SchematicReach implements Reach {
  private final World world;
  private final Timeline timeline;
  private final Demand demand;
  private final Map<String, Integer> siteIndex = new HashMap<>();
  private final int[] linkFrom;
  private final int[] linkTo;
  private final double[] linkMetres;
  private final Map<Integer, int[]> minutesTo = new HashMap<>();
  private final Map<Integer, int[]> byStages = new HashMap<>();
  /** Group and district of everybody who is somewhere. */
  private final List<int[]> sources = new ArrayList<>();
  private int[][] neighbours;

  SchematicReach(Case theCase, World world, Timeline timeline, Demand demand) {
    this.world = world;
    this.timeline = timeline;
    this.demand = demand;
    for (Site s : theCase.geography().sites()) siteIndex.put(s.id(), siteIndex.size());
    double detour = world.value(theCase.geography().streets().detour(), Unit.RATIO);
    List<Streets.Link> links = theCase.geography().streets().links();
    linkFrom = links.stream().mapToInt(l -> siteIndex.get(l.from())).toArray();
    linkTo = links.stream().mapToInt(l -> siteIndex.get(l.to())).toArray();
    linkMetres = links.stream().mapToDouble(l -> l.lengthM() * detour).toArray();
    for (int g = 0; g < demand.groups().size(); g++) {
      for (int d = 0; d < demand.districts().size(); d++) if (demand.people()[g][d] > 0) sources.add(new int[] {g, d});
    }
  }

  @Override
  public int sources() {
    return sources.size();
  }

  @Override
  public int group(int source) {
    return sources.get(source)[0];
  }

  @Override
  public long units(int source) {
    return demand.people()[sources.get(source)[0]][sources.get(source)[1]] * (long) Network.UNITS_PER_PERSON;
  }

  @Override
  public int minute(int source, String site) {
    int group = group(source);
    int entry = siteIndex.get(site);
    Site home = demand.districts().get(sources.get(source)[1]);
    int minutes = minutesTo.computeIfAbsent(group * siteIndex.size() + entry, _ -> minutesTo(demand.groups().get(group), entry))[siteIndex.get(home.id())];
    if (minutes < timeline.open().getFirst().minutes()) return minutes;
    return byStages.computeIfAbsent(group * siteIndex.size() + siteIndex.get(home.id()), _ -> walk(demand.groups().get(group), home))[entry];
  }

  /** Walking minutes from each site to {@code entry}, streets being alike both ways. */
  private int[] minutesTo(Group group, int entry) {
    return spread(group, entry, (at, minutes) -> at + minutes);
  }

  /** First minute at each site for who leaves {@code home} when the first window opens; nobody is under way when a window closes. */
  private int[] walk(Group group, Site home) {
    return spread(group, siteIndex.get(home.id()), this::arrives);
  }

  /** Dijkstra 1959 from {@code start} at minute 0. */
  private int[] spread(Group group, int start, IntBinaryOperator arrival) {
    int[] at = new int[siteIndex.size()];
    Arrays.fill(at, NEVER);
    at[start] = 0;
    PriorityQueue<Long> open = new PriorityQueue<>();
    open.add((long) start);
    int[][] near = neighbours();
    double metresPerMinute = world.value(group.speed(), Unit.METRES_PER_SECOND) * 60;
    while (!open.isEmpty()) {
      long top = open.poll();
      int site = (int) top;
      int minute = (int) (top >> 32);
      if (minute > at[site]) continue;
      for (int l : near[site]) {
        int to = linkFrom[l] == site ? linkTo[l] : linkFrom[l];
        int arrives = arrival.applyAsInt(minute, (int) Math.ceil(linkMetres[l] / metresPerMinute - 1e-9));
        if (arrives >= at[to]) continue;
        at[to] = arrives;
        open.add((long) arrives << 32 | to);
      }
    }
    return at;
  }

  private int[][] neighbours() {
    if (neighbours != null) return neighbours;
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < siteIndex.size(); i++) lists.add(new ArrayList<>());
    for (int l = 0; l < linkFrom.length; l++) {
      lists.get(linkFrom[l]).add(l);
      lists.get(linkTo[l]).add(l);
    }
    neighbours = lists.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    return neighbours;
  }

  private int arrives(int from, int minutes) {
    for (Timeline.Open o : timeline.open()) {
      int start = Math.max(from, o.from());
      if (start + minutes < o.to()) return start + minutes;
    }
    return NEVER;
  }
}
