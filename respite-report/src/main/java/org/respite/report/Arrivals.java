// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Instant;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.PeopleOut;

/** People out by the minute in the middle case, the range of the end total beside it, and those inside above it. */
final class Arrivals {
  private static final double WIDTH = 720;
  private static final double TOP = 22;
  private static final double BOTTOM = 230;
  private static final double LEFT = 64;
  private static final double RIGHT = 620;
  private static final int EVERY = 5;
  /** Below the curve's end where the label fits there, above it otherwise. */
  private static final double LABEL_ROOM = 30;

  private Arrivals() {}

  static Svg draw(PeopleOut p, OptionRow asked, Clock clock) {
    PeopleOut.Plan plan = p.plan();
    String said = "People out by the end: %s. Inside: %s.".formatted(Figures.spread(p.could()), Figures.spread(p.inside()));
    Svg svg = Svg.drawing("arrivals", WIDTH, 268, "People who could be out, minute by minute", said);
    Axis y = Axis.of(Math.max(plan.out(), Math.max(p.could().high(), p.inside().mid())), BOTTOM, TOP);
    time(plan, clock).draw(svg, asked.windows(), TOP, BOTTOM);
    grid(svg, y, LEFT, RIGHT);
    svg.line("reference", LEFT, y.at(p.inside().mid()), RIGHT, y.at(p.inside().mid()));
    svg.label("tick", LEFT + 6, y.at(p.inside().mid()) - 5, "inside, middle case: " + Figures.significant(p.inside().mid()));
    curve(svg, plan, y, time(plan, clock));
    band(svg, p, y);
    return svg.end();
  }

  private static TimeAxis time(PeopleOut.Plan plan, Clock clock) {
    Instant ends = plan.begins().plusSeconds(60L * Math.max(1, plan.outByMinute().length));
    return new TimeAxis(clock, plan.begins(), ends, LEFT, RIGHT);
  }

  static void grid(Svg svg, Axis y, double left, double right) {
    for (double tick : y.ticks()) {
      svg.line("grid", left, y.at(tick), right, y.at(tick)).label("tick end", left - 6, y.at(tick) + 4, Figures.significant(tick));
    }
  }

  private static void curve(Svg svg, PeopleOut.Plan plan, Axis y, TimeAxis x) {
    StringBuilder points = new StringBuilder("%s,%s".formatted(Svg.n(LEFT), Svg.n(BOTTOM)));
    long[] out = plan.outByMinute();
    for (int m = 1; m <= out.length; m++) {
      if (m % EVERY == 0 || m == out.length) points.append(' ').append(Svg.n(x.at(plan.begins().plusSeconds(60L * m)))).append(',').append(Svg.n(y.at(out[m - 1])));
    }
    svg.leaf("polygon", "class", "area", "points", "%s %s,%s".formatted(points, Svg.n(RIGHT), Svg.n(BOTTOM)));
    svg.leaf("polyline", "class", "curve", "points", points.toString());
    double end = y.at(plan.out());
    svg.label("tick end", RIGHT - 6, end < BOTTOM - LABEL_ROOM ? end + LABEL_ROOM : end - 6, "this plan, middle case: " + Figures.significant(plan.out()));
  }

  private static void band(Svg svg, PeopleOut p, Axis y) {
    double x = RIGHT + 14;
    svg.rect("band", x - 6, y.at(p.could().high()), 12, y.at(p.could().low()) - y.at(p.could().high()));
    svg.line("curve", x - 9, y.at(p.could().mid()), x + 9, y.at(p.could().mid()));
    boolean apart = y.at(p.could().low()) - y.at(p.could().high()) > 30;
    svg.label("tick", x + 12, y.at(p.could().high()) + 4, Figures.significant(p.could().high()));
    if (!apart) return;
    svg.label("tick strong", x + 12, Math.clamp(y.at(p.could().mid()) + 4, y.at(p.could().high()) + 17, y.at(p.could().low()) - 9), Figures.significant(p.could().mid()));
    svg.label("tick", x + 12, y.at(p.could().low()) + 4, Figures.significant(p.could().low()));
  }
}
