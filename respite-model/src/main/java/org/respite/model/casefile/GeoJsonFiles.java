// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.register.Name;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Theatre;

/** {@code places.geojson} and {@code corridors.geojson}. */
final class GeoJsonFiles {
  /** Rings of more points than this are not looked over for crossings: that takes the square of it. */
  private static final int LONGEST_CHECKED = 5_000;

  private final Reading reading;
  private final Theatre theatre;

  GeoJsonFiles(Reading reading, Theatre theatre) {
    this.reading = reading;
    this.theatre = theatre;
  }

  List<Site> sites(Node.Fields root) {
    List<Site> sites = new ArrayList<>();
    for (Keys feature : features(root)) site(feature).ifPresent(sites::add);
    return sites;
  }

  /** Lines by leg id. */
  Map<String, List<Position>> lines(Node.Fields root) {
    Map<String, List<Position>> lines = new LinkedHashMap<>();
    for (Keys feature : features(root)) {
      Keys properties = properties(feature);
      String leg = properties.reference("leg", Kind.LEG);
      List<Position> line = line(feature);
      if (lines.putIfAbsent(leg, line) != null) {
        reading.findings.error("duplicate-id", feature.at(), "leg `%s` is drawn twice".formatted(leg), "nobody can tell which line is meant", "keep one");
      }
    }
    return lines;
  }

  /** Rings of all polygons of a file, outer ones and holes alike. */
  List<List<Position>> outline(Node.Fields root) {
    List<List<Position>> rings = new ArrayList<>();
    for (Keys feature : features(root)) rings(feature.mapping("geometry"), rings);
    return rings;
  }

  /** Adds the rings of a Polygon or MultiPolygon. */
  void rings(Keys geometry, List<List<Position>> rings) {
    String type = geometry.text("type");
    if (type.equals("Polygon")) polygon(geometry.list("coordinates"), geometry, rings);
    else if (type.equals("MultiPolygon")) geometry.list("coordinates").forEach(n -> polygon(n instanceof Node.Items i ? i.items() : List.of(), geometry, rings));
    else reading.findings.error("not-an-area", geometry.at(), "an area is no Polygon", "nobody can tell what lies inside", "draw it as a Polygon or MultiPolygon");
  }

