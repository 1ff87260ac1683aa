// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.respite.wheels.movement.Movement;

/**
 * People out in the question's windows: what could, what would, what did; three numbers that are never mixed.
 *
 * @param inside civilians inside
 * @param could civilians who could be out by the end: in no draw does any plan get more out; fewer where streets bind
 * @param plan the optimum of the middle world, minute by minute
 * @param wounded the same for the wounded; empty where no group of wounded has a number
 * @param firsts for each group of civilians alone: what it could reach if it went first
 * @param gains what one more of something adds, largest first
 * @param vehicles buses and ambulances one by one
 * @param hoursNeeded hours open until all civilians are out; empty where not within two weeks, or not by any corridor
 */
public record PeopleOut(
    Spread inside,
    Spread could,
    Spread couldShare,
    Would would,
    List<Did> did,
    Plan plan,
    Optional<ClassOut> wounded,
    List<ClassOut> firsts,
    List<Gain> gains,
    Optional<Spread> hoursNeeded,
    Movement vehicles) {

  /**
   * Who would leave if free to choose. The willing share is never defaulted.
   *
   * @param stated whether anybody stated or assumed a willing share
   * @param out empty where nobody did
   * @param curve out by the end for willing shares of 0 to 100 %, middle world
   */
  public record Would(boolean stated, Optional<Spread> out, List<Point> curve) {
    /** @param share in [0, 1] of every group of civilians */
    public record Point(double share, long out) {}
  }

  /**
   * A count of people who did leave. Counts of different counters are never added.
   *
   * @param low -1 where the counter gave no figure
   * @param corridor name; empty where not stated
   */
  public record Did(String from, String to, long low, long high, String whoCounted, String corridor, String group, String source, String note) {}

  /**
   * A class or group of people by itself.
   *
   * @param allOutAt in the middle world, when the last of them is out; empty if not within the windows
   */
  public record ClassOut(
      String id, String name, Spread people, Spread could, Spread couldShare, Optional<Instant> allOutAt, Optional<Spread> hoursNeeded, Bottleneck bottleneck) {}

  /**
   * The optimum of the middle world.
   *
   * @param begins instant of step 0; steps are minutes
   * @param outByMinute cumulative people out at the end of each minute, index 0 = minute 0
   * @param corridors hour by hour
   * @param districts who is left behind
   * @param bottleneck from the cut that proves the optimum
   * @param exact false only where streets that groups share bind; then {@code upperBound} exceeds the plan
   */
  public record Plan(
      Instant begins,
      long[] outByMinute,
      long inside,
      long out,
      long upperBound,
      boolean exact,
      List<Hour> hours,
      List<CorridorOut> corridors,
      List<DistrictOut> districts,
      Bottleneck bottleneck,
      Proof proof) {}

  /** An hour of the timeline that lies at least partly inside a window. */
  public record Hour(Instant from, Instant to) {}

  /** @param byHour people out by this corridor in each of the plan's hours */
  public record CorridorOut(String id, String name, long out, long[] byHour, Optional<Instant> fullFrom, Optional<Instant> fullTo, String status) {}

  public record DistrictOut(String id, String name, String nameAr, long people, long out) {}

  /** The checker's word on the plan: feasible, and as large as a cut that no plan can pass. */
  public record Proof(boolean feasible, long flowValue, long cutValue, String words) {
    public boolean holds() {
      return feasible && flowValue == cutValue;
    }
  }
}
