// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.respite.model.register.Name;
import org.respite.model.scenario.Case;
import org.respite.wheels.closing.Convoy;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.Refuge;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.movement.Reasons;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Trip;

/** What the templates ask of a movement plan: its rows in the clock of the place. */
record MovementPage(String id, Movement m, Clock clock, Map<String, Name> names) {
  static MovementPage of(Case c, String id, Movement m) {
    return new MovementPage(id, m, new Clock(c.theatre().zone()), c.geography().gazetteer());
  }

  Problem problem() {
    return m.problem();
  }

  String time(int second) {
    return clock.time(problem().at(second));
  }

  /** With the day where the plan has several. */
  String when(int second) {
    return severalDays() ? clock.dayAndTime(problem().at(second)) : time(second);
  }

  String day(int second) {
    return clock.day(problem().at(second));
  }

  boolean severalDays() {
    int ends = problem().closes().stream().mapToInt(Integer::intValue).max().orElse(0);
    return !clock.day(problem().begins()).equals(clock.day(problem().at(Math.max(0, ends - 1))));
  }

  String span(int from, int to) {
    return from == to ? when(from) : "%s to %s".formatted(when(from), time(to));
  }

  String vehicle(Trip t) {
    return m.schedule().vehicleName(t);
  }

  /** The name of a place; the id itself where the case names none, such as for a lane. */
  String place(String id) {
    return names.containsKey(id) ? names.get(id).en() : id;
  }

  String arabicPlace(String id) {
    return names.containsKey(id) && !names.get(id).ar().isEmpty() ? names.get(id).ar() : place(id);
  }

  /** Such as "Castello road → Hospitals in the north". */
  String way(Trip t) {
    return place(t.type().corridor()) + " → " + place(t.type().site());
  }

  /** Such as "road out, Castello to the road north". */
  String stage(Stage s) {
    return s.kind().words() + ", " + place(s.where());
  }

  String vehicles(Convoy c) {
    return c.trips().stream().map(this::vehicle).distinct().collect(Collectors.joining(" "));
  }

  /** What a convoy carries, such as "20 t food, 18 t medicine". */
  String load(List<Trip> trips) {
    Map<Integer, Double> sums = new java.util.TreeMap<>();
    for (Trip t : trips) for (Trip.Load l : t.load()) sums.merge(l.cargo(), l.sent(), Double::sum);
    List<String> words = new ArrayList<>();
    sums.forEach((i, sent) -> words.add(amount(problem().cargo().get(i), sent) + " " + problem().cargo().get(i).name()));
    return String.join(", ", words);
  }

  String amount(Cargo c, double amount) {
    return c.unit().equals("people") ? Figures.exact(Math.round(amount)) : Figures.significant(amount) + Figures.GLUE + c.unit();
  }

  Content timeDistance() {
    return TimeDistance.draw(id + "-td", this);
  }

  /** Stages that somebody can still turn back from, of each convoy. */
  List<TurnBack> turnBack(Convoy c) {
    return m.turnBack().stream().filter(t -> t.convoy() == c.number()).toList();
  }

  String refuge(Refuge r) {
    return r.name(place(r.place()));
  }

  /** Such as "Grain silo, 4 min"; without the way where the vehicle is there. */
  String refuge(TurnBack t) {
    return t.refuge().seconds() == 0 ? refuge(t.refuge()) : refuge(t.refuge()) + ", " + minutes(t.refuge().seconds());
  }

  /** Which legs are shared and what that costs; empty where none is. */
  String sharing() {
    return m.sharing().map(s -> "Shared with those who come the other way: %s. That costs %s %s of %s.".formatted(
        s.legs().stream().map(l -> "%s (%s)".formatted(place(l.id()), l.rule())).collect(Collectors.joining("; ")), Figures.significant(s.cost()), m.objective(), Figures.significant(s.without()))).orElse("");
  }

