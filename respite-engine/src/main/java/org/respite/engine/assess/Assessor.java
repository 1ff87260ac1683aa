// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.respite.engine.aid.Loads;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.Daylight;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.GateRow;
import org.respite.engine.answer.Method;
import org.respite.engine.answer.NeedRow;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.people.Ground;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.LastLegs;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.streets.Traffic;
import org.respite.engine.world.Timeline;
import org.respite.model.daylight.Sun;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.GateItem;
import org.respite.model.scenario.NeedStated;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Purpose;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.movement.Movement;

/** From a case to everything Respite says about it: one call, no state, the same answer every time. */
public final class Assessor {
  /** Options beside the question are compared on this part of the draws: their ranges steer a choice, they are no headline. */
  private static final int COMPARED_ON = 4;

  private final Ground ground;
  private final Case theCase;
  private final Option question;
  private final Settings settings;

  private Assessor(Ground ground, Option question, Settings settings) {
    this.ground = ground;
    this.theCase = ground.theCase();
    this.question = question;
    this.settings = settings;
  }

  /** On the case's own sketch. */
  public static Assessment assess(Case c, Option question, Settings settings, String version, List<Finding> findings, IntConsumer progress) {
    return assess(new Ground.Schematic(c), question, settings, version, findings, progress);
  }

  /**
   * @param ground the case, and what its people walk on
   * @param version of the software, for the record
   * @param findings warnings of the reading, to be shown with the answer
   * @param progress is told, from any thread, how many worlds of the question are done
   */
  public static Assessment assess(Ground ground, Option question, Settings settings, String version, List<Finding> findings, IntConsumer progress) {
    return new Assessor(ground, question, settings).assess(version, findings, progress);
  }

  private Assessment assess(String version, List<Finding> findings, IntConsumer progress) {
    try (Together together = new Together(settings.threads())) {
      return assess(together, version, findings, progress);
    }
  }

  /** What takes longest is asked first; the other options fill the threads that the one long plan of the question leaves idle. */
  private Assessment assess(Together together, String version, List<Finding> findings, IntConsumer progress) {
    Sampler sampler = new Sampler(ground, question, true);
    Ensemble draws = Ensemble.ask(together, sampler, settings, progress).get();
    PeopleAnswer asked = new PeopleAnswer(theCase, sampler, draws, question, settings, together);
    Optional<Supplier<AidIn>> goods = theCase.aid().map(a -> together.ask(() -> new AidAnswer(ground, a, question, sampler.timeline, draws, settings).answer()));
    List<Supplier<OptionRow>> options = options(together, sampler, draws);
    List<StreetMap> streets = new ArrayList<>();
    PeopleOut people = asked.answer(streets::add);
    Optional<AidIn> aid = goods.map(Supplier::get);
    Optional<LastLegs> legs = lastLegs();
    Consent consent = ConsentTable.of(theCase);
    return new Assessment(
        theCase,
        question,
        options.stream().map(Supplier::get).toList(),
        people,
        aid,
        theCase.records().needs().stream().map(n -> need(n, sampler.timeline.hours())).toList(),
        consent,
        gate(),
        Verdict.of(people, aid, consent, sampler.timeline.hours()),
        drivers(draws),
        daylight(sampler.timeline),
        new Method(version, settings.draws(), settings.seed()),
        Stream.concat(findings.stream(), legs.stream().flatMap(l -> l.findings().stream())).toList(),
        streets.stream().findFirst().map(s -> legs.map(l -> s.with(Traffic.of(l, sampler.timeline, movements(people, aid), s.walkers()))).orElse(s)));
  }

  private static List<Movement> movements(PeopleOut people, Optional<AidIn> aid) {
    return Stream.concat(Stream.of(people.vehicles()), aid.stream().map(AidIn::movement)).toList();
  }

  /** Of the question's vehicles, on streets. */
  private Optional<LastLegs> lastLegs() {
    return switch (ground) {
      case Ground.Schematic _ -> Optional.empty();
      case Ground.OnStreets(Case c, StreetPlan plan, Cells.Grain _) -> Optional.of(plan.lastLegs(c, question));
    };
  }

  private List<Supplier<OptionRow>> options(Together together, Sampler sampler, Ensemble draws) {
    Settings fewer = new Settings(Math.max(1, settings.draws() / COMPARED_ON), settings.seed(), settings.threads());
    List<Supplier<OptionRow>> rows = new ArrayList<>();
    rows.add(() -> row(question, sampler.timeline, draws));
    for (Option o : theCase.options()) {
      if (o.id().equals(question.id())) continue;
      Sampler other = new Sampler(ground, o, false);
      Supplier<Ensemble> compared = Ensemble.ask(together, other, fewer, _ -> {});
      rows.add(() -> row(o, other.timeline, compared.get()));
    }
    return rows;
  }

