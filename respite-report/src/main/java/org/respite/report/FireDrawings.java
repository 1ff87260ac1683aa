// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.Verdict;

/** Strips of hours, the chance of a pause, and counts with their band. What nobody watched is hatched, never empty. */
final class FireDrawings {
  private static final double WIDTH = 720;
  private static final double LEFT = 178;
  private static final double RIGHT = 712;
  private static final double ROW = 17;
  private static final double TOP = 10;
  private static final double PLOT = 130;
  private static final double PLOT_LEFT = 64;
  private static final int DAYS = 45;
  private static final int NAME = 27;

  private FireDrawings() {}

  static Svg strip(List<ReportWatch.Strip> strips, Instant from, Clock clock) {
    int hours = strips.isEmpty() ? 1 : strips.getFirst().hours().size();
    double bottom = TOP + ROW * strips.size();
    Svg svg = Svg.drawing("hour-strip", WIDTH, bottom + 40, "Quiet, fire or not observed, hour by hour", said(strips));
    double cell = (RIGHT - LEFT) / hours;
    for (int s = 0; s < strips.size(); s++) row(svg, strips.get(s), TOP + ROW * s, cell);
    new TimeAxis(clock, from, from.plusSeconds(3600L * hours), LEFT, RIGHT).draw(svg, List.of(), TOP, bottom);
    return svg.end();
  }

  private static String said(List<ReportWatch.Strip> strips) {
    int[] n = new int[HourStrip.values().length];
    for (ReportWatch.Strip s : strips) for (HourStrip h : s.hours()) n[h.ordinal()]++;
    return "Hours of all places and corridors shown: %d quiet, %d with fire, %d not observed.".formatted(n[0], n[1], n[2]);
  }

  private static void row(Svg svg, ReportWatch.Strip s, double y, double cell) {
    String name = s.corridor() ? "→ " + s.place() : s.place();
    svg.label("tick end", LEFT - 6, y + 12, name.length() > NAME ? name.substring(0, NAME - 1) + "…" : name);
    for (int h = 0; h < s.hours().size(); h++) {
      double x = LEFT + h * cell;
      svg.rect("hour " + css(s.hours().get(h)), x, y + 1, cell, ROW - 3);
      if (s.hours().get(h) == HourStrip.QUIET) svg.line("quiet-line", x + 1, y + ROW / 2, x + cell - 1, y + ROW / 2);
      boolean told = s.hours().get(h) == HourStrip.NOT_OBSERVED && s.reports().get(h) > 0;
      if (told) svg.leaf("circle", "class", "told", "cx", x + cell / 2, "cy", y + ROW / 2 - 0.5, "r", Math.min(3, cell / 2));
    }
  }

  private static String css(HourStrip h) {
    return switch (h) {
      case QUIET -> "quiet";
      case FIRE -> "fire";
      case NOT_OBSERVED -> "not-observed";
    };
  }

  static Svg key(String state) {
    boolean told = state.equals("told");
    Svg svg = Svg.ornament("swatch", 16, 14).rect("hour " + (told ? "not-observed" : state), 0, 0, 16, 14);
    if (told) svg.leaf("circle", "class", "told", "cx", 8, "cy", 7, "r", 3);
    if (state.equals("quiet")) svg.line("quiet-line", 1, 7, 15, 7);
    return svg.end();
  }

  static Svg chance(List<ReportWatch.Hour> hours, Clock clock) {
    Svg svg = Svg.drawing("pause-chance", WIDTH, PLOT + 40, "Chance of a pause, hour by hour", "In the last hour %.2f.".formatted(hours.getLast().paused()));
    Axis y = new Axis(1, 0.25, PLOT, TOP);
    for (double tick : y.ticks()) svg.line("grid", PLOT_LEFT, y.at(tick), RIGHT, y.at(tick)).label("tick end", PLOT_LEFT - 6, y.at(tick) + 4, Figures.written(tick));
    TimeAxis x = axis(hours, clock);
    x.draw(svg, List.of(), TOP, PLOT);
    svg.line("reference", PLOT_LEFT, y.at(Verdict.PAUSED_FROM), RIGHT, y.at(Verdict.PAUSED_FROM)).label("tick", PLOT_LEFT + 6, y.at(Verdict.PAUSED_FROM) + 13, "from here on: paused");
    StringBuilder points = new StringBuilder();
    for (ReportWatch.Hour h : hours) points.append(Svg.n(x.at(h.from().plusSeconds(3600)))).append(',').append(Svg.n(y.at(h.paused()))).append(' ');
    svg.leaf("polyline", "class", "curve", "points", points.toString().strip());
    blind(svg, hours, x);
    return svg.end();
  }

