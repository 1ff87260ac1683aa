// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.roads.network.WeekHours;

/**
 * Reads the plain form of OSM's opening hours: days of the week and times ({@code Mo-Fr 07:00-09:00,16:00-18:00; Sa 08:00-12:00}, {@code 22:00-06:00}, {@code 24/7};
 * wiki.openstreetmap.org/wiki/Key:opening_hours). A later rule replaces an earlier one on the days that it names. Holidays, months, weeks and the sun are not
 * understood.
 */
final class OpeningHours {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final int DAY = 24 * 60;
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

  private OpeningHours() {}

  /** Empty where a part of it is not understood, or where it never holds. */
  static Optional<WeekHours> read(String text) {
    if (text.strip().equals("24/7")) return Optional.of(WeekHours.ALWAYS);
    BitSet[] byDay = new BitSet[DAYS.size()];
    for (String rule : text.split(";")) {
      String words = rule.strip();
      if (words.isEmpty()) continue;
      int split = 0;
      while (split < words.length() && !Character.isDigit(words.charAt(split))) split++;
      Optional<BitSet> days = days(words.substring(0, split).strip());
      Optional<BitSet> times = times(words.substring(split).strip());
      if (days.isEmpty() || times.isEmpty()) return Optional.empty();
      days.get().stream().forEach(d -> byDay[d] = times.get());
    }
    BitSet week = new BitSet();
    for (int d = 0; d < byDay.length; d++) {
      int begins = d * DAY;
      if (byDay[d] != null) byDay[d].stream().forEach(m -> week.set((begins + m) % WeekHours.WEEK));
    }
    return week.isEmpty() ? Optional.empty() : Optional.of(WeekHours.of(week));
  }

  private static Optional<BitSet> days(String words) {
    BitSet days = new BitSet();
    if (words.isEmpty()) days.set(0, DAYS.size());
    for (String part : words.isEmpty() ? new String[0] : words.split(",")) {
      String[] ends = part.strip().split("-", -1);
      int from = DAYS.indexOf(ends[0].strip());
      int to = DAYS.indexOf(ends[ends.length - 1].strip());
      if (ends.length > 2 || from < 0 || to < 0) return Optional.empty();
      for (int d = from; ; d = (d + 1) % DAYS.size()) {
        days.set(d);
        if (d == to) break;
      }
    }
    return Optional.of(days);
  }

  /** Minutes from the day's beginning; past its end for what goes on after midnight. Days alone mean all day. */
  private static Optional<BitSet> times(String words) {
    BitSet minutes = new BitSet();
    if (words.isEmpty()) minutes.set(0, DAY);
    for (String part : words.isEmpty() ? new String[0] : words.split(",")) {
      Matcher m = TIME.matcher(part.strip());
      if (!m.matches()) return Optional.empty();
      int from = minute(m.group(1), m.group(2));
      int to = minute(m.group(3), m.group(4));
      if (from < 0 || from >= DAY || to < 0) return Optional.empty();
      minutes.set(from, to > from ? to : to + DAY);
    }
    return Optional.of(minutes);
  }

  private static int minute(String hours, String minutes) {
    int h = Integer.parseInt(hours);
    int m = Integer.parseInt(minutes);
    return h > 48 || m > 59 || h == 48 && m > 0 ? -1 : 60 * h + m;
  }
}
