// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Notification.Acknowledgement;
import org.respite.ledger.entry.Statement.Level;
import org.respite.ledger.proof.Recorded;

/** Who was told of what, through whom, and down to which level somebody said so. A notification is not a permission; red until the unit has acknowledged. */
public final class Ladder {
  /** Lead time that a kind of notification needs: a row of notification-rules.csv. */
  public record Rule(String key, Duration lead, String what, String source) {}

  /** How a notification stands. */
  public enum Light {
    /** The unit has acknowledged, the lead time was not missed, and it has not expired. */
    GREEN,
    RED
  }

  /**
   * @param leadMet empty where the rule, when it was sent, or when it starts is not stated
   */
  public record Row(Recorded recorded, Notification notification, Map<Level, Acknowledgement> acknowledged, Optional<Boolean> leadMet, boolean expired, Light light, String why) {}

  private Ladder() {}

  /** The rules that are data: 48 h, and 24 h in an emergency. */
  public static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    try (InputStream in = Ladder.class.getResourceAsStream("notification-rules.csv");
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.readLine(); // the heading
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", 4);
        rules.add(new Rule(cells[0], Duration.ofHours(Long.parseLong(cells[1])), cells[2], cells[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  /** Every notification known by then, as it stands at {@code now}. */
  public static List<Row> of(Readings readings, Instant now) {
    List<Row> rows = new ArrayList<>();
    List<Recorded> known = readings.contents().entries().filter(readings::known).toList();
    for (Recorded r : known) {
      if (!(r.entry().body() instanceof Notification n)) continue;
      Map<Level, Acknowledgement> by = new EnumMap<>(Level.class);
      for (Recorded a : known) if (a.entry().body() instanceof Acknowledgement ack && ack.of().equals(r.hash())) by.putIfAbsent(ack.level(), ack);
      Optional<Boolean> lead = leadMet(readings, n);
      boolean expired = n.expires().earliest(readings.zone()).map(e -> !e.isAfter(now)).orElse(false);
      rows.add(new Row(r, n, by, lead, expired, light(by, lead, expired), why(by, lead, expired)));
    }
    return rows;
  }

  private static Optional<Boolean> leadMet(Readings readings, Notification n) {
    Optional<Rule> rule = rules().stream().filter(r -> r.key().equals(n.rule())).findFirst();
    Optional<Instant> sent = n.sent().earliest(readings.zone());
    Optional<Instant> starts = n.starts().earliest(readings.zone());
    if (rule.isEmpty() || sent.isEmpty() || starts.isEmpty()) return Optional.empty();
    return Optional.of(Duration.between(sent.get(), starts.get()).compareTo(rule.get().lead()) >= 0);
  }

  private static Light light(Map<Level, Acknowledgement> by, Optional<Boolean> lead, boolean expired) {
    return by.containsKey(Level.UNIT) && !expired && lead.orElse(true) ? Light.GREEN : Light.RED;
  }

  private static String why(Map<Level, Acknowledgement> by, Optional<Boolean> lead, boolean expired) {
    List<String> why = new ArrayList<>();
    if (expired) why.add("expired");
    if (!lead.orElse(true)) why.add("sent later than the rule asks");
    if (lead.isEmpty()) why.add("lead time cannot be judged: rule, sending or start not stated");
    for (Level level : List.of(Level.CAPITAL, Level.SECTOR, Level.UNIT)) if (!by.containsKey(level)) why.add("not acknowledged by " + level.name().toLowerCase(java.util.Locale.ROOT));
    return String.join("; ", why);
  }
}
