// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.respite.monitor.incident.Report;

/**
 * Fire that is told to a part of a day, to a day or to more, laid evenly on the hours it may lie in: as often here as there, and as many in all
 * as were told. It brings fire to hours and never calm; whoever told more than a source's quota an hour counts for that.
 *
 * <p>Whole incidents are laid where the running sum of the shares passes the next whole number, so that the order of reports changes nothing.
 */
final class Spread {
  private record Laid(Report report, int from, int to) {
    double share() {
      return 1.0 / (to - from);
    }
  }

  private final int hours;
  private final List<Laid> laid = new ArrayList<>();
  private final Map<String, double[]> bySource = new HashMap<>();

  Spread(int hours) {
    this.hours = hours;
  }

  /** Hours {@code [from, to)} of the grid; those outside it are not counted, and their share is not moved inside. */
  void add(Report report, int from, int to) {
    var one = new Laid(report, from, to);
    laid.add(one);
    double[] ofSource = bySource.computeIfAbsent(report.origin().root(), k -> new double[hours]);
    for (int h = Math.max(0, from); h < Math.min(hours, to); h++) ofSource[h] += one.share();
  }

  int size() {
    return laid.size();
  }

  /** Adds to all fire, and to that of each kind and each actor alleged. */
  void addTo(int[] fire, Map<String, int[]> byKind, Map<String, int[]> byActor) {
    double[] all = new double[hours];
    Map<String, double[]> kinds = new TreeMap<>();
    Map<String, double[]> actors = new TreeMap<>();
    for (Laid one : laid) {
      double[] ofSource = bySource.get(one.report.origin().root());
      double[] kind = kinds.computeIfAbsent(one.report.kind(), k -> new double[hours]);
      double[] actor = actors.computeIfAbsent(one.report.alleged().actor(), k -> new double[hours]);
      for (int h = Math.max(0, one.from); h < Math.min(hours, one.to); h++) {
        double share = one.share() * Math.min(1, Quota.AN_HOUR / ofSource[h]);
        all[h] += share;
        kind[h] += share;
        actor[h] += share;
      }
    }
    whole(all, fire);
    kinds.forEach((name, shares) -> whole(shares, byKind.computeIfAbsent(name, k -> new int[hours])));
    actors.remove("");
    actors.forEach((name, shares) -> whole(shares, byActor.computeIfAbsent(name, k -> new int[hours])));
  }

  /** Adds one where the running sum comes nearest to the next whole number. */
  private static void whole(double[] shares, int[] to) {
    double sum = 0;
    long told = 0;
    for (int h = 0; h < shares.length; h++) {
      sum += shares[h];
      long now = (long) Math.floor(sum + 0.5 + 1e-9);
      to[h] += (int) (now - told);
      told = now;
    }
  }
}
