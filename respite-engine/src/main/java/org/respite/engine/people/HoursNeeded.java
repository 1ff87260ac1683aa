// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.OptionalDouble;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;

/** How long the windows would have to be open until everybody is out, the last of them ending earlier or later. */
public final class HoursNeeded {
  /** Beyond two weeks more the answer is "not by these ways". */
  private static final int LONGEST_EXTENSION_MIN = 14 * 24 * 60;

  private HoursNeeded() {}

  /** Hours of open window, to the minute by bisection; empty where some can never get out, or not within two weeks more. */
  public static OptionalDouble of(Ground ground, World world, Timeline timeline, Demand demand) {
    long everybody = demand.total();
    int enough = LONGEST_EXTENSION_MIN;
    int tooFew = -timeline.open().getLast().minutes();
    Timeline longest = timeline.extendedBy(enough);
    if (out(ground, world, longest, longest, demand) < everybody) return OptionalDouble.empty();
    while (enough - tooFew > 1) {
      int middle = (enough + tooFew) / 2;
      if (out(ground, world, timeline.extendedBy(middle), longest, demand) >= everybody) enough = middle;
      else tooFew = middle;
    }
    return OptionalDouble.of(timeline.hours() + enough / 60.0);
  }

  private static long out(Ground ground, World world, Timeline timeline, Timeline longest, Demand demand) {
    return new GateCount(ground, world, timeline, longest).out(demand);
  }
}
