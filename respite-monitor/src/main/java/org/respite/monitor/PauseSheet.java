// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.respite.monitor.clock.HoldModel;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Passage;
import tools.jackson.core.JsonGenerator;

/**
 * What goes with an answer from reports: will it hold, alerts, plan against actual, counts by day. Each part only where there is one.
 *
 * @param holdHours how many more hours the chance to hold is for
 * @param byDay the answer from counts by day, which may be of another source and coded later
 */
public record PauseSheet(Optional<HoldModel> hold, double holdHours, List<Alert> alerts, List<Passage> passages, Optional<PauseReading> byDay) {
  public PauseSheet {
    alerts = List.copyOf(alerts);
    passages = List.copyOf(passages);
  }

  private Optional<HoldModel.Chance> chance(ReportWatch.Answer answer) {
    return hold.flatMap(model -> answer.start().map(s -> {
      double held = Math.max(0, Duration.between(s.middle(), answer.asOf()).toMinutes() / 60.0);
      int supported = answer.violations().stream().mapToInt(v -> v.supported()).sum();
      // What a held pause shows at most: the residual share of the rate before, over the hours held.
      double usual = answer.reading().baseline().perDay() / 24 * held * 0.15;
      return model.holds(held, holdHours, supported, usual);
    }));
  }

  void write(JsonGenerator json, Optional<ReportWatch.Answer> answer) {
    answer.flatMap(this::chance).ifPresent(c -> {
      json.writeObjectPropertyStart("hold");
      SeriesJson.number(json, "hours", holdHours);
      SeriesJson.number(json, "low", c.low());
      SeriesJson.number(json, "mean", c.mean());
      SeriesJson.number(json, "high", c.high());
      json.writeNumberProperty("pauses_in_class", c.pauses());
      json.writeBooleanProperty("class_is_small", c.pauses() < HoldModel.FEW);
      json.writeEndObject();
    });
    byDay.ifPresent(r -> {
      json.writeObjectPropertyStart("by_day");
      SeriesJson.reading(json, r);
      json.writeEndObject();
    });
    json.writeArrayPropertyStart("alerts");
    for (Alert a : alerts) {
      json.writeStartObject();
      json.writeStringProperty("near", a.watched());
      json.writeStringProperty("fire", a.fire().toString());
      json.writeStringProperty("kind", a.kind());
      json.writeStringProperty("source", a.source());
      json.writeNumberProperty("metres_at_least", Math.round(a.metres()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("passages");
    for (Passage p : passages) {
      json.writeStartObject();
      json.writeStringProperty("corridor", p.corridor());
      json.writeStringProperty("hour", p.hour().toString());
      SeriesJson.number(json, "planned", p.planned());
      SeriesJson.number(json, "passed", p.passed());
      json.writeStringProperty("outcome", words(p.outcome()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String words(Passage.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Plain text, lines ending in a line break; empty where nothing was asked for. */
  public String text(Optional<ReportWatch.Answer> answer, ZoneId zone) {
    var text = new StringBuilder();
    answer.flatMap(this::chance).ifPresent(c -> text.append(String.format(Locale.ROOT,
        "%nchance to hold %.0f more hours: %.2f (%.2f to %.2f), from %d past pauses%s%n", holdHours, c.mean(), c.low(), c.high(),
        c.pauses(), c.pauses() < HoldModel.FEW ? ": fewer than " + HoldModel.FEW + ", so read it as a guess" : "")));
    if (hold.isPresent() && answer.flatMap(ReportWatch.Answer::start).isEmpty()) text.append("\nno pause is likely enough to ask whether it holds\n");
    var told = new LinkedHashMap<String, String>();
    for (Alert a : alerts) {
      told.merge(String.format(Locale.ROOT, "ALERT  %s: %s at %s, %.0f m away or more, says ", a.watched(), a.kind(), ReportText.local(a.fire(), zone), a.metres()), a.source(),
          (one, other) -> one + ", " + other);
    }
    told.forEach((what, sources) -> text.append(what).append(sources).append('\n'));
    for (int i = 0; i < passages.size(); i++) i = passage(text, i, zone);
    byDay.ifPresent(r -> text.append("\nby counts of whole days, as coded by their source, perhaps long afterwards:\n").append(SeriesText.of(r)));
    return text.toString();
  }

  /** One line for hours of one corridor that went alike without a count; returns the last of them. */
  private int passage(StringBuilder text, int i, ZoneId zone) {
    Passage p = passages.get(i);
    int last = i;
    while (last + 1 < passages.size() && sameUncounted(p, passages.get(last + 1))) last++;
    if (last > i) {
      text.append(String.format(Locale.ROOT, "%s to %s  %s: %s (%d hours, nobody counted)%n", ReportText.local(p.hour(), zone),
          ReportText.local(passages.get(last).hour().plusSeconds(3600), zone),
          p.corridor(), words(p.outcome()), last - i + 1));
    } else {
      text.append(String.format(Locale.ROOT, "%s  %s: %s (planned %s, passed %s)%n", ReportText.local(p.hour(), zone), p.corridor(), words(p.outcome()),
          number(p.planned(), "not stated"), number(p.passed(), "not counted")));
    }
    return last;
  }

  private static boolean sameUncounted(Passage a, Passage b) {
    return a.corridor().equals(b.corridor()) && a.passed().isEmpty() && b.passed().isEmpty() && a.outcome() == b.outcome();
  }

  private static String number(OptionalInt n, String without) {
    return n.isPresent() ? Integer.toString(n.getAsInt()) : without;
  }
}
