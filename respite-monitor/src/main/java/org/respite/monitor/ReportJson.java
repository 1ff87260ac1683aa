// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Violations;
import org.respite.monitor.input.Finding;
import tools.jackson.core.JsonGenerator;

/** The answer from reports as JSON; the same names as for a bare series, and more. */
public final class ReportJson {
  static final String NOTHING_OBSERVED = "no report had been received: nothing is observed, which is not quiet";

  private ReportJson() {}

  /** One object, ending in a line break. */
  public static String of(ReportWatch.Answer a, ReportWatch.Request request, PauseSheet sheet) {
    return SeriesJson.write(json -> {
      json.writeStartObject();
      json.writeStringProperty("as_of", a.asOf().toString());
      reading(json, a.reading());
      if (a.start().isPresent()) {
        json.writeStringProperty("start", a.start().get().middle().toString());
        json.writeArrayPropertyStart("start_interval");
        json.writeString(a.start().get().low().toString());
        json.writeString(a.start().get().high().toString());
        json.writeEndArray();
      } else {
        json.writeNullProperty("start");
      }
      request.pause().from().ifPresent(i -> json.writeStringProperty("announced", i.toString()));
      runUp(json, a);
      json.writeArrayPropertyStart("incidents_5_50_95");
      json.writeNumber(a.incidents().low());
      json.writeNumber(a.incidents().median());
      json.writeNumber(a.incidents().high());
      json.writeEndArray();
      json.writeNumberProperty("incidents_spread", a.spread());
      json.writeObjectPropertyStart("killed_at_least");
      json.writeNumberProperty("low", a.killed().low());
      json.writeNumberProperty("median", a.killed().median());
      json.writeNumberProperty("high", a.killed().high());
      json.writeNumberProperty("reports_that_do_not_say", a.killed().silent());
      json.writeEndObject();
      readings(json, "by_kind", a.byKind());
      readings(json, "by_alleged_actor", a.byActor());
      violations(json, a);
      strips(json, a);
      hours(json, a);
      independence(json, a.independence());
      heard(json, a.heard());
      lines(json, a.lines());
      sources(json, a);
      sheet.write(json, Optional.of(a));
      days(json, a);
      SeriesJson.settings(json, request.settings());
      SeriesJson.findings(json, a.findings());
      json.writeEndObject();
    });
  }

  /** The answer on a case; where no report had been received, "cannot say", with what else there is. */
  public static String of(CaseWatch watch, List<Finding> findings) {
    if (watch.answer().isPresent()) return of(watch.answer().get(), watch.request(), watch.sheet());
    return SeriesJson.write(json -> {
      json.writeStartObject();
      json.writeStringProperty("verdict", Verdict.CANNOT_SAY.words());
      SeriesJson.number(json, "p_paused", watch.request().settings().announcedPrior());
      json.writeBooleanProperty("p_paused_is_prior", true);
      json.writeStringProperty("why", NOTHING_OBSERVED);
      json.writeNullProperty("start");
      json.writeNullProperty("quiet_hours_needed");
      watch.request().pause().from().ifPresent(i -> json.writeStringProperty("announced", i.toString()));
      watch.sheet().write(json, Optional.empty());
      json.writeArrayPropertyStart("days");
      json.writeEndArray();
      SeriesJson.settings(json, watch.request().settings());
      SeriesJson.findings(json, findings);
      json.writeEndObject();
    });
  }

  private static void reading(JsonGenerator json, HourClock.Reading r) {
    json.writeStringProperty("verdict", r.verdict().words());
    SeriesJson.number(json, "p_paused", r.paused());
    json.writeBooleanProperty("p_paused_is_prior", r.isPrior());
    if (r.quietHoursNeeded().isPresent()) json.writeNumberProperty("quiet_hours_needed", r.quietHoursNeeded().getAsDouble());
    else json.writeNullProperty("quiet_hours_needed");
    if (!r.why().isEmpty()) json.writeStringProperty("why", r.why());
    SeriesJson.number(json, "incidents_per_day_before", r.baseline().perDay());
  }

