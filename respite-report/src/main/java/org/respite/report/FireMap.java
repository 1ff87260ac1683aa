// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.monitor.incident.Report;

/** Reported fire on the city, each place as a ring of the radius it is known to. */
final class FireMap {
  private static final double SMALLEST = 4;

  private FireMap() {}

  /** One place and how well it is known; several reports may share it. */
  private record Ring(double lat, double lon, double metres) {}

  static Svg draw(Case theCase, List<Report> fire) {
    List<Position> core = theCase.geography().sites().stream().filter(s -> s.kind() != Site.Kind.DESTINATION).map(Site::position).toList();
    MapFrame frame = MapFrame.of(core, Stream.concat(theCase.geography().sites().stream().map(Site::position), theCase.geography().lines().values().stream().flatMap(List::stream)).toList());
    Map<Ring, Integer> rings = new LinkedHashMap<>();
    for (Report r : fire) rings.merge(new Ring(r.where().lat().orElseThrow(), r.where().lon().orElseThrow(), r.where().radiusM().orElse(0)), 1, Integer::sum);
    Svg svg = Svg.drawing("fire-map", frame.width(), frame.height(), "Reported fire in " + theCase.theatre().name().en(), said(fire.size(), rings.size()));
    for (Corridor c : theCase.geography().corridors()) {
      svg.open("g", "class", "way flows", "stroke-width", 2);
      for (Corridor.Leg leg : c.legs()) svg.leaf("polyline", "points", points(theCase, leg, frame));
      svg.close();
    }
    for (Site s : theCase.geography().districts()) svg.leaf("circle", "class", "gate", "cx", frame.x(s.position()), "cy", frame.y(s.position()), "r", 2);
    Labels labels = new Labels(frame.width(), frame.height());
    rings.forEach((ring, n) -> ring(svg, labels, frame, ring, n));
    return svg.end();
  }

  private static String said(int reports, int rings) {
    return "%s of fire at %s.".formatted(Figures.counted(reports, "report"), Figures.counted(rings, "place"));
  }

  private static void ring(Svg svg, Labels labels, MapFrame frame, Ring ring, int n) {
    Position p = new Position(ring.lon(), ring.lat());
    if (!frame.holds(p, 0)) return;
    double r = Math.max(SMALLEST, frame.units(ring.metres()));
    svg.open("g").words("title", "%s, known to about %s m".formatted(Figures.counted(n, "report"), Figures.significant(ring.metres())));
    svg.leaf("circle", "class", "near", "cx", frame.x(p), "cy", frame.y(p), "r", r).close();
    labels.place(svg, "name small", new Labels.Spot(frame.x(p), frame.y(p), Math.min(r, 10), 0.85), Integer.toString(n));
  }

  private static String points(Case theCase, Corridor.Leg leg, MapFrame frame) {
    List<Position> drawn = theCase.geography().lines().getOrDefault(leg.id(), List.of());
    List<Position> line = drawn.size() >= 2 ? drawn : List.of(theCase.geography().getSite(leg.from()).position(), theCase.geography().getSite(leg.to()).position());
    return String.join(" ", line.stream().map(p -> Svg.n(frame.x(p)) + "," + Svg.n(frame.y(p))).toList());
  }
}