  static Svg rate(List<ReportWatch.Hour> hours, Clock clock) {
    int most = hours.stream().mapToInt(ReportWatch.Hour::high).max().orElse(1);
    Svg svg = Svg.drawing("fire-rate", WIDTH, PLOT + 40, "Incidents in six hours, told so far and to be expected once all is told",
        "In the last six hours %d told so far; %d to %d to be expected.".formatted(Math.max(0, hours.getLast().seen()), hours.getLast().low(), hours.getLast().high()));
    Axis y = Axis.of(Math.max(1, most), PLOT, TOP);
    Arrivals.grid(svg, y, PLOT_LEFT, RIGHT);
    TimeAxis x = axis(hours, clock);
    StringBuilder line = new StringBuilder();
    for (ReportWatch.Hour h : hours) {
      if (h.seen() < 0) continue;
      double from = x.at(h.from());
      svg.rect("area", from, y.at(h.high()), x.at(h.from().plusSeconds(3600)) - from, y.at(h.low()) - y.at(h.high()));
      line.append(Svg.n(x.at(h.from().plusSeconds(3600)))).append(',').append(Svg.n(y.at(h.seen()))).append(' ');
    }
    svg.leaf("polyline", "class", "curve", "points", line.toString().strip());
    blind(svg, hours, x);
    x.draw(svg, List.of(), TOP, PLOT);
    return svg.end();
  }

  private static void blind(Svg svg, List<ReportWatch.Hour> hours, TimeAxis x) {
    for (ReportWatch.Hour h : hours) {
      if (h.seen() < 0) svg.rect("hour not-observed", x.at(h.from()), PLOT - 8, x.at(h.from().plusSeconds(3600)) - x.at(h.from()), 8);
    }
  }

  private static TimeAxis axis(List<ReportWatch.Hour> hours, Clock clock) {
    return new TimeAxis(clock, hours.getFirst().from(), hours.getLast().from().plusSeconds(3600), PLOT_LEFT, RIGHT);
  }

  static Svg days(PauseReading reading) {
    List<DayVerdict> days = reading.days().subList(Math.max(0, reading.days().size() - DAYS), reading.days().size());
    String last = days.isEmpty() ? "no day" : said(days.getLast());
    Svg svg = Svg.drawing("pause-days", WIDTH, PLOT + 52, "Chance of a pause, day by day", "The last day, " + last + ".");
    Axis y = new Axis(1, 0.25, PLOT, TOP);
    for (double tick : y.ticks()) svg.line("grid", PLOT_LEFT, y.at(tick), RIGHT, y.at(tick)).label("tick end", PLOT_LEFT - 6, y.at(tick) + 4, Figures.written(tick));
    svg.line("reference", PLOT_LEFT, y.at(Verdict.PAUSED_FROM), RIGHT, y.at(Verdict.PAUSED_FROM));
    double slot = (RIGHT - PLOT_LEFT) / Math.max(1, days.size());
    for (int d = 0; d < days.size(); d++) day(svg, days.get(d), PLOT_LEFT + d * slot, slot, y);
    svg.line("axis", PLOT_LEFT, PLOT, RIGHT, PLOT).label("tick end", PLOT_LEFT - 6, PLOT + 16, "counted");
    return svg.end();
  }

  private static String said(DayVerdict day) {
    return day.isPrior() ? "%s: %s, no chance given".formatted(day.day(), day.verdict().words())
        : "%s: %s, chance %.2f".formatted(day.day(), day.verdict().words(), day.paused());
  }

  private static void day(Svg svg, DayVerdict day, double x, double slot, Axis y) {
    boolean gap = day.verdict() == Verdict.REPORTING_GAP;
    svg.open("g").words("title", said(day) + (day.why().isEmpty() ? "" : " (" + day.why() + ")"));
    if (gap || day.isPrior()) svg.rect("hour not-observed", x, y.at(1), slot - 1, PLOT - y.at(1));
    else svg.rect("stack s0", x, y.at(day.paused()), slot - 1, PLOT - y.at(day.paused()));
    svg.close();
    svg.label("tick mid", x + slot / 2, PLOT + 16, day.count().isPresent() ? Integer.toString(day.count().getAsInt()) : "?");
    boolean named = day.day().getDayOfMonth() % 10 == 1 && day.day().getDayOfMonth() < 31;
    if (named) svg.label("tick strong mid", x + slot / 2, PLOT + 34, DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day.day()));
  }
}
