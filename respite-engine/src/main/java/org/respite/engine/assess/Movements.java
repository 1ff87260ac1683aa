// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.respite.engine.answer.OptionLoads;
import org.respite.engine.people.Ground;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.world.Draw;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Option;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.cases.Inside;
import org.respite.wheels.cases.Opening;
import org.respite.wheels.cases.PeopleWays;
import org.respite.wheels.movement.Boarding;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.movement.Reasons;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/** Movement plans of an option: scheduled in the middle world, judged over draws. */
public final class Movements {
  /** Draws that a plan is judged over within an assessment: its chances are shares of these. */
  private static final int JUDGED_ON = 200;

  /** Options beside the question are scheduled with one build each of the ways to begin. */
  private static final Scheduler.Effort COMPARED = new Scheduler.Effort(7, 11);

  /** Willing shares of which a plan is told what it would carry. */
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

  private Movements() {}

  /**
   * How a plan is asked for.
   *
   * @param effort how long to look for a better schedule
   * @param draws worlds to judge it over
   * @param chance that the robust variant is to reach
   * @param weights by item or group: what one unit of it is given in the objective; 1 where none is named
   * @param set quantities nailed to a value of their own unit
   */
  public record Ask(Scheduler.Effort effort, int draws, long seed, double chance, Map<String, Double> weights, Map<Quantity, Double> set) {
    public Ask {
      weights = Map.copyOf(weights);
      set = Map.copyOf(set);
    }

    static Ask within(Settings s) {
      return new Ask(Scheduler.Effort.QUICK, Math.min(s.draws(), JUDGED_ON), s.seed(), Robust.DEFAULT_CHANCE, Map.of(), Map.of());
    }

    private World in(World world) {
      World changed = world;
      for (var e : set.entrySet()) changed = changed.with(e.getKey(), e.getValue());
      return changed;
    }

    private Problem weighted(Problem p) {
      return weights.isEmpty() ? p : p.withCargo(p.cargo().stream().map(c -> c.withWeight(weights.getOrDefault(c.id(), 1.0))).toList());
    }
  }

  /** Trucks in. */
  public static Movement aid(Ground ground, Option option, Ask ask) {
    Case c = ground.theCase();
    List<Opening> windows = windows(c, option);
    Inside inside = inside(ground, option, ask.in(World.MIDDLE));
    Movement m = reached(movement("person-days", ask, world -> AidWays.problem(c, windows, option.aidLanes(), world::value, inside(ground, option, world))), option.aidLanes() == 0 ? Inside.NOT_KNOWN : inside);
    return SharedLegs.told(m, c, apart -> value(ask, ask.effort(), AidWays.problem(apart, windows, option.aidLanes(), ask.in(World.MIDDLE)::value, inside)));
  }

  /** Buses and ambulances out. */
  public static Movement people(Ground ground, Option option, Ask ask) {
    Case c = ground.theCase();
    List<Opening> windows = windows(c, option);
    Inside inside = inside(ground, option, ask.in(World.MIDDLE));
    Movement m = reached(movement("people out", ask, world -> PeopleWays.problem(c, windows, world::value, inside(ground, option, world))), inside);
    World middle = ask.in(World.MIDDLE);
    Movement told = SharedLegs.told(m, c, apart -> value(ask, ask.effort(), PeopleWays.problem(apart, windows, middle::value, inside)));
    List<Group> riders = PeopleWays.riders(c);
    if (riders.isEmpty() || told.problem().types().isEmpty()) return told;
    boolean stated = riders.stream().allMatch(g -> c.people().willingOf(g).isPresent());
    boolean none = riders.stream().noneMatch(g -> c.people().willingOf(g).isPresent());
    DoubleUnaryOperator out = share -> value(ask, COMPARED, PeopleWays.problem(c, windows, middle::value, inside, _ -> share));
    List<Boarding.Point> curve = new ArrayList<>();
    for (double share : SHARES) curve.add(new Boarding.Point(share, share == 0 ? 0 : share == 1 && none ? m.schedule().value() : out.applyAsDouble(share)));
    return told.with(new Boarding(stated, Math.max(m.schedule().value(), curve.getLast().out()), curve));
  }

  private static Movement reached(Movement m, Inside inside) {
    boolean lost = m.problem().types().isEmpty() && inside.leadsNowhere();
    return lost ? m.because("No vehicle reaches a place inside over the streets: the warnings `vehicles-cannot-reach` say what holds each up and what could pass.") : m;
  }

  /** The last legs of the case's vehicles in a world, where streets are known. */
  private static Inside inside(Ground ground, Option option, World world) {
    return switch (ground) {
      case Ground.Schematic _ -> Inside.NOT_KNOWN;
      case Ground.OnStreets(Case c, StreetPlan plan, Cells.Grain _) -> plan.inside(c, option, world);
    };
  }

  /** What the streets leave to the trucks of so many lanes ({@link Inside#trucks}). */
  static Optional<Inside.Trucks> trucks(Ground ground, Option option, int lanes, Aid aid, World world) {
    return inside(ground, option, world).trucks(aid, lanes, world::value);
  }

  private static double value(Ask ask, Scheduler.Effort effort, Problem p) {
    return Scheduler.schedule(ask.weighted(p), effort).value();
  }

  /** What each option with a lane for aid brings in, by a schedule of its own in the middle world. */
  static List<OptionLoads> loads(Ground ground, Aid aid) {
    return ground.theCase().options().stream().filter(o -> o.aidLanes() > 0).map(o -> loads(ground, aid, o)).toList();
  }

  private static OptionLoads loads(Ground ground, Aid aid, Option o) {
    List<Opening> windows = windows(ground.theCase(), o);
    Problem p = AidWays.problem(ground.theCase(), windows, o.aidLanes(), World.MIDDLE::value, inside(ground, o, World.MIDDLE));
    Schedule s = Scheduler.schedule(p, COMPARED);
    List<OptionLoads.Goods> goods =
        IntStream.range(0, p.cargo().size()).mapToObj(i -> goods(aid.items().get(i), s.arrives(i), p.cargo().get(i).amount())).toList();
    double hours = windows.stream().mapToDouble(w -> w.interval().length().toMinutes() / 60.0).sum();
    return new OptionLoads(o.id(), o.title(), o.aidLanes(), hours, s.trips().size(), s.gap(), goods, Reasons.of(s));
  }

  private static OptionLoads.Goods goods(Aid.Item item, double arrives, double need) {
    double share = need == 0 ? 1 : Math.min(1, arrives / need);
    return new OptionLoads.Goods(item.id(), item.name().en(), item.days().midIn(Unit.DAYS), arrives, share);
  }

  private static Movement movement(String objective, Ask ask, Function<World, Problem> in) {
    Function<World, Problem> asked = world -> ask.weighted(in.apply(ask.in(world)));
    Movement.Question q = new Movement.Question(asked.apply(World.MIDDLE), ask.weights().isEmpty() ? objective : "weighted " + objective, ask.effort(), ask.chance(), ask.seed());
    List<Problem> worlds = IntStream.range(0, ask.draws()).mapToObj(d -> asked.apply(new Draw(ask.seed(), d))).toList();
    return Movement.of(q, worlds);
  }

  private static List<Opening> windows(Case c, Option option) {
    return Timeline.of(c, option).open().stream().map(o -> new Opening(o.window(), o.interval())).toList();
  }
}
