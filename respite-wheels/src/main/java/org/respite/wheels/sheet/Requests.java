// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.sheet;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;

/**
 * Requests to carry goods, as agencies send them: one a row.
 *
 * @param read those without an error
 * @param findings all of them, worst first; the same finding in many rows is told once with a count
 */
public record Requests(List<Request> read, List<Finding> findings) {
  static final List<String> REQUIRED = List.of("item", "quantity", "unit");
  static final List<String> OPTIONAL = List.of("code", "weight_kg", "volume_m3", "from", "to", "ready", "note");

  /** Tonnes of one; 0 where the weight has to be stated beside. */
  private static final Map<String, Double> UNITS =
      Map.of("kg", 0.001, "t", 1.0, "L", 0.001, "m3", 0.0, "pieces", 0.0, "boxes", 0.0, "kits", 0.0, "pallets", 0.0, "bags", 0.0);

  /** Other ways to write them, in small letters. */
  private static final Map<String, String> SPELLINGS = spellings();

  private static final int SHOWN_OF_A_KIND = 20;

  public Requests {
    read = List.copyOf(read);
    findings = List.copyOf(findings);
  }

  /**
   * One request.
   *
   * @param code as written: a text, leading zeros kept
   * @param volume m3; empty where nobody stated it
   * @param ready when the goods stand ready; empty where nobody stated it
   */
  public record Request(At at, String code, String item, double quantity, String unit, double tonnes, Optional<Double> volume, String from, String to, Optional<OffsetDateTime> ready) {}

  public static Requests read(Path path) {
    List<Finding> findings = new ArrayList<>();
    List<Request> requests = new ArrayList<>();
    for (Rows.Line line : Rows.read(path, REQUIRED, OPTIONAL, findings)) new Reader(line, findings).request().ifPresent(requests::add);
    if (requests.isEmpty() && findings.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR)) {
      findings.add(Finding.error("no-rows", At.file(String.valueOf(path.getFileName())), "the table has a header and no rows", "nothing is asked for", "fill in at least one row"));
    }
    return new Requests(requests, thinned(findings));
  }

  private static Map<String, String> spellings() {
    Map<String, String> all = new HashMap<>();
    for (String u : UNITS.keySet()) all.put(u.toLowerCase(Locale.ROOT), u);
    for (String u : List.of("pieces", "kits", "pallets", "bags")) all.put(u.substring(0, u.length() - 1), u);
    for (String u : List.of("tonne", "tonnes", "mt", "metric tonnes")) all.put(u, "t");
    for (String u : List.of("litre", "litres", "liter", "liters")) all.put(u, "L");
    for (String u : List.of("kgs", "kilogram", "kilograms")) all.put(u, "kg");
    all.putAll(Map.of("box", "boxes", "pcs", "pieces", "pc", "pieces", "m\u00b3", "m3", "cbm", "m3"));
    return all;
  }

  private static List<Finding> thinned(List<Finding> all) {
    Map<String, Integer> seen = new java.util.HashMap<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding f : all) if (seen.merge(f.severity() + f.code(), 1, Integer::sum) <= SHOWN_OF_A_KIND) kept.add(f);
    all.stream().map(f -> f.severity() + f.code()).distinct().filter(k -> seen.get(k) > SHOWN_OF_A_KIND).forEach(k -> {
      Finding last = all.stream().filter(f -> (f.severity() + f.code()).equals(k)).reduce((_, b) -> b).orElseThrow();
      kept.add(new Finding(last.severity(), last.code(), last.at(), "%,d more rows have the same finding; this is the last".formatted(seen.get(k) - SHOWN_OF_A_KIND), last.effect(), last.remedy()));
    });
    kept.sort(Finding.WORST_FIRST);
    return kept;
  }

  public double tonnes() {
    return read.stream().mapToDouble(Request::tonnes).sum();
  }

  private static final class Reader {
    private final Rows.Line line;
    private final List<Finding> findings;
    private boolean broken;

    Reader(Rows.Line line, List<Finding> findings) {
      this.line = line;
      this.findings = findings;
    }

    Optional<Request> request() {
      String item = line.get("item");
      if (item.isEmpty()) error("missing-cell", "`item` is empty", "nobody can tell what is to be carried", "write the item; a merged cell counts for its first row only");
      double quantity = number("quantity", true);
      String unit = unit();
      double weight = number("weight_kg", false) / 1_000;
      double tonnes = UNITS.getOrDefault(unit, 0.0) * quantity;
      if (!broken && tonnes == 0) tonnes = weight;
      if (!broken && tonnes == 0) error("no-weight", "%s %s of `%s` without a weight".formatted(Cells.plain(quantity), unit, item), "it cannot be put on a truck", "fill in `weight_kg` for the whole row");
      double volume = number("volume_m3", false);
      code();
      Optional<OffsetDateTime> ready = ready();
      return broken
          ? Optional.empty()
          : Optional.of(new Request(line.at(), line.get("code"), item, quantity, unit, tonnes, volume > 0 ? Optional.of(volume) : Optional.empty(), line.get("from"), line.get("to"), ready));
    }

    private double number(String column, boolean required) {
      int before = findings.size();
      Optional<Double> value = Cells.number(line, column, findings);
      broken |= findings.stream().skip(before).anyMatch(f -> f.severity() == Finding.Severity.ERROR);
      if (value.isEmpty() && required && findings.size() == before) error("missing-cell", "`%s` is empty".formatted(column), "the row cannot be used", "write a number; a merged cell counts for its first row only");
      return value.orElse(0.0);
    }

    private String unit() {
      String written = line.get("unit");
      String known = SPELLINGS.getOrDefault(written.toLowerCase(Locale.ROOT), written);
      if (UNITS.containsKey(known)) return known;
      if (written.toLowerCase(Locale.ROOT).matches("tons?")) {
        error("ambiguous-unit", "`%s` may be 1,000, 907 or 1,016 kg".formatted(written), "the amount cannot be converted", "write `t` for tonnes of 1,000 kg, or the amount in kg");
        return written;
      }
      error("unknown-unit", written.isEmpty() ? "`unit` is empty" : "`%s` is no unit known here.%s".formatted(written, Nearest.hint(written, UNITS.keySet())), "the amount cannot be converted", "use one of: " + String.join(", ", UNITS.keySet().stream().sorted().toList()));
      return written;
    }

    private void code() {
      Rows.Text t = line.cells().get("code");
      if (t != null && t.number()) warning("code-as-number", "`code` %s is stored as a number".formatted(t.value()), "leading zeros are lost if it had any", "format the column as text and write the code again");
    }

    private Optional<OffsetDateTime> ready() {
      int before = findings.size();
      Optional<OffsetDateTime> time = Cells.time(line, "ready", findings);
      broken |= findings.size() > before;
      return time;
    }

    private void error(String code, String what, String effect, String remedy) {
      broken = true;
      findings.add(Finding.error(code, line.at(), what, effect, remedy));
    }

    private void warning(String code, String what, String effect, String remedy) {
      findings.add(Finding.warning(code, line.at(), what, effect, remedy));
    }
  }
}
