// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

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

/** Walking times on the case's sketch: home is a district. */
final class SchematicReach implements Reach {
  private final World world;
  private final Timeline timeline;
  private final int[] districts;
  private final Map<String, Integer> siteIndex = new HashMap<>();
  private final int[] linkFrom;
  private final int[] linkTo;
  private final double[] linkMetres;
  private final int[][] neighbours;
  private final Map<Walk, int[]> reached = new HashMap<>();
  private final Map<Walk, int[]> staged = new HashMap<>();

  /** Groups of one speed share their walks; {@code end} is the index of the site where they all end, or begin. */
  private record Walk(double metresPerMinute, int end) {}

  SchematicReach(Case theCase, World world, Timeline timeline) {
    this.world = world;
    this.timeline = timeline;
    for (Site s : theCase.geography().sites()) siteIndex.put(s.id(), siteIndex.size());
    districts = theCase.geography().districts().stream().mapToInt(d -> siteIndex.get(d.id())).toArray();
    double detour = world.value(theCase.geography().streets().detour(), Unit.RATIO);
    List<Streets.Link> links = theCase.geography().streets().links();
    linkFrom = links.stream().mapToInt(l -> siteIndex.get(l.from())).toArray();
    linkTo = links.stream().mapToInt(l -> siteIndex.get(l.to())).toArray();
    linkMetres = links.stream().mapToDouble(l -> l.lengthM() * detour).toArray();
    neighbours = neighbours();
  }

  @Override
  public Sources sources(Demand demand) {
    return Sources.of(Arrays.stream(demand.people()).map(row -> Arrays.stream(row).map(p -> p * Network.UNITS_PER_PERSON).toArray()).toArray(long[][]::new));
  }

  @Override
  public int[] minutes(Group group, String site) {
    return reached.computeIfAbsent(new Walk(world.value(group.speed(), Unit.METRES_PER_SECOND) * 60, siteIndex.get(site)), this::minutes);
  }

  /** Streets being alike both ways, one search from the end serves every home within the first window; farther ones are walked by stages. */
  private int[] minutes(Walk to) {
    int[] direct = spread(to, (at, minutes) -> at + minutes);
    int first = timeline.open().getFirst().minutes();
    return Arrays.stream(districts).map(home -> direct[home] < first ? direct[home] : byStages(new Walk(to.metresPerMinute, home))[to.end]).toArray();
  }

  /** First minute at each site for who leaves the walk's end when the first window opens; nobody is under way when a window closes. */
  private int[] byStages(Walk from) {
    return staged.computeIfAbsent(from, walk -> spread(walk, this::arrives));
  }

  /** Dijkstra 1959 from the walk's end at minute 0. */
  private int[] spread(Walk walk, IntBinaryOperator arrival) {
    int[] at = new int[siteIndex.size()];
    Arrays.fill(at, NEVER);
    at[walk.end] = 0;
    PriorityQueue<Long> open = new PriorityQueue<>();
    open.add((long) walk.end);
    while (!open.isEmpty()) {
      long top = open.poll();
      int site = (int) top;
      int minute = (int) (top >> 32);
      if (minute > at[site]) continue;
      for (int l : neighbours[site]) {
        int to = linkFrom[l] == site ? linkTo[l] : linkFrom[l];
        int arrives = arrival.applyAsInt(minute, (int) Math.ceil(linkMetres[l] / walk.metresPerMinute - 1e-9));
        if (arrives >= at[to]) continue;
        at[to] = arrives;
        open.add((long) arrives << 32 | to);
      }
    }
    return at;
  }

  private int[][] neighbours() {
    int[][] near = new int[siteIndex.size()][];
    int[] count = new int[near.length];
    for (int l = 0; l < linkFrom.length; l++) {
      count[linkFrom[l]]++;
      count[linkTo[l]]++;
    }
    for (int i = 0; i < near.length; i++) near[i] = new int[count[i]];
    for (int l = linkFrom.length - 1; l >= 0; l--) {
      near[linkTo[l]][--count[linkTo[l]]] = l;
      near[linkFrom[l]][--count[linkFrom[l]]] = l;
    }
    return near;
  }

  private int arrives(int from, int minutes) {
    for (Timeline.Open o : timeline.open()) {
      int start = Math.max(from, o.from());
      if (start + minutes < o.to()) return start + minutes;
    }
    return NEVER;
  }
}
