// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fire reported within a pause, by who is alleged to have fired, which party alleges it, and kind, in three columns that are
 * never added up. No verdict on authorship: both versions stand.
 *
 * @param alleged incidents that some source reports
 * @param supported of two sources or more that tell of this kind, none copied from another
 * @param confirmed of two such, of which one saw it or has it on camera
 */
public record Violations(String actor, String byParty, String kind, String place, int alleged, int supported, int confirmed) {
  private record Key(String actor, String byParty, String kind, String place) {}

  /** Table of the incidents in {@code [from, to)}, by the likeliest linkage; rows in order of their names. */
  public static List<Violations> of(Incidents incidents, Instant from, Instant to) {
    int[] root = incidents.likeliest();
    List<Report> reports = incidents.reports();
    var members = new LinkedHashMap<Integer, List<Report>>();
    for (int i = incidents.columns().firstFrom(from); i < root.length; i++) {
      Report r = reports.get(i);
      if (!r.when().from().isBefore(to)) break; // they are in that order
      if (r.when().from().isBefore(from)) continue; // within the same microsecond
      members.computeIfAbsent(root[i], k -> new ArrayList<>()).add(r);
    }
    Map<Key, int[]> rows = new LinkedHashMap<>();
    for (List<Report> incident : members.values()) {
      for (Key key : keys(incident)) {
        int level = level(incident.stream().filter(r -> r.kind().equals(key.kind)).toList());
        int[] n = rows.computeIfAbsent(key, k -> new int[3]);
        for (int c = 0; c <= level; c++) n[c]++;
      }
    }
    var table = new ArrayList<Violations>();
    rows.forEach((k, n) -> table.add(new Violations(k.actor, k.byParty, k.kind, k.place, n[0], n[1], n[2])));
    table.sort(Comparator.comparing(Violations::actor).thenComparing(Violations::byParty).thenComparing(Violations::kind)
        .thenComparing(Violations::place));
    return List.copyOf(table);
  }

  /** 0 alleged, 1 supported, 2 confirmed. */
  private static int level(List<Report> incident) {
    Set<String> roots = new HashSet<>();
    boolean seen = false;
    for (Report r : incident) {
      roots.add(r.origin().root());
      seen |= r.origin().how() == HowKnown.SEEN || r.origin().how() == HowKnown.CAMERA;
    }
    if (roots.size() < 2) return 0;
    return seen ? 2 : 1;
  }

  private static Set<Key> keys(List<Report> incident) {
    var keys = new java.util.LinkedHashSet<Key>();
    for (Report r : incident) keys.add(new Key(r.alleged().actor(), r.alleged().byParty(), r.kind(), r.where().place()));
    return keys;
  }
}
