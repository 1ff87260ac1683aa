// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.kernel.flow.FlowProblem;

/**
 * Reads an evacuation instance as text ({@code eaf}), strictly and in one pass: every finding with its line. One record a
 * line, fields separated by blanks, nodes and arcs numbered from 1, all numbers whole and not negative:
 *
 * <pre>
 * c ...          comment
 * p eaf N M T    N nodes, M arcs, last step T; the first record
 * d S            storage at all nodes: inf, or people from one step to the next (default inf)
 * n V s X        X people start at node V
 * n V t          node V is a sink
 * h V S          storage at node V instead of the default
 * a U V C D      arc from U to V: C people may enter at each step, D steps of travel
 * w A T0 T1 C    capacity of arc A is C for steps T0 &lt;= t &lt; T1; later lines win; T1 may lie past the last step, T0 may not
 * </pre>
 */
public final class EafReader {
  /** After so many findings the rest is only counted. */
  public static final int MOST_FINDINGS = 200;

  private final LineScanner lines;
  private final List<EafFinding> findings = new ArrayList<>();
  private long more;
  private FlowProblem.Builder builder;
  private int nodes;
  private int arcs;
  private int horizon;
  private int arcsRead;
  private byte[] role;
  private byte[] stored;
  private boolean defaultRead;
  private long people;

  private EafReader(InputStream in) {
    lines = new LineScanner(in);
  }

  /** Reads to the end of the stream, which stays open. Only the stream's own failures are thrown. */
  public static EafReading read(InputStream in) throws IOException {
    return new EafReader(in).read();
  }

  private EafReading read() throws IOException {
    while (lines.next()) {
      String record = lines.word();
      if (record == null || record.equals("c")) continue;
      if (lines.cut()) {
        find("a record of more than " + LineScanner.MOST_BYTES + " bytes", "one record a line; comments start with c");
      } else if (builder == null && !record.equals("p")) {
        find("record " + quoted(record) + " before the first line p eaf N M T", "start with p eaf NODES ARCS LAST_STEP");
        if (findings.size() >= 20) return end();
      } else {
        record(record);
      }
    }
    return end();
  }

  private EafReading end() {
    if (builder == null && findings.isEmpty()) find("nothing to solve", "start with p eaf NODES ARCS LAST_STEP");
    if (builder != null && arcsRead != arcs) {
      find(arcsRead + " arcs, but line p announces " + arcs, "check for a cut-off file, or correct line p");
    }
    if (more > 0) findings.add(new EafFinding(lines.number, more + " further findings", "mend those above first"));
    return new EafReading(findings.isEmpty() ? Optional.of(builder.build()) : Optional.empty(), findings);
  }

  private void record(String record) {
    switch (record) {
      case "p" -> header();
      case "d" -> defaultStorage();
      case "n" -> terminal();
      case "h" -> storage();
      case "a" -> arc();
      case "w" -> window();
      default -> find("unknown record " + quoted(record), "records are c, p, d, n, h, a and w");
    }
  }

  private void header() {
    if (builder != null) {
      find("a second line p", "one instance a file");
      return;
    }
    String kind = lines.word();
    if (!"eaf".equals(kind)) {
      find("kind " + quoted(kind) + " instead of eaf", "p eaf NODES ARCS LAST_STEP");
      return;
    }
    long n = number("number of nodes", 1, Integer.MAX_VALUE - 8);
    long m = number("number of arcs", 0, Integer.MAX_VALUE - 8);
    long t = number("last step", 0, Integer.MAX_VALUE - 8);
    if (n < 0 || m < 0 || t < 0 || trailing()) return;
    String tooLarge = InstanceSize.refusal(n, m, t);
    if (tooLarge != null) {
      find(tooLarge, "use longer steps or a smaller network, or give Java more memory (-Xmx)");
      return;
    }
    nodes = (int) n;
    arcs = (int) m;
    horizon = (int) t;
    builder = FlowProblem.builder(nodes, horizon);
    role = new byte[nodes];
    stored = new byte[nodes];
  }