  private static void readings(JsonGenerator json, String name, Map<String, HourClock.Reading> all) {
    json.writeObjectPropertyStart(name);
    all.forEach((key, r) -> {
      json.writeObjectPropertyStart(key);
      reading(json, r);
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private static void independence(JsonGenerator json, Independence i) {
    json.writeObjectPropertyStart("independence");
    if (i.fire().isPresent()) {
      Independence.Lone l = i.fire().get();
      json.writeObjectPropertyStart("fire_told_by_one");
      json.writeStringProperty("source", l.source());
      json.writeNumberProperty("alone", l.alone());
      json.writeNumberProperty("incidents", l.all());
      SeriesJson.number(json, "usual_share", l.usualShare());
      json.writeStringProperty("verdict_without", l.without().verdict().words());
      SeriesJson.number(json, "p_paused_without", l.without().paused());
      json.writeEndObject();
    } else {
      json.writeNullProperty("fire_told_by_one");
    }
    if (i.onlyVoice().isPresent()) json.writeStringProperty("only_voice", i.onlyVoice().get());
    else json.writeNullProperty("only_voice");
    json.writeEndObject();
  }

  private static void violations(JsonGenerator json, ReportWatch.Answer a) {
    json.writeNumberProperty("watched_hours_in_pause", a.watchedHours());
    json.writeArrayPropertyStart("violations");
    for (Violations v : a.violations()) {
      json.writeStartObject();
      json.writeStringProperty("alleged_actor", v.actor());
      json.writeStringProperty("alleging_party", v.byParty());
      json.writeStringProperty("kind", v.kind());
      json.writeStringProperty("place", v.place());
      json.writeNumberProperty("alleged", v.alleged());
      json.writeNumberProperty("supported", v.supported());
      json.writeNumberProperty("confirmed", v.confirmed());
      if (a.watchedHours() > 0) SeriesJson.number(json, "alleged_per_watched_hour", (double) v.alleged() / a.watchedHours());
      else json.writeNullProperty("alleged_per_watched_hour");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strips(JsonGenerator json, ReportWatch.Answer a) {
    json.writeStringProperty("strip_from", a.stripFrom().toString());
    strip(json, "strip", a.strips().stream().filter(s -> !s.corridor()).toList());
    strip(json, "corridor_strip", a.strips().stream().filter(ReportWatch.Strip::corridor).toList());
  }

  private static void strip(JsonGenerator json, String name, List<ReportWatch.Strip> strips) {
    json.writeObjectPropertyStart(name);
    for (ReportWatch.Strip s : strips) {
      json.writeArrayPropertyStart(s.place());
      for (HourStrip h : s.hours()) json.writeString(words(h));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static String words(HourStrip h) {
    return h.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static void runUp(JsonGenerator json, ReportWatch.Answer a) {
    a.runUp().ifPresent(r -> {
      json.writeObjectPropertyStart("run_up");
      json.writeStringProperty("from", r.from().toString());
      json.writeStringProperty("to", r.to().toString());
      json.writeNumberProperty("watched_hours", r.watchedHours());
      json.writeNumberProperty("incidents", r.incidents());
      SeriesJson.number(json, "per_day", r.perDay());
      SeriesJson.number(json, "per_day_before", r.perDayBefore());
      json.writeEndObject();
    });
  }

  /** By hour: the chance of a pause, and the incidents of the six hours up to it with those still to be told, 90 % between low and high. */
  private static void hours(JsonGenerator json, ReportWatch.Answer a) {
    json.writeArrayPropertyStart("hours");
    for (ReportWatch.Hour h : a.hours()) {
      json.writeStartObject();
      json.writeStringProperty("hour", h.from().toString());
      SeriesJson.number(json, "p_paused", h.paused());
      if (h.seen() < 0) json.writeNullProperty("incidents_6h");
      else json.writeNumberProperty("incidents_6h", h.seen());
      json.writeNumberProperty("low", h.low());
      json.writeNumberProperty("high", h.high());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Who has fallen silent, and how much of the usual fire the others would tell of. */
  private static void heard(JsonGenerator json, Heard heard) {
    json.writeObjectPropertyStart("heard");
    SeriesJson.number(json, "share_of_usual_fire", heard.share());
    json.writeNumberProperty("usual_sources", heard.usualSources());
    json.writeArrayPropertyStart("silent");
    for (Heard.Silent s : heard.silent()) {
      json.writeStartObject();
      json.writeStringProperty("source", s.source());
      json.writeStringProperty("since", s.since().toString());
      if (Double.isFinite(s.usualGapHours())) SeriesJson.number(json, "usual_gap_hours", s.usualGapHours());
      else json.writeNullProperty("usual_gap_hours");
      SeriesJson.number(json, "share_of_usual_fire", s.share());
      SeriesJson.number(json, "p_cut", s.cut());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void lines(JsonGenerator json, ReportWatch.Lines lines) {
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("read", lines.read());
    json.writeNumberProperty("used", lines.used());
    json.writeObjectPropertyStart("set_aside");
    json.writeNumberProperty("received_later", lines.later());
    json.writeNumberProperty("told_by_another_line", lines.toldBefore());
    json.writeNumberProperty("before_the_hours_looked_at", lines.outside());
    json.writeNumberProperty("beyond_quota", lines.beyondQuota());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void sources(JsonGenerator json, ReportWatch.Answer a) {
    json.writeArrayPropertyStart("sources");
    for (ReportWatch.Source s : a.sources()) {
      json.writeStartObject();
      json.writeStringProperty("source", s.name());
      json.writeNumberProperty("reports", s.reports());
      json.writeNumberProperty("copies", s.copies());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void days(JsonGenerator json, ReportWatch.Answer a) {
    json.writeArrayPropertyStart("days");
    for (ReportWatch.Day d : a.days()) {
      json.writeStartObject();
      json.writeStringProperty("day", d.day().toString());
      SeriesJson.number(json, "p_paused", d.paused());
      json.writeBooleanProperty("p_paused_is_prior", d.isPrior());
      json.writeStringProperty("verdict", d.verdict().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