  /** What could be carried and what would be; empty where no people ride. */
  String boarding() {
    return m.boarding().map(b -> b.stated()
        ? "Planned for those who would leave, as stated: %s to %s ride over the draws. If all wished to, %s could.".formatted(Figures.significant(m.judgement().low()), Figures.significant(m.judgement().high()), Figures.significant(b.could()))
        : "Nobody stated for every group how many would leave: from 0 to %s, which is what could; %s.".formatted(Figures.significant(b.could()), b.curve().stream().filter(p -> p.share() > 0 && p.share() < 1).map(p -> "if %s%s%% would, %s".formatted(Figures.percent(p.share()), Figures.GLUE, Figures.significant(p.out()))).collect(Collectors.joining("; ")))).orElse("");
  }

  /** Hours at which anybody is inside. */
  List<Exposure> exposed() {
    return m.exposure().stream().filter(e -> e.vehicles() > 0).toList();
  }

  String minutes(int seconds) {
    return Math.round(seconds / 60.0) + Figures.GLUE + "min";
  }

  /** What of the need stays open, largest first by worth; and what fits no vehicle at all. */
  String missing() {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < problem().cargo().size(); i++) {
      Cargo c = problem().cargo().get(i);
      double left = c.amount() - m.schedule().used(i);
      if (left > 1e-6 * Math.max(1, c.amount())) open.add("%s of %s %s".formatted(amount(c, left), amount(c, c.amount()), c.name()));
    }
    List<String> unfit = Reasons.unfit(problem());
    String none = unfit.isEmpty() ? "" : " No vehicle fits " + String.join("; ", unfit) + ".";
    return open.isEmpty() ? "Every need is met." : "Not carried: " + String.join(", ", open) + "." + none;
  }

  /** How good it is at least: first of what is still open, as goods or groups that are done make any gap of all look small. */
  String gap() {
    double open = m.schedule().openGap();
    double all = m.schedule().gap();
    String by = m.schedule().bound().binding().isEmpty() ? "" : "; the bound rests on " + String.join(", ", m.schedule().bound().binding().stream().limit(3).toList());
    String head = "%s %s of a bound of %s: ".formatted(Figures.significant(m.schedule().value()), m.objective(), Figures.significant(Math.max(m.schedule().value(), m.schedule().bound().value())));
    if (all < 5e-5) return head + "nothing more could be gained" + by + ".";
    String done = open - all < 5e-4 ? "" : " (%s%s%% of all, with what arrives in full counted in)".formatted(Figures.percent(all), Figures.GLUE);
    return head + "of what is not yet met in full, at most %s%s%% of the bound is missed%s%s.".formatted(Figures.percent(open), Figures.GLUE, done, by);
  }

  String risk() {
    double off = m.schedule().trips().stream().mapToDouble(t -> t.type().prior().off()).max().orElse(0);
    String missions = off == 0 ? "" : ", %s%s%% of missions refused or called off in the middle one, as the case says".formatted(Figures.percent(off), Figures.GLUE);
    return "Played through in %d drawn worlds%s: every vehicle that went in is out by the end in %s%s%% of them; %s %s arrive on average, %s in the worst twentieth."
        .formatted(m.judgement().draws(), missions, Figures.percent(m.judgement().allOut()), Figures.GLUE, Figures.significant(m.judgement().expected()), m.objective(), Figures.significant(m.judgement().low()));
  }

  String robust() {
    Robust r = m.robust();
    if (r.margin() == 0) return "That needs no further margin.";
    String reaches = r.reaches() ? "" : " (no margin that was tried reaches what was asked)";
    return "With everybody planned out %s before the end it is %s%s%%%s; that sends %d trips for %d and pays %s %s on average."
        .formatted(minutes(r.margin()), Figures.percent(r.judgement().allOut()), Figures.GLUE, reaches, r.schedule().trips().size(), m.schedule().trips().size(), Figures.significant(Math.max(0, r.pays())), m.objective());
  }

  String lower(String s) {
    return s.toLowerCase(Locale.ENGLISH);
  }
}
