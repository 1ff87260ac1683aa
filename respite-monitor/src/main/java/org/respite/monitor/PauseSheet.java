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
import org.respite.monitor.clock.ReferenceClass;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Passage;
import tools.jackson.core.JsonGenerator;

/**
 * What goes with an answer from reports: will it hold, alerts, plan against actual, counts by day. Each part only where there is one.
 *
 * @param holdHours how many more hours the chance to hold is for
 * @param byDay the answer from counts by day, which may be of another source and coded later
 */
public record PauseSheet(Optional<ReferenceClass> hold, double holdHours, List<Alert> alerts, List<Passage> passages, Optional<PauseReading> byDay) {
  public PauseSheet {
    alerts = List.copyOf(alerts);
    passages = List.copyOf(passages);
  }

  /**
   * Chance that a pause holds.
   *
   * @param begun whether one is seen to have begun; else the chance is for its first hours, once it has
   * @param hours how many more
   */
  public record Outlook(boolean begun, double hours, HoldModel.Chance chance, ReferenceClass comparedWith) {
    /** Such as "chance to hold 8 more hours: 0.62 (0.55 to 0.69), from 102 past pauses that come with Respite". */
    public String words() {
      return String.format(Locale.ROOT, "%s %.0f %shours: %.2f (%.2f to %.2f), from %d %s%s", begun ? "chance to hold" : "no pause is seen to have begun; once one has, chance to hold its first",
          hours, begun ? "more " : "", chance.mean(), chance.low(), chance.high(), chance.pauses(), comparedWith.words(),
          comparedWith.isSmall() ? ": fewer than " + ReferenceClass.FEW + ", so read it as a guess" : "");
    }
  }

  /** Empty where there is nothing to compare with. */
  public Optional<Outlook> outlook(Optional<ReportWatch.Answer> answer) {
    return hold.map(c -> new Outlook(answer.flatMap(ReportWatch.Answer::start).isPresent(), holdHours, chance(c, answer), c));
  }

  private HoldModel.Chance chance(ReferenceClass comparedWith, Optional<ReportWatch.Answer> answer) {
    HoldModel model = comparedWith.model();
    return answer.flatMap(a -> a.start().map(s -> {
      double held = Math.max(0, Duration.between(s.middle(), a.asOf()).toMinutes() / 60.0);
      int supported = a.violations().stream().mapToInt(v -> v.supported()).sum();
      // What a held pause shows at most: the residual share of the rate before, over the hours held.
      double usual = a.reading().baseline().perDay() / 24 * held * 0.15;
      return model.holds(held, holdHours, supported, usual);
    })).orElseGet(() -> model.holds(0, holdHours));
  }

  void write(JsonGenerator json, Optional<ReportWatch.Answer> answer) {
    outlook(answer).ifPresent(o -> {
      json.writeObjectPropertyStart("hold");
      json.writeBooleanProperty("begun", o.begun());
      SeriesJson.number(json, "hours", o.hours());
      SeriesJson.number(json, "low", o.chance().low());
      SeriesJson.number(json, "mean", o.chance().mean());
      SeriesJson.number(json, "high", o.chance().high());
      json.writeStringProperty("class", o.comparedWith().words());
      json.writeNumberProperty("pauses_in_class", o.chance().pauses());
      json.writeBooleanProperty("class_is_small", o.comparedWith().isSmall());
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
    outlook(answer).ifPresent(o -> text.append('\n').append(o.words()).append('\n'));
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
