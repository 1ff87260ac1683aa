// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.respite.model.scenario.Window;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.schedule.Trip;

/**
 * The time-distance graph of movement tables: along the foot the time, upwards the way, one line a vehicle, one panel a corridor. Lines that
 * cross meet on the road; a level stretch is a stop.
 */
final class TimeDistance {
  private static final double WIDTH = 720;
  private static final double LEFT = 88;
  private static final double RIGHT = 694;
  private static final double PANEL = 120;
  private static final double HEAD = 30;
  private static final double FOOT = 44;

  private final MovementPage page;
  private final Movement m;

  private TimeDistance(MovementPage page) {
    this.page = page;
    this.m = page.m();
  }

  static Svg draw(String id, MovementPage page) {
    return new TimeDistance(page).draw(id);
  }

  private Svg draw(String id) {
    List<String> corridors = m.schedule().trips().stream().map(t -> t.type().corridor()).distinct().sorted().toList();
    String said = corridors.isEmpty() ? "Nobody moves." : "%s on %s; the movement table has every time.".formatted(Figures.counted(m.schedule().trips().size(), "trip"), Figures.counted(corridors.size(), "corridor"));
    Svg svg = Svg.drawing(id, WIDTH, Math.max(1, corridors.size()) * (HEAD + PANEL + FOOT), "Time-distance graph", said);
    for (int i = 0; i < corridors.size(); i++) panel(svg, corridors.get(i), i * (HEAD + PANEL + FOOT));
    return svg.end();
  }

  private void panel(Svg svg, String corridor, double top) {
    Problem p = m.problem();
    int ends = p.closes().stream().mapToInt(Integer::intValue).max().orElse(1);
    TimeAxis x = new TimeAxis(page.clock(), p.begins(), p.at(ends), LEFT, RIGHT);
    double bottom = top + HEAD + PANEL;
    x.draw(svg, windows(p), top + HEAD, bottom);
    svg.label("tick strong", LEFT, top + HEAD - 10, page.place(corridor));
    svg.label("tick end", LEFT - 6, top + HEAD + 10, m.problem().cargo().stream().anyMatch(c -> c.unit().equals("people")) ? "far end" : "site");
    svg.label("tick end", LEFT - 6, bottom, "outside");
    for (Trip t : m.schedule().trips()) if (t.type().corridor().equals(corridor)) svg.leaf("polyline", "class", "curve thin", "points", points(t, x, bottom));
  }

  private static List<Window.Interval> windows(Problem p) {
    List<Window.Interval> all = new ArrayList<>();
    for (int w = 0; w < p.opens().size(); w++) all.add(new Window.Interval(p.at(p.opens().get(w)), p.at(p.closes().get(w))));
    return all;
  }

  /** Up on the way in, down on the way out; a trip that only goes out begins at the top. */
  private String points(Trip t, TimeAxis x, double bottom) {
    double in = road(t, Stage.Kind.ROAD_IN);
    double out = road(t, Stage.Kind.ROAD_OUT);
    double way = Math.max(1, Math.max(in, out));
    double at = in > 0 ? 0 : 1;
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < t.type().count(); i++) {
      Stage s = t.type().stages().get(i);
      point(points, x.at(instant(t.start(i))), bottom - at * PANEL);
      if (s.kind() == Stage.Kind.ROAD_IN) at += s.seconds() / way;
      if (s.kind() == Stage.Kind.ROAD_OUT) at = Math.max(0, at - s.seconds() / way);
      point(points, x.at(instant(t.end(i))), bottom - at * PANEL);
    }
    return points.toString();
  }

  private Instant instant(int second) {
    return m.problem().at(second);
  }

  private static double road(Trip t, Stage.Kind kind) {
    return t.type().stages().stream().filter(s -> s.kind() == kind).mapToInt(Stage::seconds).sum();
  }

  private static void point(StringBuilder points, double x, double y) {
    if (!points.isEmpty()) points.append(' ');
    points.append(Svg.n(x)).append(',').append(Svg.n(y));
  }
}