  private OptionRow row(Option o, Timeline t, Ensemble draws) {
    List<Interval> windows = t.open().stream().map(Timeline.Open::interval).toList();
    boolean hurt = theCase.people().groups().stream().anyMatch(g -> Sampler.isWounded(g) && g.quantity().isPresent());
    return new OptionRow(
        o,
        windows,
        windows.getFirst().from(),
        windows.getLast().to(),
        t.hours(),
        draws.spread("people", Sample::could),
        draws.spread("share", Sample::couldShare),
        hurt ? Optional.of(draws.spread("share", Sample::woundedShare)) : Optional.empty(),
        hasFood() ? Optional.of(draws.spread("share", Assessor::foodShare)) : Optional.empty());
  }

  private boolean hasFood() {
    return theCase.aid().stream().flatMap(a -> a.items().stream()).anyMatch(i -> i.purpose() == Purpose.FOOD);
  }

  private static double foodShare(Sample s) {
    return s.aid().loads().stream().filter(l -> l.item().purpose() == Purpose.FOOD).findFirst().map(Loads.Load::share).orElse(0.0);
  }

  private static NeedRow need(NeedStated n, double offered) {
    OptionalDouble hours = asDouble(n.hours(), Unit.HOURS);
    OptionalDouble missing = hours.isPresent() ? OptionalDouble.of(Math.max(0, hours.getAsDouble() - offered)) : OptionalDouble.empty();
    String source = n.hours().or(n::lanes).map(Quantity::basis).map(Basis::sources).map(s -> String.join(", ", s)).orElse("");
    return new NeedRow(n.by(), n.purpose().name().toLowerCase(java.util.Locale.ROOT), n.what(), hours, asDouble(n.lanes(), Unit.LANES), offered, missing, source);
  }

  private static OptionalDouble asDouble(Optional<Quantity> q, Unit unit) {
    return q.isPresent() ? OptionalDouble.of(q.get().midIn(unit)) : OptionalDouble.empty();
  }

  /** All twelve, always: what the case does not mention is open. */
  private List<GateRow> gate() {
    return Arrays.stream(GateItem.Kind.values()).map(this::gateRow).toList();
  }

  private GateRow gateRow(GateItem.Kind kind) {
    return theCase.records().gate().stream()
        .filter(i -> i.kind() == kind)
        .findFirst()
        .map(i -> new GateRow(kind, i.status(), i.why(), i.source()))
        .orElse(new GateRow(kind, GateItem.Status.OPEN, "nobody has said", ""));
  }

  private List<Driver> drivers(Ensemble draws) {
    List<Driver> all = new ArrayList<>(Drivers.of(theCase, settings.seed(), "civilians who could leave", "people", draws.values(Sample::could)));
    if (theCase.people().groups().stream().anyMatch(Sampler::isWounded)) {
      all.addAll(Drivers.of(theCase, settings.seed(), "wounded who could leave", "people", draws.values(Sample::woundedOut)));
    }
    if (hasFood()) all.addAll(Drivers.of(theCase, settings.seed(), "share of the food need", "share", draws.values(Assessor::foodShare)));
    return all;
  }

  private Daylight daylight(Timeline t) {
    List<Daylight.Day> days = new ArrayList<>();
    double light = 0;
    LocalDate last = t.instantOf(t.horizon()).atZone(theCase.theatre().zone()).toLocalDate();
    for (LocalDate day = t.begins().atZone(theCase.theatre().zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      Optional<Sun.Up> sun = Sun.on(day, theCase.theatre().centre());
      if (sun.isEmpty()) continue;
      days.add(new Daylight.Day(day.toString(), sun.get().rise(), sun.get().set()));
      for (Timeline.Open o : t.open()) light += overlapHours(o.interval(), sun.get());
    }
    return new Daylight(days, light, t.hours());
  }

  private static double overlapHours(Interval i, Sun.Up sun) {
    Instant from = i.from().isAfter(sun.rise()) ? i.from() : sun.rise();
    Instant to = i.to().isBefore(sun.set()) ? i.to() : sun.set();
    return from.isBefore(to) ? Duration.between(from, to).toSeconds() / 3_600.0 : 0;
  }
}
