// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/**
 * Counts what is odd in a source: how often, and the first example. Not for several threads: each block has its own, and they are added up in
 * the order of the file.
 */
final class Oddities {
  /** Distinct values kept for one kind of oddity; a vandalised file must not fill the memory. */
  private static final int VALUES_KEPT = 200;

  private final Map<Odd, Map<String, Tally>> tallies = new LinkedHashMap<>();

  /** Kinds of oddity, with what each means for the network. */
  enum Odd {
    UNKNOWN_HIGHWAY("unknown-highway", "`highway=%s` is no class of street known here", "these ways are left out",
        "if people can move along them, tag them with a class that docs/roads.md lists"),
    UNKNOWN_VALUE("unknown-value", "`%s` is not understood", "the value is ignored and the default of the class is used", "mend the tag in the source if the street matters"),
    DANGLING_REF("dangling-ref", "a way passes a node that the file does not hold%s", "the street is cut there; no gap is bridged",
        "cut extracts with complete ways, or give a larger extract"),
    ONE_NODE_WAY("way-without-length", "a way has fewer than two different nodes%s", "it is left out", "mend the way in the source"),
    ZERO_LENGTH("zero-length", "two nodes of a street lie in one place%s", "the stretch between them has no length and takes no time", "merge the nodes in the source"),
    REPEATED_REF("repeated-ref", "a way names the same node twice in a row%s", "it is taken once", "mend the way in the source"),
    OUTSIDE_WORLD("outside-world", "a node lies outside the world%s", "it is taken as missing", "mend the node in the source"),
    REPEATED_NODE("repeated-node", "a node stands in the file twice%s", "the last one counts", "give an extract of one moment"),
    LONG_WAY("long-way", "a way has more than 2,000 nodes, which OSM does not allow%s", "it is taken as it is", "check whether the file comes from OSM"),
    TOO_LONG("too-long", "a stretch of street without a junction is longer than 2,147 km%s", "it is left out", "mend the way in the source"),
    ONEWAY_IMPLIED("oneway-implied", "a motorway says nothing of its direction%s", "vehicles keep to the way it is drawn, as OSM's wiki has it; walkers are not bound by it", "a convoy that is directed may drive it both ways: tag `oneway=no` in the source if that is so"),
    TURN_INCOMPLETE("turn-incomplete", "a turn restriction names streets that are not there, or that do not meet%s", "it is not kept", "mend the relation in the source, or give a larger extract"),
    TURN_AMBIGUOUS("turn-ambiguous", "a turn restriction can be read in two ways%s", "it is not kept", "split the ways at the junction in the source"),
    TURN_CONDITIONAL("turn-conditional", "`%s` is a turn restriction on a condition other than days and hours", "it is not kept", "close the turn in the case, if it matters"),
    ACCESS_CONDITIONAL("access-conditional", "`%s` depends on more than days and hours", "that part of it is not kept", "mark the street in the case's war file, if it matters");

    final String code;
    final String what;
    final String effect;
    final String remedy;

    Odd(String code, String what, String effect, String remedy) {
      this.code = code;
      this.what = what;
      this.effect = effect;
      this.remedy = remedy;
    }
  }

  private static final class Tally {
    long count;
    String example;
  }

  /** @param value what distinguishes two cases of one kind, such as {@code width=wide}; "" where nothing does */
  void count(Odd odd, String value, String example) {
    add(odd, value, 1, example);
  }

  /** Forgets everything: the source is read from its beginning once more. */
  void clear() {
    tallies.clear();
  }

  boolean any(Odd odd) {
    return tallies.containsKey(odd);
  }

  void addAll(Oddities other) {
    other.tallies.forEach((odd, values) -> values.forEach((value, t) -> add(odd, value, t.count, t.example)));
  }

  private void add(Odd odd, String value, long count, String example) {
    Map<String, Tally> values = tallies.computeIfAbsent(odd, o -> new LinkedHashMap<>());
    String kept = values.containsKey(value) || values.size() < VALUES_KEPT ? value : "(others)";
    Tally tally = values.computeIfAbsent(kept, v -> new Tally());
    tally.count += count;
    if (tally.example == null) tally.example = example;
  }

  /** One warning for each kind and value, with how many and an example. */
  List<Finding> findings(String file) {
    List<Finding> findings = new ArrayList<>();
    tallies.forEach((odd, values) -> values.forEach((value, t) ->
        findings.add(Finding.warning(odd.code, At.file(file), "%s: %,d time%s, for example %s".formatted(odd.what.formatted(shortened(value)), t.count, t.count == 1 ? "" : "s", t.example), odd.effect, odd.remedy))));
    findings.sort(Finding.WORST_FIRST);
    return findings;
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }
}
