// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.respite.engine.answer.Gain;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;

/** What one more hour, lane, vehicle or corridor adds: the difference of two {@link GateCount}s, so with streets taken as wide enough. */
public final class Gains {
  /** Stages asked about; with more of them binding, one more lane at the next adds no more than at these. */
  private static final int STAGES = 3;

  private Gains() {}

  /** Largest first. */
  public static List<Gain> of(Ground ground, World world, Demand demand, Evacuation plan) {
    Case c = ground.theCase();
    List<Gain> gains = new ArrayList<>();
    Timeline timeline = plan.timeline();
    long now = GateCount.of(ground, world, timeline, demand);
    gains.add(gain("one more hour", now, GateCount.of(ground, world, timeline.extendedBy(60), demand)));
    CutWords.bindingStages(plan).stream().limit(STAGES).forEach(s -> gains.add(gain(words(c, s), now, GateCount.of(ground, oneMore(world, s), timeline, demand))));
    busiest(c, plan).ifPresent(b -> gains.add(gain("one more corridor like " + b.name().en(), now, GateCount.of(ground.withCase(c.with(c.geography().with(twin(b)))), world, timeline, demand))));
    gains.sort(Comparator.comparingLong(Gain::people).reversed());
    return List.copyOf(gains);
  }

  private static Gain gain(String what, long before, long after) {
    return new Gain(what, after - before, 0);
  }

  private static World oneMore(World world, Corridor.Stage stage) {
    return switch (stage) {
      case Corridor.Stage.Lanes s -> world.with(s.lanes(), world.value(s.lanes(), s.lanes().unit()) + 1);
      case Corridor.Stage.Shuttle s -> world.with(s.vehicles(), world.value(s.vehicles(), s.vehicles().unit()) + 1);
    };
  }

  private static String words(Case c, Corridor.Stage stage) {
    String where =
        c.geography().corridors().stream().filter(k -> k.checkpoints().stream().anyMatch(p -> p.stages().contains(stage))).map(k -> k.name().en()).findFirst().orElseThrow();
    return switch (stage) {
      case Corridor.Stage.Lanes s -> "one more lane for %s at %s".formatted(s.name().en(), where);
      case Corridor.Stage.Shuttle s -> "one more vehicle for %s at %s".formatted(s.name().en(), where);
    };
  }

  private static Optional<Corridor> busiest(Case c, Evacuation plan) {
    Tally tally = new Tally(plan);
    return c.geography().corridors().stream()
        .filter(k -> last(tally.crossedByMinute(k)) > 0)
        .max(Comparator.comparingLong(k -> last(tally.crossedByMinute(k))));
  }

  private static long last(long[] crossed) {
    return crossed[crossed.length - 1];
  }

  private static Corridor twin(Corridor k) {
    return new Corridor(
        k.id() + "-twin", 0, k.name(), k.users(), k.modes(), k.direction(), k.destination(), k.hours(), k.clearance(), k.known(), k.unknown(), k.sources(), k.legs(),
        k.checkpoints(), k.at());
  }
}
