// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.engine.answer.Driver;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Source;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Purpose;

/** Where figures come from: each quantity's place on the page, its range in words, and who said or assumed it. */
record Provenance(Case theCase) {
  /** Quantities by the part of the case that they belong to, in reading order. */
  Map<String, List<Quantity>> quantities() {
    Map<String, List<Quantity>> parts = new LinkedHashMap<>();
    for (Quantity q : theCase.origin().quantities()) parts.computeIfAbsent(part(q.key()), _ -> new ArrayList<>()).add(q);
    return parts;
  }

  private static String part(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /** The anchor of the inputs behind a purpose's verdict; the whole register where the case has no such part. */
  String originOf(Purpose purpose) {
    return switch (purpose) {
      case LEAVE, WOUNDED -> origin("corridors");
      case FOOD, MEDICINE, WATER, AID, OTHER -> origin("aid");
    };
  }

  String origin(String part) {
    return quantities().containsKey(part) ? "#from-" + part : "#provenance";
  }

  String originOfInside() {
    return "#" + anchor(theCase.people().inside().key());
  }

  /** The key without the part that its table is headed with. */
  String shortKey(Quantity q) {
    String part = part(q.key());
    return q.key().equals(part) ? part : q.key().substring(part.length() + 1);
  }

  /** A driver names the first of the quantities that rest on its assumption; what follows the key says how many more. */
  static String anchorOf(Driver d) {
    return anchor(d.input().split(" ", 2)[0]);
  }

  static String anchor(String key) {
    return "q-" + key.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  String range(Quantity q) {
    String low = Figures.written(q.low());
    String mid = Figures.written(q.mid());
    String high = Figures.written(q.high());
    return q.isRange() ? "%s to %s (middle %s)".formatted(low, high, mid) : mid;
  }

  String kind(Quantity q) {
    return q.basis() instanceof Basis.Stated ? "stated" : "assumed";
  }

  String says(Quantity q) {
    return switch (q.basis()) {
      case Basis.Stated(List<String> _, String by, String at) -> by.isEmpty() ? "" : at.isEmpty() ? by : by + ", " + at;
      case Basis.Assumed(String why, List<String> _) -> why;
    };
  }

  /** Only what a browser can safely open is a link; anything else is text. */
  boolean opens(Source s) {
    return s.url().startsWith("https://") || s.url().startsWith("http://");
  }

  boolean cited(String key) {
    return theCase.register().sources().containsKey(key);
  }
}
