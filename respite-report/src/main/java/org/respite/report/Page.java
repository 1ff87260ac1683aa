// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VerdictRow;
import org.respite.model.register.Statement;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.GateItem;
import org.respite.model.scenario.Site;

/** What the templates ask for: the assessment's values in the words, places and drawings of the page. */
public record Page(Assessment a) {
  Case theCase() {
    return a.theCase();
  }

  Clock clock() {
    return new Clock(theCase().theatre().zone());
  }

  OptionRow asked() {
    return a.options().getFirst();
  }

  String windows() {
    return clock().intervals(asked().windows());
  }

  PeopleOut people() {
    return a.people();
  }

  PeopleOut.Plan plan() {
    return a.people().plan();
  }

  /** Where figures come from. */
  Provenance from() {
    return new Provenance(theCase());
  }

  Optional<VehicleWords> vehicleWords() {
    return VehicleWords.of(a);
  }

  // drawings

  Content css() {
    return StyleSheet.CONTENT;
  }

  /** Streets that the answer was reckoned on. */
  public java.util.Optional<org.respite.engine.answer.StreetMap> streets() {
    return a.streets();
  }

  Content map() {
    return CityMap.draw(a);
  }

  Content arrivals() {
    return Arrivals.draw(people(), asked(), clock());
  }

  Content would() {
    return WouldCurve.draw(people().would());
  }

  /** Corridors that let anybody pass, in the order of the case. */
  List<HourBars.Series> series() {
    List<HourBars.Series> series = new ArrayList<>();
    for (PeopleOut.CorridorOut c : plan().corridors()) {
      if (c.out() > 0) series.add(new HourBars.Series(c.name(), mark(c.id()), series.size() % HourBars.FILLS, java.util.Arrays.stream(c.byHour()).asDoubleStream().toArray()));
    }
    return series;
  }

  Content hourBars() {
    return HourBars.draw("hours", "People out in each hour, by corridor", plan().hours(), series(), clock());
  }

  Content truckBars(AidIn aid) {
    List<HourBars.Series> trucks = List.of(new HourBars.Series("trucks unloaded", "", 0, aid.byHour()));
    return HourBars.draw("trucks", "Trucks unloaded in each hour", aid.hours(), trucks, clock());
  }

  MovementPage trucks(AidIn aid) {
    return MovementPage.of(theCase(), "trucks-plan", aid.movement());
  }

  MovementPage vehicles() {
    return MovementPage.of(theCase(), "vehicles-plan", people().vehicles());
  }

  Content bar(Spread share) {
    return RangeBar.share(share);
  }

  Content swing(Driver d) {
    double top = a.drivers().stream().filter(o -> o.figure().equals(d.figure())).mapToDouble(o -> Math.max(o.whenLow(), o.whenHigh())).max().orElse(0);
    return RangeBar.swing(d.whenLow(), d.whenHigh(), top > 0 ? top : 1);
  }

  Content swatch(int fill) {
    return Svg.ornament("swatch", 14, 14).rect("stack s" + fill, 0, 0, 14, 14).end();
  }

  Content shade(int out) {
    return Svg.ornament("swatch", 14, 14).leaf("circle", "class", "district out" + out, "cx", 7, "cy", 7, "r", 6).end();
  }

  Content sign(String cssClass) {
    Svg svg = Svg.ornament("swatch", 26, 14);
    if (cssClass.equals("binds")) svg.leaf("circle", "class", cssClass, "cx", 13, "cy", 7, "r", 5.5);
    else svg.open("g", "class", "way " + cssClass, "stroke-width", cssClass.equals("shut") ? 1.6 : 6).leaf("polyline", "points", "0,7 26,7").close();
    return svg.end();
  }

  /** A day of the plan and the places of its hours in the plan's series. */
  record Day(String name, List<Integer> hours) {}

  List<Day> days() {
    Map<String, List<Integer>> days = new LinkedHashMap<>();
    for (int h = 0; h < plan().hours().size(); h++) days.computeIfAbsent(clock().shortDay(plan().hours().get(h).from()), _ -> new ArrayList<>()).add(h);
    return days.entrySet().stream().map(e -> new Day(e.getKey(), e.getValue())).toList();
  }

  // words

  String mark(String corridor) {
    return CityMap.mark(theCase(), corridor);
  }

  Corridor corridor(String id) {
    return theCase().geography().corridors().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /** Corridors that the plan could not use at all stand in the table as well: a way without a number is still a way announced. */
  List<Corridor> unplanned() {
    List<String> planned = plan().corridors().stream().map(PeopleOut.CorridorOut::id).toList();
    return theCase().geography().corridors().stream().filter(c -> !planned.contains(c.id())).toList();
  }

  String users(Corridor c) {
    return String.join(", ", c.users().stream().sorted().map(Codes::words).toList());
  }

  String clearance(Corridor c) {
    Corridor.Clearance k = c.clearance();
    return switch (k.status()) {
      case UNKNOWN -> "not known";
      case SURVEYED, CLEARED, MINED -> k.by().isEmpty() ? Codes.words(k.status()) : "%s (%s, %s)".formatted(Codes.words(k.status()), k.by(), k.when().print());
    };
  }

  String full(PeopleOut.CorridorOut c) {
    if (c.fullFrom().isEmpty() || c.fullTo().isEmpty()) return "never full";
    Instant from = c.fullFrom().get();
    Instant to = c.fullTo().get();
    boolean oneDay = clock().shortDay(from).equals(clock().shortDay(to));
    return oneDay ? "%s to %s".formatted(clock().time(from), clock().time(to)) : "%s to %s".formatted(clock().dayAndTime(from), clock().dayAndTime(to));
  }

  String brief(Optional<Spread> s) {
    return s.map(Figures::brief).orElse(Figures.CANNOT_SAY);
  }

  List<PeopleOut.DistrictOut> districts() {
    return plan().districts().stream().sorted(Comparator.comparingLong((PeopleOut.DistrictOut d) -> d.out() - d.people()).thenComparing(PeopleOut.DistrictOut::id)).toList();
  }

  Optional<Site> site(String id) {
    return theCase().geography().sites().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  String pcode(PeopleOut.DistrictOut d) {
    return site(d.id()).map(Site::pcode).orElse("");
  }

  /** The range of a district's people and where it is written. */
  String peopleOf(PeopleOut.DistrictOut d) {
    return site(d.id()).flatMap(Site::people).map(q -> "%s, %s (%s)".formatted(from().range(q), from().kind(q), q.at())).orElse(Figures.NOT_STATED);
  }

  String peopleBasis(PeopleOut.DistrictOut d) {
    return site(d.id()).flatMap(Site::people).map(from()::says).orElse("");
  }

  String anchorOf(PeopleOut.DistrictOut d) {
    return site(d.id()).flatMap(Site::people).map(q -> Provenance.anchor(q.key())).orElse("district-" + d.id());
  }

  List<VerdictRow> heads() {
    return Sentences.heads(a.verdict());
  }

  long gate(GateItem.Status status) {
    return a.gate().stream().filter(g -> g.status() == status).count();
  }

  List<String> driven() {
    return a.drivers().stream().map(Driver::figure).distinct().toList();
  }

  List<Driver> drivers(String figure) {
    return a.drivers().stream().filter(d -> d.figure().equals(figure)).toList();
  }

  Optional<Statement> statement(String id) {
    return theCase().register().statements().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  String party(String id) {
    return theCase().register().parties().stream().filter(p -> p.id().equals(id)).findFirst().map(p -> p.name().en()).orElse(id);
  }

  String level(Statement s) {
    return Codes.words(s.level());
  }
}
