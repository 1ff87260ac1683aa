// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.attributes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.Surface;

/**
 * Free speeds, widths, lanes and capacities where nothing better is known: one CSV file, every figure with unit, range and source. The standard
 * table ships with the program; a planner prints it with {@code respite roads table}, changes lines and has it checked the same way. Immutable.
 */
public final class StreetTable {
  private static final List<String> COLUMNS = List.of("attribute", "of", "user", "unit", "low", "mid", "high", "source", "note");
  private static final String STANDARD = "streets.csv";

  private final Map<String, Figure> figures;

  private StreetTable(Map<String, Figure> figures) {
    this.figures = figures;
  }

  /**
   * What came of reading a table.
   *
   * @param read the table; empty if any finding is an error
   */
  public record Result(Optional<StreetTable> read, List<Finding> findings) {}

  /** The table that ships with the program. */
  public static StreetTable standard() {
    Result result = parse(STANDARD, standardText(), Map.of());
    return result.read.orElseThrow(() -> new IllegalStateException("our own table is broken: " + result.findings));
  }

  /** The table that ships with the program, as the CSV that a planner copies and changes. */
  public static String standardText() {
    try (InputStream in = StreetTable.class.getResourceAsStream(STANDARD)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a planner's table. Lines it leaves out keep the standard figures; never throws for what stands in it. */
  public static Result read(Path file) {
    String name = file.toString();
    try {
      return parse(name, Files.readString(file), standard().figures);
    } catch (MalformedInputException e) {
      return refused(name, "it is not UTF-8");
    } catch (IOException e) {
      return refused(name, Files.exists(file) ? "it cannot be read" : "there is no such file");
    }
  }

  private static Result refused(String name, String what) {
    return new Result(Optional.empty(), List.of(Finding.error("no-table", At.file(name), what, "no figure can be read", "check the path")));
  }

  private static Result parse(String name, String text, Map<String, Figure> base) {
    Map<String, Figure> figures = new LinkedHashMap<>(base);
    Map<String, At> seen = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      boolean header = true;
      for (CsvRecord row : reader) {
        At at = new At(name, (int) row.getStartingLineNumber());
        if (header && !row.getFields().equals(COLUMNS)) {
          findings.add(Finding.error("wrong-columns", at, "columns are " + String.join(",", row.getFields()), "no row can be read", "use exactly: " + String.join(",", COLUMNS)));
          break;
        }
        if (!header) FigureRow.read(row.getFields(), at, findings).ifPresent(f -> add(f, base, figures, seen, findings));
        header = false;
      }
    } catch (CsvParseException | IOException e) {
      findings.add(Finding.error("not-csv", At.file(name), "the text is not CSV: " + e.getMessage(), "the rows after it are not read", "look for an unclosed quotation mark"));
    }
    findings.sort(Finding.WORST_FIRST);
    return new Result(Finding.anyError(findings) ? Optional.empty() : Optional.of(new StreetTable(figures)), List.copyOf(findings));
  }

  private static void add(Figure f, Map<String, Figure> base, Map<String, Figure> figures, Map<String, At> seen, List<Finding> findings) {
    Figure standard = base.get(f.key());
    if (!base.isEmpty() && standard == null) {
      findings.add(Finding.error("unknown-figure", f.at(), "there is no figure `%s`.%s".formatted(f.key(), Nearest.hint(f.key(), base.keySet())), "nothing would use it", "copy a line of the standard table and change its numbers"));
      return;
    }
    if (standard != null && !standard.unit().equals(f.unit())) {
      findings.add(Finding.error("wrong-unit", f.at(), "`%s` is given in %s".formatted(f.key(), f.unit()), "it cannot be used", "give it in " + standard.unit()));
      return;
    }
    At before = seen.putIfAbsent(f.key(), f.at());
    if (before != null) findings.add(Finding.error("duplicate-figure", f.at(), "`%s` stands here a second time (first at %s)".formatted(f.key(), before), "nobody can tell which one is meant", "remove one of them"));
    figures.put(f.key(), f);
  }

  /** All of them, in the order of the table. */
  public List<Figure> figures() {
    return List.copyOf(figures.values());
  }

  /** Free speed on a class: km/h for vehicles, m/s for walkers. */
  public Figure speed(RoadClass c, RoadUser user) {
    return get("speed", c.word(), user.word());
  }

  /** What a surface makes of the free speed. */
  public Figure surfaceFactor(Surface s, RoadUser user) {
    return get("surface_factor", s.name().toLowerCase(java.util.Locale.ROOT), kind(user));
  }

  /** Free speed of vehicles where a limit is tagged, as a share of the limit. */
  public Figure limitShare() {
    return get("limit_share", "all", "vehicles");
  }

  /** Cars an hour on one lane, without checkpoints. */
  public Figure laneCapacity(RoadClass c) {
    return get("lane_capacity", c.word(), "vehicles");
  }

  /** Lanes in one direction where none are tagged. */
  public Figure lanes(RoadClass c) {
    return get("lanes", c.word(), "vehicles");
  }

  /** Metres between the edges where no width is tagged. */
  public Figure width(RoadClass c) {
    return get("width", c.word(), "walkers");
  }

  /** Metres of one lane, where lanes are tagged and the width is not. */
  public Figure laneWidth() {
    return get("lane_width", "all", "walkers");
  }

  /** Share of the width that walkers can use. */
  public Figure usableShare() {
    return get("usable_share", "all", "walkers");
  }

  /** People a minute on each metre of usable width. */
  public Figure walkerFlow(RoadClass c, RoadUser user) {
    return get("walker_flow", c == RoadClass.STEPS ? "steps" : "all", user.word());
  }

  /** How many cars a vehicle counts for. */
  public Figure carEquivalent(RoadUser user) {
    return get("car_equivalent", "all", user.word());
  }

  /** Laden weight of a truck over its load. */
  public Figure ladenRatio() {
    return get("laden_ratio", "truck", "vehicles");
  }

  /**
   * Size of a vehicle where the case states none.
   *
   * @param measure {@code laden_weight}, {@code height}, {@code vehicle_width} or {@code vehicle_length}
   * @param vehicle {@code truck} (its weight follows from its load), {@code bus}, {@code ambulance} or {@code car}
   */
  public Figure vehicle(String measure, String vehicle) {
    return get(measure, vehicle, "vehicles");
  }

  private static String kind(RoadUser user) {
    return (user.bit() & RoadUser.WALKERS) != 0 ? "walkers" : "vehicles";
  }

  private Figure get(String attribute, String of, String user) {
    String key = "roads.%s.%s.%s".formatted(attribute, of, user);
    Figure f = figures.get(key);
    if (f == null) throw new IllegalArgumentException("the table has no figure " + key);
    return f;
  }
}
