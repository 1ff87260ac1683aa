// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.input.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The answer on a bare series as JSON: stable names, probabilities to four digits, nothing that depends on the clock. */
public final class SeriesJson {
  private SeriesJson() {}

  /** One object, ending in a line break. */
  public static String of(SeriesWatch.Outcome outcome) {
    return write(json -> {
      json.writeStartObject();
      switch (outcome) {
        case SeriesWatch.Outcome.Answered a -> answer(json, a);
        case SeriesWatch.Outcome.Refused r -> json.writeStringProperty("error", "no answer: the input is wrong");
      }
      findings(json, outcome.findings());
      json.writeEndObject();
    });
  }

  interface Body {
    void write(JsonGenerator json);
  }

  static String write(Body body) {
    var out = new StringWriter();
    var context = new ObjectWriteContext.Base() {
      @Override
      public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter();
      }
    };
    try (JsonGenerator json = new JsonFactory().createGenerator(context, out)) {
      body.write(json);
    }
    return out.append("\n").toString();
  }

  private static void answer(JsonGenerator json, SeriesWatch.Outcome.Answered answered) {
    reading(json, answered.reading());
    answered.request().announced().ifPresent(a -> {
      json.writeStringProperty("announced", a.from().toString());
      a.until().ifPresent(u -> json.writeStringProperty("announced_until", u.toString()));
    });
    settings(json, answered.request().settings());
  }

  /** Into the object that is open. */
  static void reading(JsonGenerator json, PauseReading r) {
    json.writeStringProperty("verdict", r.verdict().words());
    number(json, "p_paused", r.paused());
    json.writeBooleanProperty("p_paused_is_prior", r.isPrior());
    start(json, r);
    if (r.quietHoursNeeded().isPresent()) {
      json.writeNumberProperty("quiet_hours_needed", Math.round(r.quietHoursNeeded().getAsDouble() * 10) / 10.0);
    } else {
      json.writeNullProperty("quiet_hours_needed");
    }
    number(json, "evidence_decibans", r.evidenceDecibans());
    json.writeObjectPropertyStart("baseline");
    number(json, "per_day", r.baseline().perDay());
    number(json, "shape", r.baseline().shape());
    json.writeNumberProperty("days", r.baseline().days());
    json.writeNumberProperty("quiet_days", r.baseline().quietDays());
    number(json, "calm_share", r.baseline().calmShare());
    number(json, "level_before", r.baseline().before());
    json.writeArrayPropertyStart("monday_to_sunday");
    for (int w = 0; w < 7; w++) json.writeNumber(Math.round(r.baseline().week().factor(w) * 10_000) / 10_000.0);
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayPropertyStart("days");
    for (DayVerdict day : r.days()) day(json, day);
    json.writeEndArray();
  }

  private static void start(JsonGenerator json, PauseReading r) {
    if (r.start().isEmpty()) {
      json.writeNullProperty("start");
      return;
    }
    PauseReading.Start start = r.start().get();
    json.writeStringProperty("start", start.middle().toString());
    json.writeArrayPropertyStart("start_interval");
    json.writeString(start.low().toString());
    json.writeString(start.high().toString());
    json.writeEndArray();
  }

  private static void day(JsonGenerator json, DayVerdict day) {
    json.writeStartObject();
    json.writeStringProperty("day", day.day().toString());
    if (day.count().isPresent()) json.writeNumberProperty("count", day.count().getAsInt());
    else json.writeNullProperty("count");
    number(json, "p_paused", day.paused());
    json.writeBooleanProperty("p_paused_is_prior", day.isPrior());
    json.writeStringProperty("verdict", day.verdict().words());
    if (!day.why().isEmpty()) json.writeStringProperty("why", day.why());
    json.writeEndObject();
  }

  static void settings(JsonGenerator json, SwitchSettings s) {
    json.writeObjectPropertyStart("settings");
    number(json, "announced_prior", s.announcedPrior());
    number(json, "starts_per_day", s.startsPerDay());
    number(json, "ends_per_day", s.endsPerDay());
    number(json, "ends_per_unseen_day", s.endsPerUnseenDay());
    number(json, "lulls_per_day", s.lullsPerDay());
    number(json, "lull_stays_a_day", s.lullStaysADay());
    number(json, "lowers_per_day", s.lowersPerDay());
    number(json, "lower_stays_a_day", s.lowerStaysADay());
    number(json, "residual_low", s.residualLow());
    number(json, "residual_high", s.residualHigh());
    json.writeEndObject();
  }

  static void findings(JsonGenerator json, List<Finding> findings) {
    json.writeArrayPropertyStart("findings");
    for (Finding f : findings) {
      json.writeStartObject();
      json.writeStringProperty("code", f.code());
      json.writeStringProperty("place", f.place());
      json.writeStringProperty("what", f.what());
      json.writeStringProperty("effect", f.effect());
      json.writeStringProperty("remedy", f.remedy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void number(JsonGenerator json, String name, OptionalInt value) {
    if (value.isPresent()) json.writeNumberProperty(name, value.getAsInt());
    else json.writeNullProperty(name);
  }

  static void number(JsonGenerator json, String name, double value) {
    json.writeNumberProperty(name, Math.round(value * 10_000) / 10_000.0);
  }
}
