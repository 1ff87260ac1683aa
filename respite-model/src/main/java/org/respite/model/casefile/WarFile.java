// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.register.Moment;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Theatre;
import org.respite.model.scenario.WarMark.Kind;
import org.respite.model.scenario.WarMark.Shape;
import org.respite.model.scenario.WarMark;

/** What war did to the streets: a GeoJSON file of polygons, lines and points, or a CSV of points and way numbers. docs/case-format.md. */
public final class WarFile {
  static final List<String> COLUMNS = List.of("kind", "way", "lon", "lat", "radius_m", "value", "from", "to", "by", "source");

  /** How far from its street a mark may lie where no radius is given, metres. */
  private static final double USUAL_RADIUS_M = 15;

  private static final double WIDEST_RADIUS_M = 20_000;

  /**
   * Chance that a street within {@link #USUAL_RADIUS_M} of a damaged site cannot be walked, by UNOSAT's class (1 destroyed, 2 severe, 3 moderate,
   * 6 crater): assumed, no survey of streets is known; walkers climb round much of what stops a car.
   */
  private static final Map<String, Double> UNOSAT = Map.of("1", 0.10, "2", 0.03, "3", 0.005, "6", 0.05);

  private final Reading reading;
  private final GeoJsonFiles geo;

  private WarFile(Reading reading, Theatre theatre) {
    this.reading = reading;
    // A damage map mostly covers more than the case: what lies elsewhere changes nothing, and the laying on streets says so.
    this.geo = new GeoJsonFiles(reading, new Theatre(theatre.name(), theatre.country(), theatre.zone(), -180, -90, 180, 90));
  }

  /**
   * What came of reading.
   *
   * @param read the marks, in the order of the file; empty if any finding is an error
   */
  public record Result(List<WarMark> read, List<Finding> findings) {}

  /** Reads the file for a case; never throws for what stands in it. */
  public static Result read(Path file, Case c) {
    Findings findings = new Findings();
    Reading reading = new Reading(findings);
    reading.zone(c.theatre().zone());
    c.register().sources().forEach((key, source) -> reading.declare(org.respite.model.casefile.Kind.SOURCE, key, At.file("case.yaml")));
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    String name = file.getFileName().toString();
    WarFile war = new WarFile(reading, c.theatre());
    List<WarMark> marks = new InputFiles(folder, findings).text(name).map(text -> name.endsWith(".csv") ? war.rows(name, text) : war.features(name, text)).orElse(List.of());
    reading.checkReferences();
    List<Finding> all = findings.sorted();
    return new Result(Finding.anyError(all) ? List.of() : marks, all);
  }

  private List<WarMark> rows(String name, String text) {
    List<WarMark> marks = new ArrayList<>();
    for (Node.Fields row : CsvTree.parse(name, text, COLUMNS, reading.findings)) {
      Keys k = new Keys(reading, filled(row), "war.line" + row.at().line());
      Kind kind = k.word("kind", Kind.class);
      Optional<Shape> shape = k.has("way") ? Optional.of(new Shape.Ways(ways(k))) : point(k);
      shape.ifPresent(s -> marks.add(mark(k, kind, s)));
    }
    return marks;
  }

  /** The columns that are not blank. */
  private static Node.Fields filled(Node.Fields row) {
    LinkedHashMap<String, Node.Field> kept = new LinkedHashMap<>();
    row.entries().forEach((key, field) -> {
      if (field.value() instanceof Node.Text t && !t.value().isBlank()) kept.put(key, field);
    });
    return new Node.Fields(kept, row.at());
  }

  private Optional<Shape> point(Keys k) {
    double lon = number(k, "lon", -180, 180).orElse(Double.NaN);
    double lat = number(k, "lat", -90, 90).orElse(Double.NaN);
    if (Double.isNaN(lon) || Double.isNaN(lat)) {
      reading.findings.error("no-place", k.at(), "neither `way` nor `lon` and `lat` are given", "nobody can tell where it is", "write the number of an OSM way, or a position");
      return Optional.empty();
    }
    return Optional.of(new Shape.Point(new Position(lon, lat), radius(k)));
  }

  private List<WarMark> features(String name, String text) {
    List<WarMark> marks = new ArrayList<>();
    Optional<Node.Fields> root = JsonTree.parse(name, text, reading.findings);
    if (root.isEmpty()) return marks;
    for (Keys feature : geo.features(root.get())) {
      Keys k = geo.properties(feature);
      Optional<String> damage = k.node.entries().keySet().stream().filter(key -> key.startsWith("Main_Dam")).findFirst();
      if (!k.node.entries().containsKey("kind") && damage.isPresent()) unosat(feature, k, damage.get()).ifPresent(marks::add);
      else shape(feature, k).ifPresent(s -> marks.add(mark(k, k.word("kind", Kind.class), s)));
    }
    return marks;
  }

