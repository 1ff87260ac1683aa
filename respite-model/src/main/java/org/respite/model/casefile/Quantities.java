// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.model.finding.At;
import org.respite.model.finding.Nearest;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/** Reads quantities: number or range, unit, basis. A bare number is a finding. */
final class Quantities {
  private Quantities() {}

  /** A required quantity in one of the given dimensions. */
  static Quantity get(Keys keys, String key, Dimension... dimensions) {
    if (keys.has(key)) return find(keys, key, dimensions).orElseGet(() -> standIn(keys, key, dimensions[0]));
    keys.text(key);
    return standIn(keys, key, dimensions[0]);
  }

  /** A quantity or {@code not stated}; the key is required. */
  static Optional<Quantity> orNotStated(Keys keys, String key, Dimension dimension) {
    if (keys.has(key)) return find(keys, key, dimension);
    keys.text(key);
    return Optional.empty();
  }

  /** A quantity if the key is there; {@code not stated} counts as absent. */
  static Optional<Quantity> find(Keys keys, String key, Dimension... dimensions) {
    Optional<Node> node = keys.find(key);
    if (node.isEmpty()) return Optional.empty();
    return switch (node.get()) {
      case Node.Text text when text.value().equals(Keys.NOT_STATED) -> Optional.empty();
      case Node.Text text -> bare(keys, key, text, dimensions);
      case Node.Items items -> {
        keys.wrong(key, items, "a quantity: {value or low and high, unit, source or assumed}");
        yield Optional.empty();
      }
      case Node.Fields fields -> {
        try (Keys inner = new Keys(keys.reading, fields, keys.path.isEmpty() ? key : keys.path + "." + key)) {
          yield Optional.of(read(inner, dimensions));
        }
      }
    };
  }

  private static Optional<Quantity> bare(Keys keys, String key, Node.Text text, Dimension... dimensions) {
    String unit = Unit.symbolsOf(dimensions[0]).getFirst();
    keys.reading.findings.error(
        "naked-number", text.at(), "`%s: %s` has no unit and nobody who says so".formatted(key, text.value()), "no figure that rests on it could be traced",
        "write {value: %s, unit: %s, source: KEY} or {low: ..., high: ..., unit: %s, assumed: \"why\"}".formatted(text.value(), unit, unit));
    return Optional.of(standIn(keys, key, dimensions[0]));
  }

  /** The quantity that the mapping itself is (an estimate, say), its other keys being read elsewhere. */
  static Quantity read(Keys k, Dimension... dimensions) {
    double[] range = range(k);
    Optional<Unit> unit = unit(k, dimensions);
    Basis basis = basis(k);
    if (range == null || unit.isEmpty() || !within(k, range, unit.get())) return standIn(k, "", dimensions[0]);
    return k.reading.register(new Quantity(k.path, range[0], range[1], range[2], unit.get(), basis, k.at()));
  }

  /** Low, mid, high; null after a finding. */
  private static double[] range(Keys k) {
    Optional<Double> low = number(k, "low");
    Optional<Double> high = number(k, "high");
    Optional<Double> value = number(k, "value");
    Optional<Double> mid = number(k, "mid");
    if (value.isPresent() && mid.isPresent()) {
      k.reading.findings.error("two-middles", k.at("mid"), k.where() + " has both `value` and `mid`", "they mean the same", "write one of them");
      return null;
    }
    Optional<Double> centre = value.or(() -> mid);
    if (low.isPresent() != high.isPresent() || centre.isEmpty() && low.isEmpty()) {
      boolean said = Stream.of("low", "high", "value", "mid").anyMatch(k::has);
      k.reading.findings.error(
          "no-range", k.at(), k.where() + (said ? " has half a range" : " has no number"), "it cannot be used", "write `value:`, or both `low:` and `high:`");
      return null;
    }
    double m = centre.orElseGet(() -> (low.get() + high.get()) / 2);
    double l = low.orElse(m);
    double h = high.orElse(m);
    if (l <= m && m <= h) return new double[] {l, m, h};
    k.reading.findings.error(
        "range-upside-down", k.at(), "%s goes from %s over %s to %s".formatted(k.where(), plain(l), plain(m), plain(h)), "no draw can be taken from it",
        "order them low <= mid <= high");
    return null;
  }

  private static Optional<Double> number(Keys k, String key) {
    if (!k.has(key)) return Optional.empty();
    String written = k.text(key);
    Double value = parse(written);
    if (value != null) return Optional.of(value);
    k.reading.findings.error(
        "not-a-number", k.at(key), "`%s: %s` in %s".formatted(key, written, k.where()), "it cannot be reckoned with",
        "write a number that is not negative, such as 1250 or 0.5 (no thousands separators, no NaN)");
    return Optional.of(0.0);
  }

  /** A finite number that is not negative; null where it is none. */
  private static Double parse(String written) {
    try {
      double value = Double.parseDouble(written.replace("_", ""));
      boolean digits = !written.isEmpty() && written.chars().allMatch(c -> "0123456789._eE+-".indexOf(c) >= 0);
      return digits && Double.isFinite(value) && value >= 0 ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Optional<Unit> unit(Keys k, Dimension... dimensions) {
    List<String> known = Arrays.stream(dimensions).flatMap(d -> Unit.symbolsOf(d).stream()).toList();
    if (!k.has("unit")) {
      k.reading.findings.error("missing-unit", k.at(), k.where() + " has no `unit`", "nobody can tell what it measures", "add `unit:` with one of: " + String.join(", ", known));
      return Optional.empty();
    }
    String written = k.text("unit");
    Optional<Unit> unit = Unit.find(written).filter(u -> known.contains(u.symbol()));
    if (unit.isEmpty()) {
      k.reading.findings.error(
          "wrong-unit", k.at("unit"), "%s is in `%s`.%s".formatted(k.where(), written, Nearest.hint(written, known)), "it cannot be converted",
          "use one of: " + String.join(", ", known));
    }
    return unit;
  }

  private static boolean within(Keys k, double[] range, Unit unit) {
    double highest = unit.dimension().largest();
    if (range[2] * unit.inBase() <= highest * (1 + 1e-9)) return true;
    k.reading.findings.error(
        "too-large", k.at(), "%s goes up to %s %s".formatted(k.where(), plain(range[2]), unit.symbol()),
        "nothing of this kind is that large; a slip of the pen would drown every other figure",
        "write at most %s %s; check the unit".formatted(plain(highest / unit.inBase()), unit.symbol()));
    return false;
  }

  private static Basis basis(Keys k) {
    List<String> sources = k.references("source", Kind.SOURCE);
    boolean assumed = k.has("assumed");
    if (assumed) return new Basis.Assumed(k.text("assumed"), sources);
    String by = k.textOr("by", "");
    String at = k.textOr("at", "");
    if (!sources.isEmpty()) return new Basis.Stated(sources, by, at);
    k.reading.findings.error(
        "no-basis", k.at(), k.where() + " has neither `source` nor `assumed`", "no figure that rests on it could be traced",
        "add `source: KEY` if somebody stated it, or `assumed: \"why this range\"`");
    return new Basis.Assumed("", new ArrayList<>());
  }

  private static Quantity standIn(Keys keys, String key, Dimension dimension) {
    Unit unit = Arrays.stream(Unit.values()).filter(u -> u.dimension() == dimension).findFirst().orElseThrow();
    At at = keys.at(key);
    return new Quantity(keys.path + "." + key, 0, 0, 0, unit, new Basis.Assumed("could not be read", List.of()), at);
  }

  /** Without a trailing ".0" and without an exponent. */
  static String plain(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
