// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import org.respite.engine.answer.PeopleOut;

/** How many would be out for each willing share from 0 to 100 %: a curve to read, not a forecast. */
final class WouldCurve {
  private static final double WIDTH = 720;
  private static final double TOP = 16;
  private static final double BOTTOM = 170;
  private static final double LEFT = 64;
  private static final double RIGHT = 700;

  private WouldCurve() {}

  static Svg draw(PeopleOut.Would would) {
    long most = would.curve().stream().mapToLong(PeopleOut.Would.Point::out).max().orElse(0);
    String said = would.stated() ? "A willing share is stated." : "Nobody stated the willing share.";
    Svg svg = Svg.drawing("would-curve", WIDTH, 212, "People out for each willing share", said + " At 0 % nobody is out; at 100 % " + Figures.significant(most) + ".");
    Axis y = Axis.of(Math.max(1, most), BOTTOM, TOP);
    Axis x = new Axis(1, 0.1, LEFT, RIGHT);
    Arrivals.grid(svg, y, LEFT, RIGHT);
    for (double tick : x.ticks()) svg.label("tick mid", x.at(tick), BOTTOM + 17, Math.round(tick * 100) + " %");
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM).label("tick end", RIGHT, BOTTOM + 34, "share of civilians willing to leave");
    StringBuilder points = new StringBuilder();
    for (var p : would.curve()) points.append(Svg.n(x.at(p.share()))).append(',').append(Svg.n(y.at(p.out()))).append(' ');
    svg.leaf("polyline", "class", "curve dashed", "points", points.toString().strip());
    for (var p : would.curve()) svg.leaf("circle", "class", "hollow", "cx", x.at(p.share()), "cy", y.at(p.out()), "r", 3);
    if (!would.stated()) svg.label("note end", RIGHT - 6, BOTTOM - 12, "Nobody stated the willing share: any point of this curve may be the true one.");
    return svg.end();
  }
}
