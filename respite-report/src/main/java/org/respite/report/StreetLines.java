// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import java.util.stream.Stream;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.answer.VehicleStreets;
import org.respite.model.scenario.Position;

/**
 * Streets as a few paths, one for each class of how many walk them: relative whole tenths of a unit, and no point nearer than a line's width to
 * the one before, so that a city's streets stay some hundred kilobytes.
 */
final class StreetLines {
  /** People from which a street is drawn one class stronger. */
  private static final long[] STEPS = {1, 1_000, 5_000, 20_000};

  private static final int LEAST_TENTHS = 8;

  /** Beside the style sheet, which is the same for a sketch. */
  private static final String DRIVEN = "fill:none;stroke:#c77700;stroke-width:36;stroke-opacity:.85;stroke-dasharray:70 35;stroke-linejoin:round";

  private final MapFrame frame;
  private final StringBuilder path = new StringBuilder();
  private int x;
  private int y;

  private StreetLines(MapFrame frame) {
    this.frame = frame;
  }

  static void draw(Svg svg, MapFrame frame, StreetMap streets, List<List<Position>> outline) {
    svg.open("g", "transform", "scale(.1)");
    if (!outline.isEmpty()) svg.leaf("path", "class", "ground", "d", new StreetLines(frame).lines(outline, "z"));
    svg.leaf("path", "class", "street-shut", "d", new StreetLines(frame).lines(streets.lines().stream().filter(l -> l.people() < 0).map(StreetMap.Line::points).toList(), ""));
    for (int level = 0; level <= STEPS.length; level++) {
      int wanted = level;
      List<List<Position>> lines = streets.lines().stream().filter(l -> level(l.people()) == wanted).map(StreetMap.Line::points).toList();
      if (!lines.isEmpty()) svg.leaf("path", "class", "street-" + level, "d", new StreetLines(frame).lines(lines, ""));
    }
    List<List<Position>> changing = streets.lines().stream().filter(l -> l.changes() && l.people() >= 0).map(StreetMap.Line::points).toList();
    if (!changing.isEmpty()) svg.leaf("path", "class", "street-hours", "d", new StreetLines(frame).lines(changing, ""));
    streets.vehicles().stream().flatMap(v -> v.legs().stream()).filter(VehicleStreets.Leg::scheduled).forEach(l -> {
      svg.open("g").words("title", "%s drive here".formatted(l.name()));
      svg.leaf("path", "style", DRIVEN, "d", new StreetLines(frame).lines(Stream.concat(l.in().stream(), l.out().stream()).map(VehicleStreets.Way::line).toList(), "")).close();
    });
    for (StreetMap.Narrow n : streets.narrow()) {
      svg.open("g").words("title", "%s: takes %s people an hour".formatted(n.name(), Figures.significant(Math.round(n.perHour()))));
      svg.leaf("path", "class", "street-narrow", "d", new StreetLines(frame).lines(List.of(n.line()), "")).close();
    }
    svg.close();
  }

  /** -1 for a street that is shut. */
  private static int level(long people) {
    if (people < 0) return -1;
    int level = 0;
    for (long from : STEPS) if (people >= from) level++;
    return level;
  }

  private String lines(List<List<Position>> lines, String end) {
    for (List<Position> line : lines) {
      if (line.stream().noneMatch(p -> frame.holds(p, 0))) continue;
      for (int i = 0; i < line.size(); i++) point(line.get(i), i == 0, i == line.size() - 1);
      path.append(end);
      if (!end.isEmpty()) {
        x = tenths(frame.x(line.getFirst()));
        y = tenths(frame.y(line.getFirst()));
      }
    }
    return path.toString();
  }

  private void point(Position p, boolean first, boolean last) {
    int toX = tenths(frame.x(p));
    int toY = tenths(frame.y(p));
    if (!first && !last && Math.max(Math.abs(toX - x), Math.abs(toY - y)) < LEAST_TENTHS) return;
    // The first point of a path is absolute by the standard, also after a small m.
    path.append(first ? 'm' : 'l').append(toX - x).append(toY - y < 0 ? "" : " ").append(toY - y);
    x = toX;
    y = toY;
  }

  private static int tenths(double units) {
    return (int) Math.round(units * 10);
  }
}
