// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.monitor.clock.HoldModel;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Passage;
import tools.jackson.core.JsonGenerator;

/**
 * What goes with an answer from reports: will it hold, alerts, plan against actual. Each part only where it was asked for.
 *
 * @param holdHours how many more hours the chance to hold is for
 */
public record PauseSheet(Optional<HoldModel> hold, double holdHours, List<Alert> alerts, List<Passage> passages) {
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

  void write(JsonGenerator json, ReportWatch.Answer answer) {
    chance(answer).ifPresent(c -> {
      json.writeObjectPropertyStart("hold");
      SeriesJson.number(json, "hours", holdHours);
      SeriesJson.number(json, "low", c.low());
      SeriesJson.number(json, "mean", c.mean());
      SeriesJson.number(json, "high", c.high());
      json.writeNumberProperty("pauses_in_class", c.pauses());
      json.writeBooleanProperty("class_is_small", c.pauses() < HoldModel.FEW);
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
      json.writeStringProperty("outcome", words(p.outcome()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String words(Passage.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Plain text, lines ending in a line break; empty where nothing was asked for. */
  public String text(ReportWatch.Answer answer) {
    var text = new StringBuilder();
    chance(answer).ifPresent(c -> text.append(String.format(Locale.ROOT,
        "%nchance to hold %.0f more hours: %.2f (%.2f to %.2f), from %d past pauses%s%n", holdHours, c.mean(), c.low(), c.high(),
        c.pauses(), c.pauses() < HoldModel.FEW ? ": fewer than " + HoldModel.FEW + ", so read it as a guess" : "")));
    if (hold.isPresent() && answer.start().isEmpty()) text.append("\nno pause is likely enough to ask whether it holds\n");
    for (Alert a : alerts) {
      text.append(String.format(Locale.ROOT, "ALERT  %s: %s at %s, %.0f m away or more, says %s%n",
          a.watched(), a.kind(), a.fire(), a.metres(), a.source()));
    }
    for (Passage p : passages) {
      text.append(String.format(Locale.ROOT, "%s  %s: %s (planned %d, passed %s)%n", p.hour(), p.corridor(), words(p.outcome()), p.planned(),
          p.passed().isPresent() ? Integer.toString(p.passed().getAsInt()) : "not counted"));
    }
    return text.toString();
  }
}
