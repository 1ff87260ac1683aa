// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.Optional;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.Daylight;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.GateRow;
import org.respite.engine.answer.Method;
import org.respite.engine.answer.NeedRow;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.answer.VerdictRow;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Window;
import org.respite.monitor.CaseWatch;

/** The assessment for programs: {@code respite-assessment/1}, described by {@code schema/assessment-1.schema.json}. */
public final class JsonReport {
  static final String FORMAT = "respite-assessment/1";

  private final Clock clock;

  private JsonReport(Clock clock) {
    this.clock = clock;
  }

  /** The assessment without a word on whether the fire has stopped: nobody was asked. */
  public static String of(Assessment a) {
    return of(a, Optional.empty());
  }

  /** The assessment as JSON text. Same values, same bytes. */
  public static String of(Assessment a, Optional<CaseWatch> watch) {
    JsonReport report = new JsonReport(new Clock(a.theCase().theatre().zone()));
    return Json.object(json -> report.write(json, a, watch));
  }

  private void write(Json json, Assessment a, Optional<CaseWatch> watch) {
    json.text("format", FORMAT)
        .object("case", a, this::theCase)
        .object("question", a.question(), JsonReport::question)
        .rows("windows", a.options(), this::option)
        .object("people", a, new PeopleJson(clock)::write)
        .objectOrNull("aid", a.aid(), new AidJson(clock)::write)
        .rows("needs_stated", a.needs(), JsonReport::need)
        .object("consent", a.consent(), JsonReport::consent)
        .rows("gate", a.gate(), JsonReport::gate)
        .rows("verdict", a.verdict(), JsonReport::verdict)
        .rows("drivers", a.drivers(), JsonReport::driver)
        .object("daylight", a.daylight(), this::daylight)
        .objectOrNull("fire", watch, new FireJson(clock)::write)
        .object("provenance", a.theCase(), ProvenanceJson::write)
        .object("method", a.method(), JsonReport::method)
        .rows("warnings", a.findings(), JsonReport::warning);
    a.streets().ifPresent(s -> json.object("streets", s, JsonReport::streets));
  }

  private static void streets(Json json, StreetMap s) {
    json.text("source", s.source())
        .text("sha256", s.sha256())
        .textOrNull("osm_timestamp", s.osmTimestamp())
        .text("attribution", s.attribution())
        .number("nodes", s.nodes())
        .number("links", s.links())
        .number("km", s.km())
        .number("cells", s.cells())
        .number("untagged_share", s.untagged())
        .number("shut_links", s.shut())
        .number("changing_links", s.changing())
        .rows("narrow", s.narrow(), (j, n) -> j.text("id", n.id()).text("name", n.name()).number("way", n.way()).number("per_hour", n.perHour()));
    s.vehicles().filter(v -> !v.legs().isEmpty()).ifPresent(v -> json.object("vehicles", v, VehicleWords::write));
  }

  private void theCase(Json json, Assessment a) {
    Case c = a.theCase();
    json.text("id", c.id())
        .text("title", c.title())
        .textOrNull("summary", c.summary())
        .text("place", c.theatre().name().en())
        .textOrNull("place_ar", c.theatre().name().ar())
        .text("country", c.theatre().country())
        .text("zone", clock.zone().getId())
        .flag("streets_schematic", a.streets().isEmpty() && c.geography().streets().schematic());
  }

  static void question(Json json, Option o) {
    json.text("option", o.id()).text("title", o.title()).texts("windows", o.windows()).number("aid_lanes", o.aidLanes());
  }

  private void option(Json json, OptionRow row) {
    json.text("id", row.option().id())
        .text("title", row.option().title())
        .number("aid_lanes", row.option().aidLanes())
        .rows("windows", row.windows(), this::window)
        .text("begins", clock.iso(row.begins()))
        .text("ends", clock.iso(row.ends()))
        .number("hours", row.hours())
        .spread("could", row.could())
        .spread("could_share", row.couldShare())
        .spread("wounded_share", row.woundedShare())
        .spread("food_share", row.foodShare());
  }

  private void window(Json json, Window.Interval w) {
    json.text("from", clock.iso(w.from())).text("to", clock.iso(w.to())).number("hours", w.length().toMinutes() / 60.0);
  }

  private static void need(Json json, NeedRow n) {
    json.text("by", n.by())
        .text("purpose", n.purpose())
        .text("what", n.what())
        .numberOrNull("hours", n.hours())
        .numberOrNull("lanes", n.lanes())
        .number("offered_hours", n.offered())
        .numberOrNull("missing_hours", n.missing())
        .textOrNull("source", n.source());
  }

  private static void consent(Json json, Consent consent) {
    json.texts("terms", consent.terms().stream().map(t -> Codes.of(t)).toList())
        .rows("parties", consent.rows(), JsonReport::party)
        .texts("missing", consent.missing());
  }

  private static void party(Json json, Consent.Row row) {
    json.text("party", row.party())
        .text("name", row.name())
        .flag("must_consent", row.mustConsent())
        .rows("terms", row.cells(), JsonReport::cell);
  }

  private static void cell(Json json, Consent.Cell c) {
    json.text("term", Codes.of(c.term())).text("status", Codes.of(c.status())).text("words", c.words()).texts("statements", c.statements());
  }

  private static void gate(Json json, GateRow row) {
    json.text("item", Codes.of(row.kind()))
        .text("question", row.kind().question())
        .text("status", Codes.of(row.status()))
        .textOrNull("why", row.why())
        .textOrNull("source", row.source());
  }

  private static void verdict(Json json, VerdictRow row) {
    json.text("purpose", Codes.of(row.purpose()))
        .text("group", row.group())
        .text("group_name", row.groupName())
        .text("answer", row.answer().words())
        .spread("share_served", row.shareServed())
        .spread("hours_missing", row.hoursMissing())
        .text("because", row.because());
  }

  private static void driver(Json json, Driver d) {
    json.text("figure", d.figure())
        .text("unit", d.unit())
        .text("input", d.input())
        .text("range", d.range())
        .number("share", d.share())
        .number("when_low", d.whenLow())
        .number("when_high", d.whenHigh())
        .text("basis", d.basis())
        .text("at", d.at());
  }

  private void daylight(Json json, Daylight d) {
    json.rows("days", d.days(), this::day).number("hours_in_windows", d.hoursInWindows()).number("hours_of_windows", d.hoursOfWindows());
  }

  private void day(Json json, Daylight.Day d) {
    json.text("date", d.date()).text("sunrise", clock.iso(d.sunrise())).text("sunset", clock.iso(d.sunset()));
  }

  static void method(Json json, Method m) {
    json.text("version", m.version())
        .number("draws", m.draws())
        .number("seed", m.seed())
        .text("low_mid_high", "5th percentile, median, 95th percentile over the draws")
        .text("plan", "optimum of the middle world, one-minute steps")
        .text("times", "ISO 8601 with the offset of the case's place; intervals are half-open");
  }

  private static void warning(Json json, Finding f) {
    json.text("code", f.code()).text("at", f.at().toString()).text("what", f.what()).text("effect", f.effect()).text("remedy", f.remedy());
  }

  static Optional<Long> counted(long value) {
    return value < 0 ? Optional.empty() : Optional.of(value);
  }
}
