// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.model.finding.Finding;

/**
 * A manifest that came back counted: what was sent, received and removed.
 *
 * @param items sums by item and unit, in the order in which they stand there
 * @param uncounted lines that nobody counted at the far end: not observed, which is not zero
 */
public record Receipts(List<Item> items, int lines, int uncounted, List<Finding> findings) {
  /** Sums over the lines that were counted; {@code sentUncounted} stands apart. */
  public record Item(String item, String unit, double sent, double received, double removed, double sentUncounted) {}

  private static final double CRUMB = 1e-6;

  public Receipts {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
  }

  public static Receipts read(Path path) {
    List<Finding> findings = new ArrayList<>();
    List<String> more = List.of("trip", "convoy", "corridor", "site", "departs", "code", "volume_m3", "arrives_planned", "seal", "received", "removed", "removed_by");
    List<Rows.Line> lines = Rows.read(path, List.of("vehicle", "item", "sent", "unit"), more, findings);
    Map<String, double[]> sums = new LinkedHashMap<>();
    int uncounted = 0;
    for (Rows.Line l : lines) {
      double[] sum = sums.computeIfAbsent(l.get("item") + "\t" + l.get("unit"), _ -> new double[4]);
      double sent = Cells.number(l, "sent", findings).orElse(0.0);
      if (l.get("received").isEmpty()) {
        uncounted++;
        sum[3] += sent;
        continue;
      }
      double received = Cells.number(l, "received", findings).orElse(0.0);
      double removed = Cells.number(l, "removed", findings).orElse(0.0);
      sum[0] += sent;
      sum[1] += received;
      sum[2] += removed;
      unlike(l, sent, received, removed, findings);
    }
    List<Item> items = new ArrayList<>();
    sums.forEach((key, s) -> items.add(new Item(key.substring(0, key.indexOf('\t')), key.substring(key.indexOf('\t') + 1), s[0], s[1], s[2], s[3])));
    findings.sort(Finding.WORST_FIRST);
    return new Receipts(items, lines.size(), uncounted, findings);
  }

  private static void unlike(Rows.Line l, double sent, double received, double removed, List<Finding> findings) {
    double missing = sent - received - removed;
    if (Math.abs(missing) > CRUMB) {
      findings.add(Finding.warning("does-not-add-up", l.at(), "%s of `%s`: sent %s, received %s, removed %s".formatted(l.get("vehicle"), l.get("item"), Cells.plain(sent), Cells.plain(received), Cells.plain(removed)), "%s %s are not accounted for".formatted(Cells.plain(missing), l.get("unit")), "count again, or write what was removed and by whom"));
    }
    if (removed > 0 && l.get("removed_by").isEmpty()) {
      findings.add(Finding.warning("removed-by-nobody", l.at(), "%s of `%s` were removed".formatted(Cells.plain(removed), l.get("item")), "nobody is named who removed them", "fill in `removed_by` (post or authority, no person's name)"));
    }
  }
}
