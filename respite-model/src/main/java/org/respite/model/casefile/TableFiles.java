// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.register.Moment;
import org.respite.model.scenario.Count;
import org.respite.model.scenario.Streets;

/** {@code streets.csv} and {@code counts.csv}. */
final class TableFiles {
  static final List<String> STREETS = List.of("from", "to", "length_m", "basis");
  static final List<String> COUNTS =
      List.of("from", "to", "corridor", "group", "low", "high", "unit", "who_counted", "source", "note");

  private static final double LONGEST_LINK_M = 200_000;

  private TableFiles() {}

  static List<Streets.Link> links(Reading reading, String file, String text) {
    List<Streets.Link> links = new ArrayList<>();
    for (Node.Fields row : CsvTree.parse(file, text, STREETS, reading.findings)) {
      Keys k = new Keys(reading, row, "streets.line" + row.at().line());
      String from = k.reference("from", Kind.SITE);
      String to = k.reference("to", Kind.SITE);
      if (!from.isEmpty() && from.equals(to)) {
        reading.findings.error("link-to-itself", row.at(), "`%s` is linked to itself".formatted(from), "it leads nowhere", "remove the row");
      }
      links.add(new Streets.Link(from, to, length(k), k.text("basis"), row.at()));
    }
    return links;
  }

  private static double length(Keys k) {
    String written = k.text("length_m");
    try {
      double metres = Double.parseDouble(written);
      if (metres > 0 && metres <= LONGEST_LINK_M) return metres;
    } catch (NumberFormatException e) {
      // said below, in the same words as a number out of range
    }
    k.reading.findings.error("not-a-length", k.at(), "`length_m` is `%s`".formatted(written), "the walk along it cannot be timed", "write metres in (0, %,.0f]".formatted(LONGEST_LINK_M));
    return 1;
  }

  static List<Count> counts(Reading reading, String file, String text) {
    List<Count> counts = new ArrayList<>();
    for (Node.Fields row : CsvTree.parse(file, text, COUNTS, reading.findings)) {
      Keys k = new Keys(reading, row, "counts.line" + row.at().line());
      Moment from = Times.moment(k, "from");
      Moment to = Times.moment(k, "to");
      String corridor = k.node.entries().get("corridor").value() instanceof Node.Text t ? t.value() : "";
      if (!corridor.isEmpty() && !corridor.equals(Keys.NOT_STATED)) reading.refer(Kind.CORRIDOR, corridor, row.at());
      counts.add(
          new Count(
              from, to, corridor.equals(Keys.NOT_STATED) ? "" : corridor, blankable(k, "group"), range(k), k.text("who_counted"),
              k.reference("source", Kind.SOURCE), blankable(k, "note"), row.at()));
    }
    return counts;
  }

  private static String blankable(Keys k, String key) {
    return k.find(key).map(n -> ((Node.Text) n).value()).orElse("");
  }

  private static Optional<Count.Range> range(Keys k) {
    String low = blankable(k, "low");
    String high = blankable(k, "high");
    String unit = blankable(k, "unit");
    if (low.isEmpty() && high.isEmpty()) return Optional.empty();
    At at = k.at();
    if (!unit.equals("people")) {
      k.reading.findings.error("wrong-unit", at, "a count in `%s`".formatted(unit), "it cannot stand beside the others", "write `people` in column unit");
    }
    try {
      long l = Long.parseLong(low);
      long h = Long.parseLong(high);
      if (l >= 0 && l <= h) return Optional.of(new Count.Range(l, h));
    } catch (NumberFormatException e) {
      // said below, in the same words as a range upside down
    }
    k.reading.findings.error("not-a-count", at, "low `%s`, high `%s`".formatted(low, high), "the count cannot be shown", "write whole numbers with low <= high, or leave both empty");
    return Optional.empty();
  }
}
