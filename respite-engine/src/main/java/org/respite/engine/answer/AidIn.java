// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;
import java.util.Optional;
import org.respite.wheels.movement.Movement;

/**
 * What gets in.
 *
 * @param lanes of the question's option
 * @param workingHours of the windows: daylight only where the case says so
 * @param trucks unloaded by the end
 * @param items by class of goods, in load order (person-days per tonne)
 * @param byHour trucks unloaded in each hour of the plan, middle world
 * @param chain which stage binds, in words
 * @param arithmetic rate x hours x lanes on the back of an envelope, beside the schedule
 * @param options what each option's own schedule brings in
 * @param movement truck by truck: the schedule of the middle world, its bound, and how it fares over the draws
 */
public record AidIn(
    int lanes,
    double workingHours,
    Spread trucks,
    Spread tonnes,
    List<ItemIn> items,
    List<PeopleOut.Hour> hours,
    double[] byHour,
    String chain,
    List<Arithmetic> arithmetic,
    List<Gain> gains,
    Movement movement,
    List<OptionLoads> options) {

  /**
   * One class of goods.
   *
   * @param need tonnes for everybody inside over the span
   * @param days the span of the need
   * @param shareOfNeed tonnes in (after removal) over need, at most 1
   * @param hoursNeeded working hours that would bring the whole need in, this class alone, with the question's lanes; empty without lanes
   */
  public record ItemIn(
      String id, String name, String purpose, Spread need, double days, Spread trucks, Spread tonnes, Spread personDays, Spread shareOfNeed, Optional<Spread> hoursNeeded, String base) {}

  /**
   * The sum a planner does in her head, from stated inputs: no pipeline, no daylight.
   *
   * @param hold hours lost before the first truck
   */
  public record Arithmetic(String what, double workingHours, int lanes, double hold, double trucks, double personMonths, double share, String inputs) {}
}
