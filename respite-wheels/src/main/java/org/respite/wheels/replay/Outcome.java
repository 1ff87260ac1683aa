// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replay;

import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.replay.Replay.Fate;
import org.respite.wheels.schedule.Trip;

/** What became of every trip. A view of the replay that made it: the next run writes over it. */
public final class Outcome {
  private final Replay replay;
  private final long events;

  Outcome(Replay replay, long events) {
    this.replay = replay;
    this.events = events;
  }

  public int trips() {
    return replay.fate.length;
  }

  public long events() {
    return events;
  }

  /** A load that arrived counts even where its vehicle did not get out again: see {@link #delivered}. */
  public Fate fate(int trip) {
    return replay.fate[trip];
  }

  /** When a stage began; -1 if it never did. */
  public int start(int trip, int stage) {
    return replay.starts[trip][stage];
  }

  public int end(int trip, int stage) {
    return replay.ends[trip][stage];
  }

  /** When the vehicle was through; {@link Calendar#NEVER} if it was caught for good. */
  public int out(int trip) {
    return replay.out[trip];
  }

  /** The stage before which it turned back or was caught; -1 where neither. */
  public int stoodAt(int trip) {
    return replay.stoodAt[trip];
  }

  public boolean delivered(int trip) {
    Trip t = replay.trips().get(trip);
    return replay.ends[trip][t.type().delivers()] >= 0;
  }

  /** Worth of what arrived. Of people no more ride than would leave in this world, the first vehicles first. */
  public double value() {
    List<Cargo> cargo = replay.world().cargo();
    double[] left = cargo.stream().mapToDouble(c -> c.people() ? c.amount() : Double.POSITIVE_INFINITY).toArray();
    double sum = 0;
    for (int i = 0; i < trips(); i++) {
      if (!delivered(i)) continue;
      for (Trip.Load l : replay.trips().get(i).load()) {
        double boarded = Math.min(left[l.cargo()], l.sent());
        left[l.cargo()] -= boarded;
        sum += l.sent() == 0 ? 0 : arrives(i, l) * boarded / l.sent() * cargo.get(l.cargo()).value();
      }
    }
    return sum;
  }

  /** In this world's share of what is taken off or held back. */
  public double arrives(int trip, Trip.Load l) {
    return l.sent() * replay.world().types().get(replay.trips().get(trip).typeIndex()).arriving().get(l.cargo());
  }

  public int count(Fate fate) {
    int n = 0;
    for (Fate f : replay.fate) if (f == fate) n++;
    return n;
  }
}
