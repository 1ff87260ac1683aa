// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.movement.Beds;
import org.respite.wheels.movement.Boarding;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.movement.Sharing;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Judgement;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/** A movement plan into the object that is open: {@code schedule}, {@code upper_bound}, {@code caught_by_end}, {@code turn_back} and what belongs to them. */
final class MovementJson {
  private final Clock clock;
  private final Movement movement;
  private final Map<Trip, Integer> convoys;

  MovementJson(Clock clock, Movement movement) {
    this.clock = clock;
    this.movement = movement;
    this.convoys = movement.convoyNumbers();
  }

  void write(Json json) {
    Schedule s = movement.schedule();
    Judgement j = movement.judgement();
    json.rows("schedule", s.trips(), this::trip)
        .textOrNull("schedule_reason", movement.reason())
        .text("objective", movement.objective())
        .number("objective_value", s.value())
        .number("upper_bound", Math.max(s.value(), s.bound().value()))
        .number("gap_share_open", s.openGap())
        .number("gap_share", s.gap())
        .texts("bound_by", s.bound().binding())
        .rows("caught_by_end", caught(j), this::caught)
        .rows("turn_back", movement.turnBack(), this::turnBack)
        .rows("exposure", movement.exposure(), this::exposure)
        .object("risk", j, MovementJson::risk)
        .object("robust", movement.robust(), this::robust);
    List<Beds> beds = Beds.byHour(s);
    if (!beds.isEmpty()) json.rows("beds", beds, this::beds);
    movement.sharing().ifPresent(shared -> json.object("shared_legs", shared, MovementJson::shared));
    movement.boarding().ifPresent(b -> json.object("boarding", b, this::boarding));
  }

  private Problem problem() {
    return movement.problem();
  }

  private void trip(Json json, Trip t) {
    json.text("vehicle", movement.schedule().vehicleName(t))
        .text("kind", problem().fleets().get(t.type().fleet()).kind().word())
        .number("convoy", convoys.get(t))
        .text("way", t.type().id())
        .text("corridor", t.type().corridor())
        .text("site", t.type().site())
        .rows("load", t.load(), this::load)
        .rows("stages", IntStream.range(0, t.type().count()).boxed().toList(), (row, i) -> stage(row, t, i))
        .text("released", iso(Math.max(t.type().release(), problem().opens().get(t.type().window()))))
        .text("departs", iso(t.leaves()))
        .text("delivered", iso(t.delivered()))
        .text("through", iso(t.through()));
  }

  private void load(Json json, Trip.Load l) {
    Cargo c = problem().cargo().get(l.cargo());
    json.text("item", c.id()).number("sent", l.sent()).number("arrives", l.arrives()).text("unit", c.unit()).number("serves", l.arrives() * c.served());
  }

  private void stage(Json json, Trip t, int i) {
    json.text("stage", t.type().stages().get(i).kind().words())
        .text("where", t.type().stages().get(i).where())
        .text("from", iso(t.start(i)))
        .text("to", iso(t.end(i)));
  }

  /** Trips whose vehicle is inside at the end in some draw, likeliest first. */
  private List<Integer> caught(Judgement j) {
    List<Integer> trips = new ArrayList<>(IntStream.range(0, j.caught().size()).filter(i -> j.caught().get(i) > 0).boxed().toList());
    trips.sort(java.util.Comparator.comparingDouble(i -> -j.caught().get(i)));
    return trips;
  }

  private void caught(Json json, int trip) {
    Trip t = movement.schedule().trips().get(trip);
    int stage = Math.clamp(movement.judgement().where().get(trip), 0, t.type().count() - 1);
    json.text("vehicle", movement.schedule().vehicleName(t))
        .number("convoy", convoys.get(t))
        .number("chance", movement.judgement().caught().get(trip))
        .text("before", t.type().stages().get(stage).kind().words())
        .text("where", t.type().stages().get(stage).where())
        .text("planned_through", iso(t.through()));
  }

  private void turnBack(Json json, TurnBack t) {
    json.number("convoy", t.convoy())
        .text("way", t.type().id())
        .text("corridor", t.type().corridor())
        .text("stage", t.type().stages().get(t.stage()).kind().words())
        .text("where", t.type().stages().get(t.stage()).where())
        .text("planned_last", iso(t.planned()))
        .text("turn_back_at", iso(t.latest()))
        .number("slack_minutes", (t.latest() - t.planned()) / 60.0)
        .number("minutes_back", t.backSeconds() / 60.0)
        .number("minutes_on", t.onSeconds() / 60.0)
        .text("nearest_refuge", t.refuge().name())
        .number("minutes_to_refuge", t.refuge().seconds() / 60.0);
  }

  private void exposure(Json json, Exposure e) {
    json.text("at", iso(e.at())).number("vehicles", e.vehicles()).number("on_road", e.onRoad()).number("passengers", e.aboard()).number("longest_minutes_to_refuge", e.longestSeconds() / 60.0);
  }

  private static void risk(Json json, Judgement j) {
    json.number("draws", j.draws()).number("all_out_by_end", j.allOut()).number("expected", j.expected()).number("percentile_5", j.low()).number("percentile_95", j.high()).number("turned_back_or_not_sent", j.turnedBack()).number("no_bed", j.noBed());
  }

  private void robust(Json json, Robust r) {
    json.number("margin_minutes", r.margin() / 60.0)
        .flag("reaches", r.reaches())
        .number("trips", r.schedule().trips().size())
        .number("objective_value", r.schedule().value())
        .number("pays", r.pays())
        .object("risk", r.judgement(), MovementJson::risk);
  }

  private void beds(Json json, Beds b) {
    json.text("hospital", b.hospital()).text("until", iso(b.until())).number("there", b.there()).number("taken", b.taken());
  }

  private static void shared(Json json, Sharing s) {
    json.rows("legs", s.legs(), (row, l) -> row.text("leg", l.id()).text("corridor", l.corridor()).text("rule", l.rule())).number("objective_value_if_not_shared", s.without()).number("cost", s.cost());
  }

  /** What would be carried over the draws is stated only where somebody stated who would leave. */
  private void boarding(Json json, Boarding b) {
    Judgement j = movement.judgement();
    json.flag("willing_stated", b.stated()).number("could", b.could());
    if (b.stated()) json.object("would", j, (row, w) -> row.number("low", w.low()).number("mean", w.expected()).number("high", w.high()));
    json.rows("if_share_willing", b.curve(), (row, p) -> row.number("share", p.share()).number("out", p.out()));
  }

  private String iso(int second) {
    return second == Calendar.NEVER ? "never" : clock.iso(problem().at(second));
  }
}
