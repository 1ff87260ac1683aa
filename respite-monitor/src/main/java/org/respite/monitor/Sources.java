// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/** Who told how much, and of which places: grows with each report. A copy counts for whom it was copied from. */
final class Sources {
  private static final int COPIES_TOLD = 20;

  private final Map<String, int[]> told = new HashMap<>();
  private final Map<String, Integer> repeats = new TreeMap<>();
  private final Set<Words> words = new HashSet<>();
  private final Set<String> places = new TreeSet<>();

  /** What a report says, whatever line it stands on. */
  private record Words(Report.When when, Instant received, Report.Where where, Report.Origin origin, String kind) {}

  static Sources of(List<Report> reports) {
    var sources = new Sources();
    reports.forEach(sources::add);
    return sources;
  }

  void add(Report r) {
    told.computeIfAbsent(r.origin().root(), k -> new int[2])[r.origin().copiedFrom().isEmpty() ? 0 : 1]++;
    if (!words.add(new Words(r.when(), r.received(), r.where(), r.origin(), r.kind()))) repeats.merge(r.origin().source(), 1, Integer::sum);
    if (!r.where().place().isEmpty()) places.add(r.where().place());
  }

  /** Places named by any report, fire or not. */
  Set<String> places() {
    return places;
  }

  /** The busiest first. */
  List<ReportWatch.Source> list() {
    var list = new ArrayList<ReportWatch.Source>();
    told.forEach((name, n) -> list.add(new ReportWatch.Source(name, n[0], n[1])));
    list.sort(Comparator.comparingInt((ReportWatch.Source s) -> -s.reports() - s.copies()).thenComparing(ReportWatch.Source::name));
    return list;
  }

  void tellFloods(Findings findings) {
    repeats.forEach((name, n) -> findings.add(new Finding("M233", "source " + name, n == 1 ? "one line says the same as another" : n + " lines say the same as others",
        "each text is counted once, however often it is sent", "nothing to do, unless they are different incidents: then give each its own time or place")));
    for (ReportWatch.Source s : list()) {
      if (s.copies() < COPIES_TOLD) continue;
      findings.add(new Finding("M221", "source " + s.name(), s.copies() + " reports are copies of what " + s.name() + " said",
          "they are one source, however many there are", "look for a source that is independent of it"));
    }
  }
}
