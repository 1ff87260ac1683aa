// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Pause;
import org.respite.model.scenario.Window;

/** {@code pauses} with their windows, and {@code options}. */
final class PauseSection {
  /** Longer than this is a ceasefire or a slip of the pen; a plan by the minute has no use for it. */
  static final Duration LONGEST_WINDOW = Duration.ofDays(14);

  private static final Pattern EVERY = Pattern.compile("(\\d{1,4}) (h|d)");

  private PauseSection() {}

  static List<Pause> pauses(Keys root) {
    return root.mappings("pauses").stream().map(PauseSection::pause).toList();
  }

  private static Pause pause(Keys keys) {
    try (Keys k = keys;
        Keys announced = k.mapping("announced")) {
      String id = k.id(Kind.PAUSE);
      return new Pause(
          id,
          k.text("title"),
          k.word("kind", Pause.Kind.class),
          announced.reference("by", Kind.PARTY),
          Times.moment(announced, "at"),
          announced.referenceIfAny("statement", Kind.STATEMENT),
          announced.reference("source", Kind.SOURCE),
          k.has("halt_from") ? Optional.of(Times.instant(k, "halt_from")) : Optional.empty(),
          k.mappings("windows").stream().map(w -> window(w, id)).toList());
    }
  }

  private static Window window(Keys keys, String pause) {
    try (Keys k = keys) {
      String id = k.id(Kind.WINDOW);
      Instant from = Times.instant(k, "from");
      Instant to = Times.instant(k, "to");
      boolean orderly = checkOrder(k, id, from, to);
      if (orderly) checkClocks(k, id, from, to);
      return new Window(
          id,
          pause,
          from,
          orderly ? to : from.plusSeconds(60),
          k.word("status", Window.Status.class),
          Times.moment(k, "announced"),
          k.referenceIfAny("replaces", Kind.WINDOW),
          k.has("repeat") ? Optional.of(repeat(k, Duration.between(from, orderly ? to : from))) : Optional.empty(),
          k.reference("source", Kind.SOURCE),
          k.at());
    }
  }

  private static boolean checkOrder(Keys k, String id, Instant from, Instant to) {
    if (!k.has("from") || !k.has("to") || from.equals(Instant.EPOCH) || to.equals(Instant.EPOCH)) return false;
    if (!from.isBefore(to)) {
      k.reading.findings.error(
          "window-ends-before-it-begins", k.at("to"), "window `%s` runs from %s to %s".formatted(id, k.text("from"), k.text("to")),
          "nobody could use it", "swap the two, or correct the day");
      return false;
    }
    if (Duration.between(from, to).compareTo(LONGEST_WINDOW) > 0) {
      k.reading.findings.error(
          "window-too-long", k.at("to"), "window `%s` lasts %d days".formatted(id, Duration.between(from, to).toDays()),
          "a plan by the minute covers at most %d days".formatted(LONGEST_WINDOW.toDays()), "check the year; split it with `repeat`");
      return false;
    }
    return true;
  }

  /** A window across the change of clocks is longer or shorter than the two clock faces say. */
  private static void checkClocks(Keys k, String id, Instant from, Instant to) {
    ZoneId zone = k.reading.zone();
    Duration shift =
        Duration.ofSeconds(zone.getRules().getOffset(from).getTotalSeconds() - zone.getRules().getOffset(to).getTotalSeconds());
    if (shift.isZero()) return;
    k.reading.findings.warning(
        "clocks-change", k.at(), "the clocks in %s change inside window `%s`".formatted(zone, id),
        "it lasts %s, %s the two clock faces say".formatted(hours(Duration.between(from, to)), shift.isNegative() ? "an hour less than" : "an hour more than"),
        "tell every side the times in UTC as well: %s to %s".formatted(from, to));
  }

  private static String hours(Duration d) {
    return d.toMinutes() % 60 == 0 ? d.toHours() + " h" : "%d h %02d min".formatted(d.toHours(), d.toMinutesPart());
  }

  private static Window.Repeat repeat(Keys window, Duration length) {
    try (Keys k = window.mapping("repeat")) {
      String written = k.text("every");
      Matcher m = EVERY.matcher(written);
      Duration every = Duration.ofDays(1);
      if (m.matches()) {
        int n = Integer.parseInt(m.group(1));
        every = m.group(2).equals("h") ? Duration.ofHours(n) : Duration.ofDays(n);
      } else if (!written.isEmpty()) {
        k.reading.findings.error("not-an-interval", k.at("every"), "`every: %s`".formatted(written), "the repeats cannot be placed", "write `1 d` or `12 h`");
      }
      int times = k.whole("times", 1, 60);
      if (every.compareTo(length) < 0 && times > 1) {
        k.reading.findings.error(
            "repeats-overlap", k.at("every"), "a window of %s repeats every %s".formatted(hours(length), written), "one would begin before the last ends",
            "make `every` at least the window's length");
      }
      return new Window.Repeat(every, times);
    }
  }

  static List<Option> options(Keys root) {
    List<Option> options = root.mappings("options").stream().map(PauseSection::option).toList();
    if (options.isEmpty() && root.has("options")) {
      root.reading.findings.error("no-question", root.at("options"), "no option to assess", "there is no question to answer", "list at least one: {id, title, windows, aid_lanes}");
    }
    return options;
  }

  private static Option option(Keys keys) {
    try (Keys k = keys) {
      List<String> windows = k.references("windows", Kind.WINDOW);
      if (windows.isEmpty()) {
        k.reading.findings.error("no-window", k.at(), k.where() + " names no window", "there is no time to assess", "add `windows: [ID]`");
      }
      return new Option(k.id(Kind.OPTION), k.text("title"), windows, k.whole("aid_lanes", 0, 20), k.at());
    }
  }
}
