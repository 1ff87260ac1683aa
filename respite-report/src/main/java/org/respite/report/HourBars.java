// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.Arrays;
import java.util.List;
import org.respite.engine.answer.PeopleOut;

/** Something an hour, stacked by who let it pass. Each series has a fill of its own that survives grey paper. */
final class HourBars {
  private static final double WIDTH = 720;
  private static final double TOP = 14;
  private static final double BOTTOM = 200;
  private static final double LEFT = 64;
  private static final double RIGHT = 712;
  private static final double GAP = 3;
  private static final int LABELS = 14;
  private static final double ROOM_FOR_MARK = 13;
  /** Distinct fills of the style sheet, {@code .s0} to {@code .s7}; further series repeat them and keep their marks. */
  static final int FILLS = 8;

  private HourBars() {}

  /**
   * One layer of the stack.
   *
   * @param mark short text inside the bars, such as the corridor's number
   * @param fill 0 to {@link #FILLS} - 1
   */
  record Series(String name, String mark, int fill, double[] byHour) {
    double total() {
      return Arrays.stream(byHour).sum();
    }
  }

  static Svg draw(String id, String title, List<PeopleOut.Hour> hours, List<Series> series, Clock clock) {
    double highest = 0;
    for (int h = 0; h < hours.size(); h++) highest = Math.max(highest, sum(series, h));
    Svg svg = Svg.drawing(id, WIDTH, 240, title, description(series));
    Axis y = Axis.of(highest == 0 ? 1 : highest, BOTTOM, TOP);
    Arrivals.grid(svg, y, LEFT, RIGHT);
    double slot = (RIGHT - LEFT) / Math.max(1, hours.size());
    for (int h = 0; h < hours.size(); h++) stack(svg, series, h, y, slot);
    foot(svg, hours, clock, slot);
    return svg.end();
  }

  private static double sum(List<Series> series, int hour) {
    return series.stream().mapToDouble(s -> s.byHour()[hour]).sum();
  }

  private static String description(List<Series> series) {
    if (series.isEmpty()) return "Nothing passes in any hour.";
    return String.join("; ", series.stream().map(s -> "%s: %s in all".formatted(s.name(), Figures.significant(s.total()))).toList());
  }

  private static void stack(Svg svg, List<Series> series, int hour, Axis y, double slot) {
    double below = 0;
    double x = LEFT + hour * slot + GAP / 2;
    for (Series s : series) {
      double value = s.byHour()[hour];
      if (value <= 0) continue;
      double top = y.at(below + value);
      double height = y.at(below) - top;
      svg.rect("stack s" + s.fill(), x, top, slot - GAP, height);
      if (height > ROOM_FOR_MARK && slot > ROOM_FOR_MARK && !s.mark().isEmpty()) mark(svg, s.mark(), x + (slot - GAP) / 2, top + height / 2);
      below += value;
    }
  }

  private static void mark(Svg svg, String mark, double x, double y) {
    double half = 4 + 3.4 * mark.length();
    svg.leaf("rect", "class", "plate", "x", x - half, "y", y - 6.5, "width", 2 * half, "height", 13, "rx", 6.5);
    svg.label("mark-text mid", x, y + 4, mark);
  }

  private static void foot(Svg svg, List<PeopleOut.Hour> hours, Clock clock, double slot) {
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    int every = Math.max(1, (int) Math.ceil((double) hours.size() / LABELS));
    String day = "";
    for (int h = 0; h < hours.size(); h++) {
      double x = LEFT + h * slot;
      String today = clock.shortDay(hours.get(h).from());
      if (!today.equals(day)) svg.label("tick strong", x, BOTTOM + 32, today).line("axis", x, BOTTOM, x, BOTTOM + 22);
      if (h % every == 0) svg.label("tick", x, BOTTOM + 17, clock.time(hours.get(h).from()));
      day = today;
    }
  }
}
