// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Site;

/**
 * Who is where in one world: whole people per group and district.
 *
 * @param groups those with a number, in the case's order
 * @param districts in the case's order
 * @param people {@code people[group][district]}
 */
public record Demand(List<Group> groups, List<Site> districts, long[][] people) {

  /** Everybody. */
  public static Demand of(Case c, World world) {
    return of(c, world, _ -> 1);
  }

  /**
   * A part of everybody.
   *
   * @param part share of each group that sets out, in [0, 1]
   */
  public static Demand of(Case c, World world, ToDoubleFunction<Group> part) {
    double inside = world.value(c.people().inside(), Unit.PEOPLE);
    double shares = c.people().groups().stream().mapToDouble(g -> g.size() instanceof Group.Size.Share(var q) ? world.value(q, Unit.SHARE) : 0).sum();
    boolean hasRest = c.people().groups().stream().anyMatch(g -> g.size() instanceof Group.Size.Rest);
    double scale = hasRest || shares == 0 ? 1 : 1 / shares; // without a rest, drawn shares need not add up to one
    List<Group> groups = c.people().groups().stream().filter(g -> !(g.size() instanceof Group.Size.NotStated)).toList();
    List<Site> districts = c.geography().districts();
    double[] weights = districts.stream().mapToDouble(d -> d.people().map(q -> q.midIn(Unit.PEOPLE)).orElse(0.0)).toArray();
    long[][] people = new long[groups.size()][];
    for (int g = 0; g < people.length; g++) {
      double size =
          switch (groups.get(g).size()) {
            case Group.Size.Share(var q) -> inside * world.value(q, Unit.SHARE) * scale;
            case Group.Size.Rest() -> inside * Math.max(0, 1 - shares);
            case Group.Size.Own(var q) -> world.value(q, Unit.PEOPLE);
            case Group.Size.NotStated() -> throw new IllegalStateException("filtered out above");
          };
      people[g] = spread(Math.round(size * part.applyAsDouble(groups.get(g))), weights);
    }
    return new Demand(groups, districts, people);
  }

  /** Whole people by largest remainder (Hamilton), ties to the earlier district; sums to {@code total} unless all weights are 0. */
  static long[] spread(long total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long[] whole = new long[weights.length];
    if (sum == 0) return whole;
    double[] rest = new double[weights.length];
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = total * (weights[i] / sum);
      whole[i] = (long) exact;
      rest[i] = exact - whole[i];
      given += whole[i];
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, weights.length).filter(i -> weights[i] > 0).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> -rest[i]));
    for (int i = 0; given < total; i = (i + 1) % order.size(), given++) whole[order.get(i)]++;
    return whole;
  }

  public long total() {
    return Arrays.stream(people).mapToLong(row -> Arrays.stream(row).sum()).sum();
  }

  public long total(int group) {
    return Arrays.stream(people[group]).sum();
  }

  /** Only the groups that pass. */
  public Demand only(java.util.function.Predicate<Group> wanted) {
    int[] kept = IntStream.range(0, groups.size()).filter(i -> wanted.test(groups.get(i))).toArray();
    return new Demand(Arrays.stream(kept).mapToObj(groups::get).toList(), districts, Arrays.stream(kept).mapToObj(i -> people[i]).toArray(long[][]::new));
  }
}
