// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Register;
import org.respite.model.register.Statement;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Count;
import org.respite.model.scenario.Geography;
import org.respite.model.scenario.Monitoring;
import org.respite.model.scenario.Origin;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Records;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;
import org.respite.model.scenario.Theatre;

/** Reads a case folder, strictly and whole: docs/case-format.md. */
public final class CaseFolder {
  static final String FORMAT = "respite-case/1";
  static final String MAIN = "case.yaml";
  static final String PLACES = "places.geojson";
  static final String LINES = "corridors.geojson";

  private final Findings findings = new Findings();
  private final Reading reading = new Reading(findings);
  private final InputFiles files;
  private final Path folder;

  private CaseFolder(Path folder) {
    this.folder = folder;
    files = new InputFiles(folder, findings);
  }

  /**
   * What came of reading.
   *
   * @param read the case; empty if any finding is an error
   * @param findings all of them, worst first
   */
  public record Result(Optional<Case> read, List<Finding> findings) {}

  /** Reads {@code folder}; never throws for what stands in it. */
  public static Result read(Path folder) {
    CaseFolder reader = new CaseFolder(folder);
    Optional<Case> read = reader.readable(folder) ? reader.read() : Optional.empty();
    List<Finding> findings = reader.findings.sorted();
    return new Result(Finding.anyError(findings) ? Optional.empty() : read, findings);
  }

  private boolean readable(Path folder) {
    if (Files.isDirectory(folder)) return true;
    String what = Files.exists(folder) ? "it is no folder" : "there is no such folder";
    findings.error("no-folder", At.file(folder.toString()), what, "there is no case to read", "name the folder that holds case.yaml");
    return false;
  }

  private Optional<Case> read() {
    return files.text(MAIN).flatMap(text -> YamlTree.parse(MAIN, text, findings)).map(this::read);
  }

  private Case read(Node.Fields document) {
    try (Keys root = new Keys(reading, document, "")) {
      checkFormat(root);
      String id = root.text("id");
      String title = root.text("title");
      String summary = root.textOr("summary", "");
      Theatre theatre = TheatreSection.theatre(root);
      var sources = RegisterSection.sources(root);
      var parties = RegisterSection.parties(root);
      String ledger = ledger(root);
      var statements = ledger.isEmpty() ? RegisterSection.statements(root) : List.<Statement>of();
      var pauses = PauseSection.pauses(root);
      var options = PauseSection.options(root);
      var people = PeopleSection.population(root);
      var destinations = CorridorSection.destinations(root);
      var corridors = CorridorSection.corridors(root);
      GeoJsonFiles geo = new GeoJsonFiles(reading, theatre);
      Streets streets = streets(root, geo);
      Optional<Aid> aid = AidSection.aid(root);
      var vehicles = LogisticsSection.vehicles(root);
      var needs = AidSection.needs(root);
      var gate = AidSection.gate(root);
      List<Count> counts = counts(root);
      Monitoring monitoring = monitoring(root);
      List<Site> sites = geoJson(PLACES).map(geo::sites).orElse(List.of());
      Map<String, List<Position>> lines = geoJson(LINES).map(geo::lines).orElse(Map.of());
      reading.checkReferences();
      Case read =
          new Case(
              id, title, summary, theatre, new Register(sources, parties, statements, ledger), pauses, options, people,
              new Geography(sites, corridors, destinations, lines, streets), aid, vehicles, new Records(needs, gate, counts), monitoring,
              new Origin(reading.quantities(), files.read()));
      if (!findings.anyError()) new CrossChecks(read, findings).run();
      return read;
    }
  }

  private void checkFormat(Keys root) {
    String format = root.text("format");
    if (format.isEmpty() || format.equals(FORMAT)) return;
    findings.error("unknown-format", root.at("format"), "`format: %s`".formatted(format), "this version reads `%s` only".formatted(FORMAT), "write `format: %s`, or use the version that wrote the case".formatted(FORMAT));
  }

  /** The file that holds the statements, noted with its hash; what stands in it is read by whoever knows ledgers. Empty where there is none. */
  private String ledger(Keys root) {
    String file = root.textOr("ledger", "");
    if (file.isEmpty()) return "";
    reading.readElsewhere(Kind.STATEMENT);
    files.note(file);
    if (root.has("statements")) findings.error("two-registers", root.at("statements"), "both `ledger` and `statements` are given", "nobody can tell which of them counts", "enter the statements into the ledger (`respite ledger add`), then remove them here");
    return file;
  }

  private Streets streets(Keys root, GeoJsonFiles geo) {
    try (Keys k = root.mapping("streets")) {
      boolean schematic = k.flag("schematic");
      String file = k.text("file");
      Quantity detour = Quantities.get(k, "detour", Dimension.RATIO);
      Quantity capacity = Quantities.get(k, "capacity", Dimension.PEOPLE_RATE);
      List<Streets.Link> links =
          file.isEmpty() ? List.of() : files.text(file).map(text -> TableFiles.links(reading, file, text)).orElse(List.of());
      List<List<Position>> outline = k.has("area") ? geoJson(k.text("area")).map(geo::outline).orElse(List.of()) : List.of();
      return new Streets(schematic, detour, capacity, links, outline, roads(root));
    }
  }

  /** {@code roads: FILE}, or a mapping of files; paths are relative to the case folder and may lead out of it. */
  private Streets.Roads roads(Keys root) {
    Optional<Node> node = root.find("roads");
    if (node.isEmpty()) return Streets.Roads.NONE;
    if (node.get() instanceof Node.Text) return new Streets.Roads(beside(root, "roads"), Optional.empty(), Optional.empty());
    try (Keys k = root.mapping("roads")) {
      return new Streets.Roads(beside(k, "file"), beside(k, "war"), beside(k, "people"));
    }
  }

  private Optional<Path> beside(Keys k, String key) {
    if (!k.has(key)) return Optional.empty();
    String written = k.text(key);
    try {
      if (!written.isEmpty()) return Optional.of(folder.resolve(written).normalize());
    } catch (java.nio.file.InvalidPathException e) {
      findings.error("not-a-path", k.at(key), "`%s` is no path".formatted(written), "no file can be read", "write a path relative to the case folder");
    }
    return Optional.empty();
  }

  private List<Count> counts(Keys root) {
    if (!root.has("counts")) return List.of();
    String file = root.text("counts");
    return files.text(file).map(text -> TableFiles.counts(reading, file, text)).orElse(List.of());
  }

  /** Each under its key, or under the file name of that key where the folder holds one. */
  private Monitoring monitoring(Keys root) {
    Map<Monitoring.Kind, Monitoring.Sheet> sheets = new EnumMap<>(Monitoring.Kind.class);
    for (Monitoring.Kind kind : Monitoring.Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      String named = root.has(key) ? root.text(key) : "";
      String file = named.isEmpty() ? key + ".csv" : named;
      if (named.isEmpty() && (root.has(key) || !files.has(file))) continue;
      files.text(file).ifPresent(text -> sheets.put(kind, new Monitoring.Sheet(file, text)));
    }
    return new Monitoring(sheets);
  }

  private Optional<Node.Fields> geoJson(String file) {
    return files.text(file).flatMap(text -> JsonTree.parse(file, text, findings));
  }
}
