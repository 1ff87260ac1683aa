// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.respite.engine.answer.PeopleOut.ClassOut;
import org.respite.engine.answer.PeopleOut.Did;
import org.respite.engine.answer.PeopleOut.Would;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.people.Evacuation;
import org.respite.engine.people.Gains;
import org.respite.engine.people.HoursNeeded;
import org.respite.engine.people.PlanTable;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Draw;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Count;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Option;
import org.respite.wheels.movement.Movement;

/** Could, would and did, put together from the middle world and the draws. */
final class PeopleAnswer {
  private static final double[] PERCENTILES = {0.05, 0.5, 0.95};

  /** Points of the curve over willing shares of 0, 10, ... 100 %. */
  private static final int CURVE_STEPS = 10;

  private final Case theCase;
  private final Sampler sampler;
  private final Ensemble ensemble;
  private final Settings settings;

  private final Demand civil;
  private final Supplier<Evacuation> plan;
  private final List<Supplier<ClassOut>> firsts;
  private final Supplier<Optional<ClassOut>> wounded;
  private final Supplier<Optional<Spread>> hours;
  private final Supplier<Movement> vehicles;
  private final Supplier<Would> would;

  /** Asks at once for all that takes long. */
  PeopleAnswer(Case theCase, Sampler sampler, Ensemble ensemble, Option question, Settings settings, Together together) {
    this.theCase = theCase;
    this.sampler = sampler;
    this.ensemble = ensemble;
    this.settings = settings;
    civil = sampler.everybody(World.MIDDLE).only(Sampler::isCivilian);
    plan = together.ask(() -> sampler.solve(World.MIDDLE, civil));
    firsts = IntStream.range(0, sampler.civilians.size()).mapToObj(i -> together.ask(() -> first(i))).toList();
    wounded = together.ask(this::wounded);
    hours = together.ask(() -> hoursNeeded(ensemble.values(Sample::couldShare), Sampler::isCivilian));
    vehicles = together.ask(() -> Movements.people(sampler.ground, question, Movements.Ask.within(settings)));
    would = together.ask(this::would);
  }

  /** @param streets is told the plan on its streets, if it has any */
  PeopleOut answer(Consumer<StreetMap> streets) {
    Evacuation solved = plan.get();
    solved.streetMap().ifPresent(streets);
    return new PeopleOut(
        ensemble.spread("people", Sample::inside),
        ensemble.spread("people", Sample::could),
        ensemble.spread("share", Sample::couldShare),
        would.get(),
        did(),
        PlanTable.of(sampler.ground, World.MIDDLE, solved),
        wounded.get(),
        firsts.stream().map(Supplier::get).toList(),
        Gains.of(sampler.ground, World.MIDDLE, civil, solved),
        hours.get(),
        vehicles.get());
  }

  private Would would() {
    List<Would.Point> curve = new ArrayList<>();
    for (int i = 0; i <= CURVE_STEPS; i++) {
      double share = i / (double) CURVE_STEPS;
      Demand part = Demand.of(theCase, World.MIDDLE, _ -> share).only(Sampler::isCivilian);
      curve.add(new Would.Point(share, sampler.out(World.MIDDLE, part)));
    }
    Optional<Spread> out = sampler.willingStated() ? Optional.of(ensemble.spread("people", Sample::would)) : Optional.empty();
    return new Would(sampler.willingStated(), out, curve);
  }

  private List<Did> did() {
    return theCase.records().counts().stream().map(this::did).toList();
  }

  private Did did(Count c) {
    String corridor = theCase.geography().corridors().stream().filter(k -> k.id().equals(c.corridor())).map(Corridor::name).map(Object::toString).findFirst().orElse("");
    long low = c.people().map(Count.Range::low).orElse(-1L);
    long high = c.people().map(Count.Range::high).orElse(-1L);
    return new Did(c.from().print(), c.to().print(), low, high, c.whoCounted(), corridor, c.group(), c.source(), c.note());
  }

  private Optional<ClassOut> wounded() {
    Demand hurt = sampler.everybody(World.MIDDLE).only(Sampler::isWounded);
    if (hurt.groups().isEmpty()) return Optional.empty();
    return Optional.of(
        classOut("wounded", "wounded", hurt, ensemble.values(Sample::wounded), ensemble.values(Sample::woundedOut), Sampler::isWounded));
  }

  private ClassOut first(int i) {
    Group group = sampler.civilians.get(i);
    Demand alone = sampler.everybody(World.MIDDLE).only(g -> g.id().equals(group.id()));
    return classOut(group.id(), group.name().en(), alone, ensemble.values(s -> s.firsts()[i]), ensemble.values(s -> s.firstsOut()[i]), g -> g.id().equals(group.id()));
  }

  private ClassOut classOut(String id, String name, Demand demand, double[] people, double[] out, java.util.function.Predicate<Group> members) {
    Evacuation alone = sampler.solveCoarsely(World.MIDDLE, demand);
    OptionalInt last = alone.everybodyOutAt();
    double[] shares = IntStream.range(0, out.length).mapToDouble(i -> Sample.share(out[i], people[i])).toArray();
    Optional<Instant> at = last.isPresent() ? Optional.of(sampler.timeline.instantOf(last.getAsInt() + 1)) : Optional.empty();
    return new ClassOut(
        id, name, Figures.spread(people, "people"), Figures.spread(out, "people"), Figures.spread(shares, "share"), at, hoursNeeded(shares, members),
        PlanTable.bottleneck(theCase, alone));
  }

  /** Exact in the worlds that stand at the 5th, 50th and 95th percentile of the share served; empty if any of them never gets everybody out. */
  private Optional<Spread> hoursNeeded(double[] shares, java.util.function.Predicate<Group> members) {
    double[] hours = new double[PERCENTILES.length];
    for (int i = 0; i < hours.length; i++) {
      World world = new Draw(settings.seed(), Figures.drawAt(shares, 1 - PERCENTILES[i]));
      Demand demand = sampler.everybody(world).only(members);
      OptionalDouble needed = HoursNeeded.of(sampler.ground, world, sampler.timeline, demand);
      if (needed.isEmpty()) return Optional.empty();
      hours[i] = needed.getAsDouble();
    }
    java.util.Arrays.sort(hours);
    return Optional.of(new Spread(hours[0], hours[1], hours[2], "h"));
  }
}
