// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.respite.model.finding.At;
import org.respite.model.finding.Nearest;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/** What one reading of a case carries along: findings, ids and who refers to them, quantities, the zone. */
final class Reading {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  final Findings findings;
  private final Map<Kind, Map<String, At>> ids = new EnumMap<>(Kind.class);
  private final Set<Kind> elsewhere = EnumSet.noneOf(Kind.class);
  private final List<Reference> references = new ArrayList<>();
  private final List<Quantity> quantities = new ArrayList<>();
  private final Map<Assumption, String> assumptions = new HashMap<>();
  private ZoneId zone = ZoneOffset.UTC;

  private record Assumption(String why, double low, double mid, double high, Unit unit) {}

  private record Reference(Kind kind, String id, At at) {}

  Reading(Findings findings) {
    this.findings = findings;
    for (Kind kind : Kind.values()) ids.put(kind, new LinkedHashMap<>());
  }

  ZoneId zone() {
    return zone;
  }

  void zone(ZoneId zone) {
    this.zone = zone;
  }

  /** Keeps a quantity of the case; the same assumption made twice is tied to its first place. */
  Quantity register(Quantity q) {
    String first = q.basis() instanceof Basis.Assumed(String why, var _) ? assumptions.putIfAbsent(new Assumption(why, q.low(), q.mid(), q.high(), q.unit()), q.key()) : null;
    Quantity kept = first == null ? q : new Quantity(q.key(), q.low(), q.mid(), q.high(), q.unit(), q.basis(), q.at(), first);
    quantities.add(kept);
    return kept;
  }

  List<Quantity> quantities() {
    return List.copyOf(quantities);
  }

  void declare(Kind kind, String id, At at) {
    if (!ID.matcher(id).matches()) {
      findings.error(
          "bad-id", at, "%s id `%s`".formatted(kind.word(), id), "outputs, files and other lines refer to it by id",
          "use small letters, digits and single hyphens, such as `bustan-al-qasr`");
      return;
    }
    At before = ids.get(kind).putIfAbsent(id, at);
    if (before != null) {
      findings.error(
          "duplicate-id", at, "%s `%s` stands here a second time (first at %s)".formatted(kind.word(), id, before),
          "nobody can tell which one is meant", "rename or remove one of them");
    }
  }

  void refer(Kind kind, String id, At at) {
    references.add(new Reference(kind, id, at));
  }

  /** Things of this kind stand in another file, so that references to them are checked by whoever reads that. */
  void readElsewhere(Kind kind) {
    elsewhere.add(kind);
  }

  /** After everything is declared: each reference must have met its target. */
  void checkReferences() {
    for (Reference r : references) {
      Map<String, At> known = ids.get(r.kind);
      if (known.containsKey(r.id) || elsewhere.contains(r.kind)) continue;
      findings.error(
          "unknown-" + r.kind.word().replace(' ', '-'), r.at, "there is no %s `%s`.%s".formatted(r.kind.word(), r.id, Nearest.hint(r.id, known.keySet())),
          "the line cannot be followed to anything", known.isEmpty() ? "the case has none yet" : "known: " + some(known));
    }
  }

  private static String some(Map<String, At> known) {
    List<String> keys = List.copyOf(known.keySet());
    return keys.size() <= 12 ? String.join(", ", keys) : String.join(", ", keys.subList(0, 12)) + ", ... (%d in all)".formatted(keys.size());
  }
}