  private void defaultStorage() {
    int places = places();
    if (places < 0 || trailing()) return;
    if (defaultRead) find("a second line d", "one default; use h for single nodes");
    defaultRead = true;
    for (int v = 0; v < nodes; v++) if (stored[v] == 0) builder.storage(v, places);
  }

  private void storage() {
    int v = node("node");
    int places = v < 0 ? -1 : places();
    if (places < 0 || trailing()) return;
    stored[v] = 1;
    builder.storage(v, places);
  }

  private void terminal() {
    int v = node("node");
    if (v < 0) return;
    String kind = lines.word();
    if ("t".equals(kind)) {
      if (trailing()) return;
      if (role[v] == 's') find("node " + (v + 1) + " is both source and sink", "remove one of the two lines");
      else builder.sink(v);
      role[v] = 't';
    } else if ("s".equals(kind)) {
      long count = number("people", 0, FlowProblem.MOST_PEOPLE - people);
      if (count < 0 || trailing()) return;
      people += count;
      if (role[v] == 't') find("node " + (v + 1) + " is both source and sink", "remove one of the two lines");
      else builder.supply(v, 0, count);
      role[v] = 's';
    } else {
      find("kind " + quoted(kind) + " of node " + (v + 1), "n NODE s PEOPLE for a source, n NODE t for a sink");
    }
  }

  private void arc() {
    int from = node("tail");
    int to = from < 0 ? -1 : node("head");
    long capacity = to < 0 ? -1 : number("capacity", 0, Integer.MAX_VALUE);
    long transit = capacity < 0 ? -1 : number("travel time", 0, Integer.MAX_VALUE);
    arcsRead++;
    if (transit < 0 || trailing()) {
      builder.arc(0, 0, 0, 0); // keeps the numbers of the arcs that follow
      return;
    }
    builder.arc(from, to, (int) capacity, (int) transit);
  }

  private void window() {
    long arc = number("arc", 1, arcsRead);
    long from = arc < 0 ? -1 : number("first step", 0, horizon);
    long to = from < 0 ? -1 : number("end step", from, Integer.MAX_VALUE);
    long capacity = to < 0 ? -1 : number("capacity", 0, Integer.MAX_VALUE);
    if (capacity < 0 || trailing()) return;
    builder.window((int) arc - 1, (int) from, (int) Math.min(to, horizon + 1L), (int) capacity);
  }

  private int node(String name) {
    long v = number(name, 1, nodes);
    return v < 0 ? -1 : (int) v - 1;
  }

  private int places() {
    int before = findings.size();
    String word = lines.word();
    if ("inf".equals(word)) return FlowProblem.UNLIMITED;
    long places = parse("storage", word, 0, Integer.MAX_VALUE - 1L);
    return findings.size() > before ? -1 : (int) places;
  }

  private long number(String name, long low, long high) {
    return parse(name, lines.word(), low, high);
  }

  /** The number, or -1 after a finding. */
  private long parse(String name, String word, long low, long high) {
    if (word == null) {
      find(name + " is missing", "a whole number from " + low + " to " + high);
      return -1;
    }
    long value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - 9) / 10) {
        find(name + " " + quoted(word), "a whole number from " + low + " to " + high);
        return -1;
      }
      value = 10 * value + digit;
    }
    if (value < low || value > high) {
      find(name + " " + word + " is out of range", "a whole number from " + low + " to " + high);
      return -1;
    }
    return value;
  }

  private boolean trailing() {
    String word = lines.word();
    if (word == null) return false;
    find("unexpected " + quoted(word) + " at the end of the line", "remove it; comments have a line of their own");
    return true;
  }

  private static String quoted(String word) {
    if (word == null) return "(nothing)";
    String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
    return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
  }

  private void find(String what, String hint) {
    if (findings.size() < MOST_FINDINGS) findings.add(new EafFinding(lines.number, what, hint));
    else more++;
  }
}
