// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.risk;

import java.util.List;
import java.util.SplittableRandom;
import org.respite.wheels.closing.Convoy;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.replay.Calls;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/** Draws what becomes of each convoy: let through, held up, or refused and called off, as the priors of its way say. A convoy has one fate. */
final class Missions {
  private final List<Trip> trips;
  private final int[] convoyOf;
  private final int convoys;
  private final long seed;

  Missions(Schedule s, long seed) {
    this.trips = s.trips();
    this.seed = seed;
    this.convoyOf = new int[trips.size()];
    List<Convoy> all = Convoy.of(s);
    this.convoys = all.size();
    java.util.Map<Trip, Integer> index = new java.util.IdentityHashMap<>();
    for (int i = 0; i < trips.size(); i++) index.put(trips.get(i), i);
    for (Convoy c : all) for (Trip t : c.trips()) convoyOf[index.get(t)] = c.number() - 1;
  }

  /** @param world whose priors hold */
  Calls draw(int index, Problem world) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
    double[] u = random.doubles(convoys).toArray();
    boolean[] off = new boolean[trips.size()];
    int[] delay = new int[trips.size()];
    for (int i = 0; i < off.length; i++) {
      TripType.Prior p = world.types().get(trips.get(i).typeIndex()).prior();
      double x = u[convoyOf[i]];
      off[i] = x < p.off();
      delay[i] = !off[i] && x < p.off() + p.impeded() ? p.delay() : 0;
    }
    return new Calls(off, delay);
  }
}