  /** A damaged site as UNOSAT publishes it. */
  private Optional<WarMark> unosat(Keys feature, Keys k, String column) {
    Double chance = UNOSAT.get(k.text(column));
    if (chance == null) return Optional.empty(); // no visible damage, or a class that says nothing of the street
    return geo.point(feature, "a damaged site").map(p -> new WarMark(Kind.DAMAGED, new Shape.Point(p, USUAL_RADIUS_M), Optional.empty(), Optional.empty(), chance, "UNOSAT", "", feature.at()));
  }

  private Optional<Shape> shape(Keys feature, Keys k) {
    if (k.has("ways")) return Optional.of(new Shape.Ways(ways(k)));
    Keys geometry = feature.mapping("geometry");
    return switch (geometry.text("type")) {
      case "Point" -> geo.point(feature, "a mark").map(p -> new Shape.Point(p, radius(k)));
      case "LineString" -> Optional.of(new Shape.Line(geo.line(feature), k.has("radius_m") ? radius(k) : 0));
      case "Polygon", "MultiPolygon" -> {
        List<List<Position>> rings = new ArrayList<>();
        geo.rings(geometry, rings);
        yield Optional.of(new Shape.Polygon(rings));
      }
      default -> {
        reading.findings.error("no-place", feature.at(), "a mark is neither Point, LineString nor Polygon and names no `ways`", "nobody can tell where it is", "draw it as one of them, or list OSM way numbers in `ways`");
        yield Optional.empty();
      }
    };
  }

  private Set<Long> ways(Keys k) {
    String key = k.has("ways") ? "ways" : "way";
    Set<Long> ids = new LinkedHashSet<>();
    List<Node> nodes = k.find(key).map(n -> n instanceof Node.Items items ? items.items() : List.of(n)).orElse(List.of());
    for (Node n : nodes) {
      for (String id : n instanceof Node.Text t ? Arrays.asList(t.value().strip().split("[\\s;|]+")) : List.of("")) {
        try {
          ids.add(Long.parseLong(id));
        } catch (NumberFormatException e) {
          reading.findings.error("not-a-way", n.at(), "`%s` is no number of a way".formatted(id), "no street can be found", "write OSM way numbers, such as 12345678");
        }
      }
    }
    return ids;
  }

  private WarMark mark(Keys k, Kind kind, Shape shape) {
    Optional<Instant> from = time(k, "from");
    Optional<Instant> to = time(k, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      reading.findings.error("never", k.at(), "it lasts from %s to %s".formatted(from.get(), to.get()), "it would never hold", "put `from` before `to`");
    }
    double value =
        switch (kind) {
          case RUBBLE -> needed(k, kind, 0.01, 1, "pace there as a share of the pace on plain street");
          case DAMAGED -> needed(k, kind, 0, 1, "chance that a street beside it cannot be passed");
          case CHECKPOINT -> needed(k, kind, 0, 1_440, "minutes lost there");
          case BLOCKED, MINED, FRONT_LINE, CLEARED -> 0;
        };
    if (kind == Kind.CLEARED && (k.textOr("by", "").isEmpty() || from.isEmpty())) {
      reading.findings.error("cleared-by-nobody", k.at(), "cleared, but not `by` whom and `from` when", "a road that nobody answers for is not a clear road", "write both, or leave the mark out");
    }
    String source = k.reference("source", org.respite.model.casefile.Kind.SOURCE);
    return new WarMark(kind, shape, from, to, value, k.textOr("by", ""), source, k.at());
  }

  private double needed(Keys k, Kind kind, double low, double high, String what) {
    Optional<Double> value = number(k, "value", low, high);
    if (value.isEmpty() && !k.has("value")) reading.findings.error("no-value", k.at(), "%s without `value`".formatted(Keys.written(kind)), "its weight would be guessed", "write %s in [%s, %s]".formatted(what, low, high));
    return value.orElse(high);
  }

  private double radius(Keys k) {
    return number(k, "radius_m", 0, WIDEST_RADIUS_M).orElse(USUAL_RADIUS_M);
  }

  private Optional<Instant> time(Keys k, String key) {
    if (!k.has(key)) return Optional.empty();
    return switch (Times.moment(reading, k.text(key), k.at(key))) {
      case Moment.Exact e -> Optional.of(e.instant());
      case Moment.Day(var day) -> Optional.of(day.atStartOfDay(reading.zone()).toInstant());
      case Moment.NotStated _ -> Optional.empty();
    };
  }

  private Optional<Double> number(Keys k, String key, double low, double high) {
    if (!k.has(key)) return Optional.empty();
    String written = k.text(key);
    try {
      double value = Double.parseDouble(written);
      if (value >= low && value <= high) return Optional.of(value);
    } catch (NumberFormatException e) {
      // said below, in the same words as a number out of range
    }
    reading.findings.error("not-a-number", k.at(key), "`%s: %s`".formatted(key, written), "it cannot be reckoned with", "write a number in [%s, %s]".formatted(low, high));
    return Optional.empty();
  }
}
