// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.aid;

import java.util.Comparator;
import java.util.List;
import org.respite.engine.world.World;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;

/**
 * Which goods the trucks carry: first what serves most person-days per tonne, until its need is met, then the next. With equal trucks
 * and stages this order serves most person-days; it says nothing of lives, which one kit of medicine may save.
 */
public final class Loads {
  /** Beyond this share taken off at inspection a class is not loaded: nothing of it would arrive. */
  private static final double ALL_REMOVED = 0.99;

  private Loads() {}

  /**
   * What becomes of one class of goods.
   *
   * @param needTonnes for everybody over the span
   * @param trucks loaded with it
   * @param tonnes delivered, after removal
   * @param personDays that they serve
   * @param trucksForAll trucks that would meet the whole need
   */
  public record Load(Aid.Item item, double needTonnes, double trucks, double tonnes, double personDays, double trucksForAll) {
    /** In [0, 1]; 1 where nothing is needed. */
    public double share() {
      return needTonnes == 0 ? 1 : Math.min(1, tonnes / needTonnes);
    }
  }

  /** In load order. */
  public static List<Load> of(Aid aid, World world, double people, double trucks) {
    double truckLoad = world.value(aid.truckLoad(), Unit.TONNES_PER_TRUCK);
    double[] left = {trucks};
    return aid.items().stream()
        .sorted(Comparator.comparingDouble(i -> kgPerPersonDay(i, World.MIDDLE)))
        .map(
            item -> {
              Load load = load(item, world, people, truckLoad, left[0]);
              left[0] -= load.trucks();
              return load;
            })
        .toList();
  }

  private static Load load(Aid.Item item, World world, double people, double truckLoad, double available) {
    double perDay = kgPerPersonDay(item, world);
    double need = people * perDay * world.value(item.days(), Unit.DAYS) / 1_000;
    double removed = world.value(item.removed(), Unit.SHARE);
    boolean futile = removed > ALL_REMOVED || truckLoad == 0;
    double forAll = futile ? Double.POSITIVE_INFINITY : need / (1 - removed) / truckLoad;
    double trucks = futile ? 0 : Math.min(available, forAll);
    double tonnes = trucks * truckLoad * (1 - removed);
    return new Load(item, need, trucks, tonnes, perDay == 0 ? 0 : tonnes * 1_000 / perDay, forAll);
  }

  /** Need of one person for one day, kg. */
  public static double kgPerPersonDay(Aid.Item item, World world) {
    if (item.need().unit().dimension() == Dimension.MASS_PER_PERSON_DAY) return world.value(item.need(), Unit.KILOGRAMS_PER_PERSON_DAY);
    return world.value(item.need(), Unit.KILOGRAMS_PER_PERSON) / world.value(item.days(), Unit.DAYS);
  }
}
