// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Bottleneck;
import org.respite.engine.answer.Gain;
import org.respite.engine.answer.PeopleOut;

/** {@code people}: who could, would and did leave. */
record PeopleJson(Clock clock) {
  /** Cumulative curves go out thinned to the quarter hour; the last minute is always there. */
  private static final int EVERY_MINUTES = 15;

  void write(Json json, Assessment a) {
    PeopleOut p = a.people();
    PeopleOut.Plan plan = p.plan();
    json.spread("inside", p.inside())
        .spread("could", p.could())
        .spread("could_share", p.couldShare())
        .object("would", p.would(), PeopleJson::would)
        .object("did", () -> json.text("unit", "people").rows("rows", p.did(), PeopleJson::did))
        .spread("hours_needed", p.hoursNeeded())
        .rows("by_corridor", rows(plan), this::corridor)
        .rows("left_behind", plan.districts(), PeopleJson::district)
        .object("arrivals", plan, this::arrivals)
        .object("bottleneck", plan.bottleneck(), PeopleJson::bottleneck)
        .object("proof", plan, PeopleJson::proof)
        .rows("gains", p.gains(), PeopleJson::gain)
        .rows("first", p.firsts(), this::group)
        .objectOrNull("wounded", p.wounded(), this::group)
        .object("vehicles", p.vehicles(), (row, m) -> new MovementJson(clock, m).write(row));
  }

  private static void would(Json json, PeopleOut.Would w) {
    json.flag("stated", w.stated());
    if (w.out().isPresent()) Json.spread(json, w.out().get());
    else json.nothing("low").nothing("mid").nothing("high").text("unit", "people");
    json.rows("curve", w.curve(), (row, point) -> row.number("share", point.share()).number("out", point.out()));
  }

  private static void did(Json json, PeopleOut.Did d) {
    json.text("from", d.from()).text("to", d.to());
    count(json, "low", d.low());
    count(json, "high", d.high());
    json.text("who_counted", d.whoCounted())
        .textOrNull("corridor", d.corridor())
        .textOrNull("group", d.group())
        .textOrNull("source", d.source())
        .textOrNull("note", d.note());
  }

  private static void count(Json json, String key, long value) {
    JsonReport.counted(value).map(v -> json.number(key, v)).orElseGet(() -> json.nothing(key));
  }

  /** A corridor with the hours that its series counts. */
  private record Row(PeopleOut.CorridorOut corridor, List<PeopleOut.Hour> hours) {}

  private record Slot(PeopleOut.Hour hour, long people) {}

  private static List<Row> rows(PeopleOut.Plan plan) {
    return plan.corridors().stream().map(c -> new Row(c, plan.hours())).toList();
  }

  private void corridor(Json json, Row row) {
    PeopleOut.CorridorOut c = row.corridor();
    json.text("id", c.id()).text("name", c.name()).number("out", c.out()).text("unit", "people").text("status", c.status());
    instant(json, "full_from", c.fullFrom().orElse(null));
    instant(json, "full_to", c.fullTo().orElse(null));
    List<Slot> slots = IntStream.range(0, row.hours().size()).mapToObj(i -> new Slot(row.hours().get(i), c.byHour()[i])).toList();
    json.rows("series", slots, (slot, s) -> slot.text("from", clock.iso(s.hour().from())).text("to", clock.iso(s.hour().to())).number("people", s.people()));
  }

  private void instant(Json json, String key, Instant at) {
    if (at == null) json.nothing(key);
    else json.text(key, clock.iso(at));
  }

  private static void district(Json json, PeopleOut.DistrictOut d) {
    json.text("id", d.id())
        .text("name", d.name())
        .textOrNull("name_ar", d.nameAr())
        .number("people", d.people())
        .number("out", d.out())
        .number("left", d.people() - d.out());
  }

  private void arrivals(Json json, PeopleOut.Plan plan) {
    json.text("begins", clock.iso(plan.begins()))
        .text("unit", "people")
        .number("every_minutes", EVERY_MINUTES)
        .rows("points", points(plan), (row, m) -> row.text("at", clock.iso(plan.begins().plusSeconds(60L * m))).number("out", plan.outByMinute()[m - 1]));
  }

  /** Ends of minutes, counted from 1: each quarter hour, and the end. */
  private static List<Integer> points(PeopleOut.Plan plan) {
    List<Integer> points = new ArrayList<>();
    int last = plan.outByMinute().length;
    for (int m = EVERY_MINUTES; m < last; m += EVERY_MINUTES) points.add(m);
    if (last > 0) points.add(last);
    return points;
  }

  private static void bottleneck(Json json, Bottleneck b) {
    json.text("words", b.words()).rows("parts", b.parts(), PeopleJson::part);
  }

  private static void part(Json json, Bottleneck.Part p) {
    json.text("kind", Codes.of(p.kind())).text("id", p.id()).text("words", p.words()).number("people", p.people()).number("per_minute", p.perMinute());
  }

  private static void proof(Json json, PeopleOut.Plan plan) {
    PeopleOut.Proof p = plan.proof();
    json.flag("holds", p.holds())
        .flag("feasible", p.feasible())
        .number("flow_value", p.flowValue())
        .number("cut_value", p.cutValue())
        .flag("exact", plan.exact())
        .number("out", plan.out())
        .number("upper_bound", plan.upperBound())
        .text("words", p.words());
  }

  static void gain(Json json, Gain g) {
    json.text("what", g.what()).number("people", g.people()).number("trucks", g.trucks());
  }

  private void group(Json json, PeopleOut.ClassOut g) {
    json.text("id", g.id())
        .text("name", g.name())
        .spread("people", g.people())
        .spread("could", g.could())
        .spread("could_share", g.couldShare())
        .spread("hours_needed", g.hoursNeeded());
    instant(json, "all_out_at", g.allOutAt().orElse(null));
    json.object("bottleneck", g.bottleneck(), PeopleJson::bottleneck);
  }
}