  private void polygon(List<Node> nodes, Keys geometry, List<List<Position>> rings) {
    for (Node n : nodes) {
      List<Position> ring = new ArrayList<>();
      if (n instanceof Node.Items points) for (Node p : points.items()) position(p, "an area").ifPresent(ring::add);
      if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
        reading.findings.error("ring-not-closed", geometry.at(), "a ring of an area has %d points and does not end where it begins".formatted(ring.size()), "nobody can tell what lies inside", "close it: at least 4 points, the last like the first");
      }
      if (ring.size() <= LONGEST_CHECKED && crossesItself(ring)) {
        reading.findings.error("ring-crosses-itself", geometry.at(), "a ring of an area crosses itself", "nobody can tell what lies inside", "redraw it without the crossing (QGIS: Fix geometries)");
      }
      rings.add(ring);
    }
  }

  private static boolean crossesItself(List<Position> ring) {
    int n = ring.size() - 1;
    for (int i = 0; i < n; i++) {
      for (int j = i + 2; j < n; j++) {
        if ((i != 0 || j != n - 1) && cross(ring.get(i), ring.get(i + 1), ring.get(j), ring.get(j + 1))) return true;
      }
    }
    return false;
  }

  private static boolean cross(Position a, Position b, Position c, Position d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(Position a, Position b, Position p) {
    return Math.signum((b.lon() - a.lon()) * (p.lat() - a.lat()) - (b.lat() - a.lat()) * (p.lon() - a.lon()));
  }

  List<Keys> features(Node.Fields root) {
    Keys collection = new Keys(reading, root, "");
    if (!collection.text("type").equals("FeatureCollection")) {
      reading.findings.error("not-geojson", root.at(), "the file is no GeoJSON FeatureCollection", "nothing can be drawn", "save it as a FeatureCollection (QGIS: Export, GeoJSON)");
      return List.of();
    }
    return collection.mappings("features");
  }

  /** Our keys live in {@code properties}; what editors add around them is theirs, and left alone. */
  Keys properties(Keys feature) {
    return feature.mapping("properties");
  }

  private Optional<Site> site(Keys feature) {
    Keys mapping = properties(feature);
    try (Keys k = new Keys(reading, mapping.node, "places." + idOf(mapping))) {
      String id = k.id(Kind.SITE);
      Site.Kind kind = k.word("kind", Site.Kind.class);
      Name name = new Name(k.text("name"), arabic(k));
      String source = k.reference("source", Kind.SOURCE);
      boolean district = kind == Site.Kind.DISTRICT;
      String pcode = district ? k.text("pcode") : "";
      Optional<Quantity> people = district ? people(k) : Optional.empty();
      return point(feature, id).map(p -> new Site(id, kind, name, p, pcode, people, source, feature.at()));
    }
  }

  private static String idOf(Keys properties) {
    return properties.node.entries().get("id") != null && properties.node.entries().get("id").value() instanceof Node.Text t ? t.value() : "?";
  }

  private static String arabic(Keys k) {
    return k.find("name_ar").filter(n -> n instanceof Node.Text).map(n -> ((Node.Text) n).value()).orElse("");
  }

  /** The flat columns of a district, as the quantity they are. */
  private Optional<Quantity> people(Keys k) {
    double[] range = new double[3];
    String[] columns = {"people_low", "people_mid", "people_high"};
    for (int i = 0; i < 3; i++) range[i] = number(k, columns[i]);
    boolean stated = k.has("people_source");
    boolean assumed = k.has("people_basis");
    if (stated == assumed) {
      reading.findings.error(
          "no-basis", k.at(), "%s has %s".formatted(k.where(), stated ? "both `people_source` and `people_basis`" : "neither `people_source` nor `people_basis`"),
          "its people could not be traced", "write one: who counted, or on what the assumption rests");
    }
    Basis basis = stated ? new Basis.Stated(k.references("people_source", Kind.SOURCE), "", "") : new Basis.Assumed(k.textOr("people_basis", ""), List.of());
    if (!(range[0] <= range[1] && range[1] <= range[2])) {
      reading.findings.error("range-upside-down", k.at(), "%s has people %s".formatted(k.where(), List.of(range[0], range[1], range[2])), "no draw can be taken from it", "order them low <= mid <= high");
      return Optional.empty();
    }
    Quantity q = new Quantity(k.path + ".people", range[0], range[1], range[2], Unit.PEOPLE, basis, k.at());
    return Optional.of(q);
  }

  private double number(Keys k, String key) {
    String written = k.text(key);
    if (written.isEmpty()) return 0;
    try {
      double value = Double.parseDouble(written);
      if (value >= 0 && value <= Unit.PEOPLE.dimension().largest()) return value;
    } catch (NumberFormatException e) {
      // said below, in the same words as a number out of range
    }
    reading.findings.error(
        "not-a-number", k.at(key), "`%s: %s` in %s".formatted(key, written, k.where()), "it cannot be reckoned with",
        "write a number of people in [0, %,.0f]".formatted(Unit.PEOPLE.dimension().largest()));
    return 0;
  }

  Optional<Position> point(Keys feature, String id) {
    Keys geometry = feature.mapping("geometry");
    if (!geometry.text("type").equals("Point")) {
      reading.findings.error("not-a-point", geometry.at(), "place `%s` is no point".formatted(id), "it has no position", "use a Point (its centre)");
      return Optional.empty();
    }
    return geometry.find("coordinates").flatMap(n -> position(n, "place `" + id + "`"));
  }

  List<Position> line(Keys feature) {
    Keys geometry = feature.mapping("geometry");
    if (!geometry.text("type").equals("LineString")) {
      reading.findings.error("not-a-line", geometry.at(), "a corridor leg is no LineString", "it cannot be drawn", "use one LineString per leg");
      return List.of();
    }
    List<Position> line = new ArrayList<>();
    for (Node n : geometry.list("coordinates")) position(n, "a corridor line").ifPresent(line::add);
    return line;
  }

  private Optional<Position> position(Node n, String whose) {
    Optional<Position> read = n instanceof Node.Items items ? coordinates(items) : Optional.empty();
    if (read.isEmpty()) {
      reading.findings.error("not-a-position", n.at(), whose + " has " + n.kind() + " for a position", "it cannot be placed", "write [longitude, latitude]");
      return Optional.empty();
    }
    Position p = read.get();
    if (theatre.contains(p)) return read;
    boolean swapped = theatre.contains(new Position(p.lat(), p.lon()));
    At at = n.at();
    reading.findings.error(
        swapped ? "swapped-coordinates" : "outside-bounds", at, "%s lies at longitude %s, latitude %s".formatted(whose, p.lon(), p.lat()),
        swapped ? "latitude and longitude are swapped" : "it lies outside `place.bounds`",
        swapped ? "write [%s, %s]: longitude first".formatted(p.lat(), p.lon()) : "correct it, or widen `place.bounds`");
    return Optional.empty();
  }

  private static Optional<Position> coordinates(Node.Items items) {
    if (items.items().size() < 2) return Optional.empty();
    try {
      double[] c = new double[2];
      for (int i = 0; i < 2; i++) c[i] = Double.parseDouble(((Node.Text) items.items().get(i)).value());
      return Double.isFinite(c[0]) && Double.isFinite(c[1]) ? Optional.of(new Position(c[0], c[1])) : Optional.empty();
    } catch (NumberFormatException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
