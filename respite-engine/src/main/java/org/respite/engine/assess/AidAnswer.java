// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.respite.engine.aid.Convoy;
import org.respite.engine.aid.Loads;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.AidIn.Arithmetic;
import org.respite.engine.answer.AidIn.ItemIn;
import org.respite.engine.answer.Gain;
import org.respite.engine.answer.PeopleOut.Hour;
import org.respite.engine.people.PlanTable;
import org.respite.engine.people.Ground;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Purpose;
import org.respite.wheels.cases.Inside;

/** What gets in, put together from the middle world and the draws. */
final class AidAnswer {
  private static final double DAYS_OF_A_PERSON_MONTH = 30;

  private final Ground ground;
  private final Case theCase;
  private final Aid aid;
  private final Option question;
  private final Timeline timeline;
  private final Ensemble ensemble;
  private final Settings settings;

  AidAnswer(Ground ground, Aid aid, Option question, Timeline timeline, Ensemble ensemble, Settings settings) {
    this.ground = ground;
    this.theCase = ground.theCase();
    this.aid = aid;
    this.question = question;
    this.timeline = timeline;
    this.ensemble = ensemble;
    this.settings = settings;
  }

  AidIn answer() {
    Convoy middle = new Convoy(theCase, aid, World.MIDDLE, timeline, question.aidLanes(), overStreets(World.MIDDLE, question.aidLanes()));
    List<Hour> hours = PlanTable.hours(timeline);
    double[] byHour = hours.stream().mapToDouble(h -> middle.trucksBy(h.to()) - middle.trucksBy(h.from())).toArray();
    return new AidIn(
        question.aidLanes(),
        middle.workingHours(),
        ensemble.spread("trucks", s -> s.aid().trucks()),
        ensemble.spread("t", s -> s.aid().loads().stream().mapToDouble(Loads.Load::tonnes).sum()),
        items(),
        hours,
        byHour,
        chain(middle),
        arithmetic(),
        gains(middle),
        Movements.aid(ground, question, Movements.Ask.within(settings)),
        Movements.loads(ground, aid));
  }

  private Optional<Inside.Trucks> overStreets(World world, int lanes) {
    return Movements.trucks(ground, question, lanes, aid, world);
  }

  /** Share of the drawn worlds in which the streets leave no truck a way. */
  private double barred() {
    return Arrays.stream(ensemble.values(s -> s.aid().barred() ? 1 : 0)).average().orElse(0);
  }

  private String chain(Convoy middle) {
    double share = barred();
    return share == 0 || middle.isBarred() ? middle.binding() : "%s In %s of the drawn worlds damage leaves trucks no way to a site, and nothing gets in.".formatted(middle.binding(), Figures.percent(share));
  }

  /** The order of loading is the same in every world: it is set by the middle needs. */
  private List<ItemIn> items() {
    List<Loads.Load> order = Loads.of(aid, World.MIDDLE, 0, 0);
    return IntStream.range(0, order.size()).mapToObj(i -> item(order.get(i).item(), i)).toList();
  }

  private ItemIn item(Aid.Item item, int i) {
    double[] hours = ensemble.valuesWhere(s -> !s.aid().barred(), s -> s.aid().hoursForAll()[i]);
    boolean reachable = question.aidLanes() > 0 && hours.length > 0 && Arrays.stream(hours).allMatch(Double::isFinite);
    return new ItemIn(
        item.id(),
        item.name().en(),
        item.purpose().name().toLowerCase(java.util.Locale.ROOT),
        ensemble.spread("t", s -> s.aid().loads().get(i).needTonnes()),
        item.days().midIn(Unit.DAYS),
        ensemble.spread("trucks", s -> s.aid().loads().get(i).trucks()),
        ensemble.spread("t", s -> s.aid().loads().get(i).tonnes()),
        ensemble.spread("person-days", s -> s.aid().loads().get(i).personDays()),
        ensemble.spread("share", s -> s.aid().loads().get(i).share()),
        reachable ? Optional.of(Figures.spread(hours, "h")) : Optional.empty(),
        item.base());
  }

  /** The question without and with the longest hold, then every option without hold. */
  private List<Arithmetic> arithmetic() {
    Optional<Aid.Item> food = aid.items().stream().filter(i -> i.purpose() == Purpose.FOOD).findFirst();
    if (food.isEmpty()) return List.of();
    List<Arithmetic> rows = new ArrayList<>();
    rows.add(envelope(question, timeline, 0, food.get()));
    rows.add(envelope(question, timeline, aid.chain().hold().highIn(Unit.HOURS), food.get()));
    for (Option o : theCase.options()) {
      if (!o.id().equals(question.id()) && o.aidLanes() > 0) rows.add(envelope(o, Timeline.of(theCase, o), 0, food.get()));
    }
    return rows;
  }

  private Arithmetic envelope(Option o, Timeline t, double hold, Aid.Item food) {
    double day = aid.chain().workingDay().midIn(Unit.HOURS);
    double hours = t.open().stream().mapToDouble(w -> w.minutes() / 1_440 * day + Math.min(day, w.minutes() % 1_440 / 60.0)).sum();
    double rate = aid.chain().unloadingRate().midIn(Unit.TRUCKS_PER_HOUR);
    double load = aid.truckLoad().midIn(Unit.TONNES_PER_TRUCK);
    double trucks = Math.max(0, hours - hold) * rate * o.aidLanes();
    double perDay = Loads.kgPerPersonDay(food, World.MIDDLE);
    double months = trucks * load * 1_000 / (perDay * DAYS_OF_A_PERSON_MONTH);
    double inside = theCase.people().inside().midIn(Unit.PEOPLE);
    String inputs =
        "%.1f trucks/h a lane, %.0f t a truck, %.3f kg a person and day, %,.0f people, 30 days; crews work %.0f h a day".formatted(rate, load, perDay, inside, day);
    String what = o.title() + (hold > 0 ? ", after a hold of %.0f h".formatted(hold) : ", no hold");
    return new Arithmetic(what, hours, o.aidLanes(), hold, trucks, months, Sample.share(months, inside), inputs);
  }

  private List<Gain> gains(Convoy now) {
    List<Gain> gains = new ArrayList<>();
    gains.add(gain("one more hour", now, World.MIDDLE, timeline.extendedBy(60), question.aidLanes()));
    gains.add(gain("one more lane", now, World.MIDDLE, timeline, question.aidLanes() + 1));
    var servers = aid.chain().inspectionServers();
    gains.add(gain("one more inspector a lane", now, World.MIDDLE.with(servers, servers.mid() + 1), timeline, question.aidLanes()));
    gains.add(gain("no hold before release", now, World.MIDDLE.with(aid.chain().hold(), 0), timeline, question.aidLanes()));
    gains.sort(Comparator.comparingDouble(Gain::trucks).reversed());
    return List.copyOf(gains);
  }

  private Gain gain(String what, Convoy now, World world, Timeline t, int lanes) {
    return new Gain(what, 0, new Convoy(theCase, aid, world, t, lanes, overStreets(world, lanes)).trucks() - now.trucks());
  }
}
