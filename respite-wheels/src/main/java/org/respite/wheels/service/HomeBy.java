// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * People who walk to a service and are to be home again by a set time: vaccination days, distributions. Whoever comes has walked there, waits for
 * one of several servers, and must still walk home. Each group walks at its pace and rests on the way. Who has farthest home is served first; as all
 * take the same time at the service and their last times differ only by the way, no order serves more (earliest deadline first, Jackson 1955; the
 * exchange argument holds where nobody comes later with an earlier deadline, else within one service time).
 */
public final class HomeBy {
  private HomeBy() {}

  /**
   * @param metres one way
   * @param metresPerSecond above 0
   * @param restMinutes on the way, one way
   */
  public record Group(String name, int people, double metres, double metresPerSecond, double restMinutes) {
    int walkSeconds() {
      return (int) Math.ceil(metres / metresPerSecond + restMinutes * 60);
    }
  }

  /** @param openSeconds from the opening, when people may leave home, to the time by which all are home */
  public record Service(int openSeconds, int servers, int seconds) {}

  /**
   * @param firstThere seconds from the opening
   * @param lastLeavesHome the last moment at which leaving home still lets one be served and be home in time, if nobody is before one; -1 if never
   * @param lastServed the last begin of a service; -1 if nobody is served
   */
  public record Result(Group group, int served, int firstThere, int lastLeavesHome, int lastServed) {}

  public static List<Result> of(List<Group> groups, Service service) {
    int[] left = groups.stream().mapToInt(Group::people).toArray();
    int[] last = new int[left.length];
    java.util.Arrays.fill(last, -1);
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int s = 0; s < service.servers(); s++) free.add(0);
    List<Integer> byWayHome = new ArrayList<>(java.util.stream.IntStream.range(0, left.length).boxed().toList());
    byWayHome.sort(Comparator.comparingInt(g -> -groups.get(g).walkSeconds()));
    while (!free.isEmpty()) {
      int now = free.poll();
      int next = next(groups, service, left, byWayHome, now);
      if (next < 0) continue; // nobody that this server could still serve
      int begin = Math.max(now, groups.get(next).walkSeconds());
      left[next]--;
      last[next] = Math.max(last[next], begin);
      free.add(begin + service.seconds());
    }
    List<Result> results = new ArrayList<>();
    for (int g = 0; g < left.length; g++) {
      int walk = groups.get(g).walkSeconds();
      int leave = service.openSeconds() - 2 * walk - service.seconds();
      results.add(new Result(groups.get(g), groups.get(g).people() - left[g], walk, Math.max(-1, leave), last[g]));
    }
    return results;
  }

  /** Of those who are there, who has farthest home; else who comes first. -1 where nobody can be served and be home in time. */
  private static int next(List<Group> groups, Service service, int[] left, List<Integer> byWayHome, int now) {
    int soonest = -1;
    for (int g : byWayHome) {
      int walk = groups.get(g).walkSeconds();
      if (left[g] == 0 || Math.max(now, walk) + service.seconds() + walk > service.openSeconds()) continue;
      if (walk <= now) return g;
      if (soonest < 0 || walk < groups.get(soonest).walkSeconds()) soonest = g;
    }
    return soonest;
  }
}
