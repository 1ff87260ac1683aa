// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;

/** How long the windows would have to be open until everybody is out: exact, by solving on a last window that ends later. */
public final class HoursNeeded {
  /** Beyond two weeks the answer is "not by these ways". */
  private static final int LONGEST_EXTENSION_MIN = 14 * 24 * 60;

  private static final int FIRST_EXTENSION_MIN = 4 * 60;

  private HoursNeeded() {}

  /**
   * Hours of open window, the last window growing; empty where some can never get out, or not within two weeks more.
   *
   * @param plan the solved question, so that nothing is solved twice
   */
  public static OptionalDouble of(Case c, World world, Demand demand, Evacuation plan) {
    Timeline timeline = plan.timeline();
    Evacuation longer = plan;
    int extension = 0;
    while (true) {
      OptionalInt last = longer.everybodyOutAt();
      if (last.isPresent()) return OptionalDouble.of(hoursOpenBefore(longer.timeline(), last.getAsInt() + 1));
      int next = nextExtension(longer, demand, extension);
      if (next < 0 || next > LONGEST_EXTENSION_MIN) return OptionalDouble.empty();
      extension = next;
      longer = Evacuation.solve(c, world, timeline.extendedBy(extension), demand);
    }
  }

  /** Far enough for the rest at the last hour's rate; -1 when nobody is coming out any more though time was given. */
  private static int nextExtension(Evacuation reached, Demand demand, int extension) {
    long[] out = reached.outByMinute();
    int end = out.length - 1;
    long lastHour = out[end] - (end >= 60 ? out[end - 60] : 0);
    if (lastHour == 0) return extension < FIRST_EXTENSION_MIN ? FIRST_EXTENSION_MIN : -1;
    long minutes = (demand.total() - out[end]) * 60 / lastHour;
    return (int) Math.min(Integer.MAX_VALUE, extension + minutes + minutes / 8 + 60);
  }

  private static double hoursOpenBefore(Timeline timeline, int step) {
    return timeline.open().stream().mapToInt(o -> Math.max(0, Math.min(o.to(), step) - o.from())).sum() / 60.0;
  }
}
