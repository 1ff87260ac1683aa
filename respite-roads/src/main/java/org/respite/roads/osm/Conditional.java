// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.roads.network.WeekHours;

/**
 * Reads a tag that holds on conditions, {@code no @ (Mo-Fr 07:00-09:00); destination @ (Sa)} (wiki.openstreetmap.org/wiki/Conditional_restrictions): those that
 * are hours. What else it may depend on (weight, rain, purpose) is counted and left out.
 */
final class Conditional {
  private Conditional() {}

  /** A value and when it holds. */
  record Clause(String value, WeekHours hours) {}

  /** @param odd what to count a clause as that is not understood */
  static List<Clause> read(Key key, String text, Oddities oddities, Oddities.Odd odd, String element) {
    List<Clause> clauses = new ArrayList<>();
    for (String written : clauses(text)) {
      int at = written.indexOf('@');
      String condition = at < 0 ? "" : written.substring(at + 1).strip();
      if (condition.startsWith("(") && condition.endsWith(")")) condition = condition.substring(1, condition.length() - 1);
      Optional<WeekHours> hours = at < 0 ? Optional.empty() : OpeningHours.read(condition);
      if (hours.isPresent()) clauses.add(new Clause(written.substring(0, at).strip(), hours.get()));
      else oddities.count(odd, key.word() + "=" + text, element);
    }
    return clauses;
  }

  /** Split at semicolons outside of brackets. */
  private static List<String> clauses(String text) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ';' : text.charAt(i);
      if (c == '(') depth++;
      if (c == ')') depth--;
      if (c != ';' || depth > 0 && i < text.length()) continue;
      if (i > from && !text.substring(from, i).isBlank()) all.add(text.substring(from, i).strip());
      from = i + 1;
    }
    return all;
  }
}
