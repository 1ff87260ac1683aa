// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.Map;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.incident.Violations;
import tools.jackson.core.JsonGenerator;

/** The answer from reports as JSON; the same names as for a bare series, and more. */
public final class ReportJson {
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
      request.announced().ifPresent(i -> json.writeStringProperty("announced", i.toString()));
      json.writeArrayPropertyStart("incidents_5_50_95");
      json.writeNumber(a.incidents().low());
      json.writeNumber(a.incidents().median());
      json.writeNumber(a.incidents().high());
      json.writeEndArray();
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
      sources(json, a);
      sheet.write(json, a);
      days(json, a);
      SeriesJson.settings(json, request.settings());
      SeriesJson.findings(json, a.findings());
      json.writeEndObject();
    });
  }

  private static void reading(JsonGenerator json, HourClock.Reading r) {
    json.writeStringProperty("verdict", r.verdict().words());
    SeriesJson.number(json, "p_paused", r.paused());
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

  private static void violations(JsonGenerator json, ReportWatch.Answer a) {
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
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strips(JsonGenerator json, ReportWatch.Answer a) {
    json.writeStringProperty("strip_from", a.stripFrom().toString());
    json.writeObjectPropertyStart("strip");
    for (ReportWatch.Strip s : a.strips()) {
      json.writeArrayPropertyStart(s.place());
      for (HourStrip h : s.hours()) json.writeString(h.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
      json.writeEndArray();
    }
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
      json.writeStringProperty("verdict", d.verdict().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
