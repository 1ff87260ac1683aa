// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Bottleneck;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.StreetMap;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;

/** Districts, corridors and flows of the middle case. Positions are as coarse as the case's; a sketch says that it is one. */
final class CityMap {
  private static final double LARGEST_RADIUS = 17;
  private static final double SMALLEST_RADIUS = 2.5;
  private static final double WIDEST = 11;
  private static final double THINNEST = 1.6;
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75};
  private static final int DISTRICTS_NAMED = 14;

  private final Case theCase;
  private final PeopleOut.Plan plan;
  private final MapFrame frame;
  private final Optional<StreetMap> streets;
  private final Map<String, PeopleOut.DistrictOut> districts = new HashMap<>();
  private final Svg svg;
  private final Labels labels;

  private CityMap(Assessment a) {
    theCase = a.theCase();
    plan = a.people().plan();
    streets = a.streets();
    Stream<Position> outline = streets.isPresent() ? theCase.geography().streets().outline().stream().flatMap(List::stream) : Stream.empty();
    List<Position> core = Stream.concat(theCase.geography().sites().stream().filter(s -> s.kind() != Site.Kind.DESTINATION).map(Site::position), outline).toList();
    frame = MapFrame.of(core, Stream.concat(theCase.geography().sites().stream().map(Site::position), theCase.geography().lines().values().stream().flatMap(List::stream)).toList());
    plan.districts().forEach(d -> districts.put(d.id(), d));
    svg = Svg.drawing("city", frame.width(), frame.height(), "Map of " + theCase.theatre().name().en(), description());
    labels = new Labels(frame.width(), frame.height());
  }

  static Svg draw(Assessment a) {
    CityMap map = new CityMap(a);
    map.furniture();
    map.streets();
    map.corridors();
    map.districts();
    map.bottlenecks();
    map.corridorNumbers();
    map.names();
    return map.svg.end();
  }

  private String description() {
    String flows = String.join("; ", plan.corridors().stream().map(c -> "%s: %s civilians out".formatted(c.name(), Figures.significant(c.out()))).toList());
    return "Districts as circles sized by people and shaded by the share that is out by the end in the best plan of the middle case. " + flows + ". The tables below say the same.";
  }

  private void streets() {
    if (streets.isPresent()) {
      StreetLines.draw(svg, frame, streets.get(), theCase.geography().streets().outline());
      return;
    }
    for (Streets.Link l : theCase.geography().streets().links()) {
      Position from = theCase.geography().getSite(l.from()).position();
      Position to = theCase.geography().getSite(l.to()).position();
      svg.line("street", frame.x(from), frame.y(from), frame.x(to), frame.y(to));
    }
  }

  private void corridors() {
    long most = Math.max(1, plan.corridors().stream().mapToLong(PeopleOut.CorridorOut::out).max().orElse(1));
    for (Corridor c : theCase.geography().corridors()) {
      long out = plan.corridors().stream().filter(o -> o.id().equals(c.id())).mapToLong(PeopleOut.CorridorOut::out).sum();
      double width = out == 0 ? THINNEST : THINNEST + (WIDEST - THINNEST) * out / most;
      svg.open("g", "class", out == 0 ? "way shut" : "way flows", "stroke-width", width);
      svg.words("title", "%s: %s".formatted(bothScripts(c.name().en(), c.name().ar()), out == 0 ? "no civilian passes in this plan" : Figures.significant(out) + " civilians out"));
      for (Corridor.Leg leg : c.legs()) svg.leaf("polyline", "points", points(leg));
      svg.close();
    }
  }

  private List<Position> line(Corridor.Leg leg) {
    List<Position> drawn = theCase.geography().lines().getOrDefault(leg.id(), List.of());
    return drawn.size() >= 2 ? drawn : List.of(theCase.geography().getSite(leg.from()).position(), theCase.geography().getSite(leg.to()).position());
  }

  private String points(Corridor.Leg leg) {
    return String.join(" ", line(leg).stream().map(p -> Svg.n(frame.x(p)) + "," + Svg.n(frame.y(p))).toList());
  }

  private void districts() {
    for (Site site : theCase.geography().districts()) {
      PeopleOut.DistrictOut d = districts.get(site.id());
      if (d == null) continue;
      double r = radius(d);
      svg.open("g");
      svg.words("title", "%s: %s people, %s out in the plan".formatted(bothScripts(site.name().en(), site.name().ar()), Figures.significant(d.people()), Figures.significant(d.out())));
      svg.leaf("circle", "class", (streets.isPresent() ? "district over out" : "district out") + shade(d), "cx", frame.x(site.position()), "cy", frame.y(site.position()), "r", r);
      svg.close();
      labels.block(frame.x(site.position()), frame.y(site.position()), r * 0.7);
    }
  }

  /** Area goes with people. */
  private double radius(PeopleOut.DistrictOut d) {
    double most = Math.max(1, districts.values().stream().mapToLong(PeopleOut.DistrictOut::people).max().orElse(1));
    return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(d.people() / most));
  }

  /** 0 for nobody out, 1 to 4 for quarters. */
  private static int shade(PeopleOut.DistrictOut d) {
    if (d.out() == 0 || d.people() == 0) return 0;
    double share = (double) d.out() / d.people();
    int shade = 0;
    for (double from : SHARES) if (share > from) shade++;
    return shade;
  }

  private void bottlenecks() {
    for (Bottleneck.Part part : plan.bottleneck().parts()) {
      Position p = place(part);
      if (p == null) continue;
      svg.open("g").words("title", part.words());
      svg.leaf("circle", "class", "binds", "cx", frame.x(p), "cy", frame.y(p), "r", 10);
      svg.close();
      labels.block(frame.x(p), frame.y(p), 8);
    }
  }

  /** Where a term of the cut lies; null for what has no place. */
  private Position place(Bottleneck.Part part) {
    return switch (part.kind()) {
      case STAGE -> ofStage(part.id());
      case LEG -> theCase.geography().corridors().stream().flatMap(c -> c.legs().stream()).filter(l -> l.id().equals(part.id())).findFirst().map(this::middle).orElse(null);
      case STREET -> streets.stream().flatMap(s -> s.narrow().stream()).filter(n -> n.id().equals(part.id())).findFirst().map(n -> n.line().get(n.line().size() / 2)).orElse(null);
      case EVERYBODY_OUT -> null;
      case DESTINATION -> theCase.geography().destinations().stream().filter(d -> d.id().equals(part.id())).findFirst().map(d -> theCase.geography().getSite(d.site()).position()).orElse(null);
    };
  }

  private Position ofStage(String stage) {
    for (Corridor c : theCase.geography().corridors()) {
      for (Corridor.Checkpoint checkpoint : c.checkpoints()) {
        if (checkpoint.stages().stream().noneMatch(s -> s.id().equals(stage))) continue;
        return c.legs().stream().filter(l -> l.id().equals(checkpoint.leg())).findFirst().map(l -> line(l).getLast()).orElse(null);
      }
    }
    return null;
  }

  private Position middle(Corridor.Leg leg) {
    List<Position> line = line(leg);
    Position a1 = line.get((line.size() - 1) / 2);
    Position b1 = line.get(line.size() / 2);
    return new Position((a1.lon() + b1.lon()) / 2, (a1.lat() + b1.lat()) / 2);
  }

  /** The middle of the leg where the corridor's number stands: the middle one that the map shows. */
  private Position middle(Corridor c) {
    List<Position> shown = c.legs().stream().map(this::middle).filter(p -> frame.holds(p, -10)).toList();
    if (!shown.isEmpty()) return shown.get(shown.size() / 2);
    Position start = line(c.legs().getFirst()).getFirst();
    Position exit = frame.exit(start, line(c.legs().getFirst()).getLast());
    return new Position((start.lon() + exit.lon()) / 2, (start.lat() + exit.lat()) / 2);
  }

  private void corridorNumbers() {
    for (Corridor c : theCase.geography().corridors()) {
      Position p = middle(c);
      String mark = mark(theCase, c.id());
      svg.open("g").words("title", bothScripts(c.name().en(), c.name().ar()));
      svg.leaf("circle", "class", "number", "cx", frame.x(p), "cy", frame.y(p), "r", 8.5);
      svg.label("mark-text mid", frame.x(p), frame.y(p) + 4, mark).close();
      labels.block(frame.x(p), frame.y(p), 9);
    }
  }

  /** A corridor's number as announced, else its place in the case as a letter. */
  static String mark(Case theCase, String corridor) {
    for (int i = 0; i < theCase.geography().corridors().size(); i++) {
      Corridor c = theCase.geography().corridors().get(i);
      if (c.id().equals(corridor)) return c.number() > 0 ? Integer.toString(c.number()) : Character.toString('A' + i % 26);
    }
    return "";
  }

  private void names() {
    List<Site> ends = new ArrayList<>();
    for (Site s : theCase.geography().sites()) if (s.kind() == Site.Kind.DESTINATION) ends.add(s);
    for (Site s : theCase.geography().sites()) if (s.kind() == Site.Kind.GATE) ends.add(s);
    offMap();
    for (Site s : ends) {
      if (!frame.holds(s.position(), 0)) continue;
      double x = frame.x(s.position());
      double y = frame.y(s.position());
      boolean gate = s.kind() == Site.Kind.GATE;
      if (gate) svg.leaf("path", "class", "gate", "d", "M%s %sl5 5l-5 5l-5-5z".formatted(Svg.n(x), Svg.n(y - 5)));
      else svg.rect("destination", x - 5, y - 5, 10, 10);
      labels.block(x, y, 5);
      labels.place(svg, gate ? "name" : "name strong", new Labels.Spot(x, y, gate ? 9 : 9, 1), s.name().en());
    }
    theCase.geography().districts().stream()
        .filter(s -> districts.containsKey(s.id()))
        .sorted(Comparator.comparingLong((Site s) -> -districts.get(s.id()).people()))
        .limit(DISTRICTS_NAMED)
        .forEach(s -> labels.place(svg, "name small", new Labels.Spot(frame.x(s.position()), frame.y(s.position()), radius(districts.get(s.id())) + 2, 0.85), s.name().en()));
  }

  /** Names the ways that leave the map where they leave it. */
  private void offMap() {
    for (Corridor c : theCase.geography().corridors()) {
      for (Corridor.Leg leg : c.legs()) {
        List<Position> line = line(leg);
        for (int i = 1; i < line.size(); i++) {
          if (!frame.holds(line.get(i - 1), 0) || frame.holds(line.get(i), 0)) continue;
          Position p = frame.exit(line.get(i - 1), line.get(i));
          labels.place(svg, "name small", new Labels.Spot(frame.x(p), frame.y(p), 8, 0.85), "→ " + theCase.geography().getSite(c.legs().getLast().to()).name().en());
        }
      }
    }
  }

  /** Scale, kind and north: first, in the right-hand corners, and names keep off them. */
  private void furniture() {
    double metres = niceMetres();
    double length = frame.units(metres);
    double right = frame.width() - 16;
    double y = frame.height() - 36;
    svg.line("scale", right - length, y, right, y).line("scale", right - length, y - 4, right - length, y + 4).line("scale", right, y - 4, right, y + 4);
    svg.label("tick end", right - length - 6, y + 4, metres >= 1_000 ? Figures.written(metres / 1_000) + " km" : Figures.written(metres) + " m");
    double x = frame.width() - 24;
    svg.leaf("path", "class", "north", "d", "M%s 12l7 20l-7-5l-7 5z".formatted(Svg.n(x))).label("tick strong mid", x, 46, "N");
    String kind =
        streets.isPresent() ? "Streets © OpenStreetMap contributors, ODbL" : theCase.geography().streets().schematic() ? "SCHEMATIC: a sketch, not surveyed roads" : "streets as mapped";
    svg.label("tick strong end", right, frame.height() - 12, kind);
    labels.reserve(right - 270, y - 12, 290, 50);
    labels.reserve(x - 16, 0, 40, 52);
  }

  private double niceMetres() {
    double quarter = frame.width() / 5 / frame.units(1);
    double power = Math.pow(10, Math.floor(Math.log10(quarter)));
    return quarter >= 5 * power ? 5 * power : quarter >= 2 * power ? 2 * power : power;
  }

  static String bothScripts(String en, String ar) {
    return ar.isEmpty() ? en : "%s (%s)".formatted(en, ar);
  }
}
