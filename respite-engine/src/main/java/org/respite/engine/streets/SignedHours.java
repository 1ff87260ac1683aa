// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.engine.world.Timeline;
import org.respite.model.finding.At;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.WarMark;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.TimedAccess;
import org.respite.roads.network.WeekHours;

/**
 * Streets that a sign or a gate closes to walkers in certain hours of the week, as marks in the weeks of a case. Hours in which a sign lets people in who may not enter
 * otherwise are not used.
 */
final class SignedHours {
  /** Windows are asked about up to two weeks longer than they are. */
  private static final int DAYS_BEYOND = 16;

  private SignedHours() {}

  static void add(Case c, StreetNetwork network, StreetGraph graph, Map<WarMark, int[]> marks) {
    Map<Integer, Integer> local = new HashMap<>();
    for (int l = 0; l < graph.links() && network.timedAccesses() > 0; l++) local.put(graph.networkLink(l), l);
    Map<WeekHours, int[]> shut = new LinkedHashMap<>();
    for (int i = 0; i < network.timedAccesses(); i++) {
      TimedAccess rule = network.timedAccess(i);
      Integer link = local.get(rule.arc() >> 1);
      if (link == null || rule.allowed() || (rule.users() & RoadUser.FOOT.bit()) == 0) continue;
      shut.merge(rule.hours(), new int[] {link}, SignedHours::joined);
    }
    List<Timeline> timelines = c.options().stream().map(o -> Timeline.of(c, o)).toList();
    ZoneId zone = c.theatre().zone();
    LocalDate first = timelines.stream().map(t -> t.begins().atZone(zone).toLocalDate()).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = timelines.stream().map(t -> t.instantOf(t.horizon()).atZone(zone).toLocalDate()).max(LocalDate::compareTo).orElseThrow().plusDays(DAYS_BEYOND);
    for (LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
      LocalDateTime week = monday.atStartOfDay();
      shut.forEach((hours, links) -> hours.spans().forEach(s -> marks.put(mark(network, week.plusMinutes(s.from()), week.plusMinutes(s.to()), zone), links)));
    }
  }

  private static int[] joined(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static WarMark mark(StreetNetwork network, LocalDateTime from, LocalDateTime to, ZoneId zone) {
    return new WarMark(WarMark.Kind.BLOCKED, new WarMark.Shape.Ways(Set.of()), Optional.of(from.atZone(zone).toInstant()), Optional.of(to.atZone(zone).toInstant()), 0, "sign", "", At.file(network.provenance().source()));
  }
}
