// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.respite.kernel.eaf.EafFinding;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.plan.LimitedSinks;
import org.respite.kernel.plan.PeopleClass;

/** Tables beside an instance, CSV with a header row; nodes are numbered from 1 as in the instance. Every finding at once, each with its line. */
final class SolveTable {
  private final FlowProblem problem;
  private final List<EafFinding> findings = new ArrayList<>();
  private int line;

  SolveTable(FlowProblem problem) {
    this.problem = problem;
  }

  List<EafFinding> findings() {
    return findings;
  }

  /** Reads {@code node,most}: how many people may be out at a sink over all steps; sinks not named take everybody. */
  long[] limits(Path file) throws IOException {
    long[] most = new long[problem.nodes()];
    Arrays.fill(most, LimitedSinks.NO_LIMIT);
    Set<Integer> named = new HashSet<>();
    each(file, "node,most", row -> {
      int sink = sink(row[0]);
      long people = number("most", row[1], 0, FlowProblem.MOST_PEOPLE);
      if (sink >= 0 && !named.add(sink)) find("a second limit of node " + (sink + 1), "one row a sink");
      if (sink >= 0 && people >= 0) most[sink] = people;
    });
    return most;
  }

  /**
   * Reads {@code node,people,sinks}: of those who start at a node so many may leave by these sinks only (numbers with blanks between). All
   * others may leave by any sink.
   */
  List<PeopleClass> classes(Path file) throws IOException {
    List<PeopleClass> classes = new ArrayList<>();
    long[] left = new long[problem.nodes()];
    for (int v = 0; v < left.length; v++) left[v] = problem.supply(v);
    each(file, "node,people,sinks", row -> {
      int node = (int) number("node", row[0], 1, problem.nodes()) - 1;
      long people = number("people", row[1], 0, FlowProblem.MOST_PEOPLE);
      List<Integer> sinks = new ArrayList<>();
      for (String word : row[2].isEmpty() ? new String[0] : row[2].split("\\s+")) sinks.add(sink(word));
      if (node < 0 || people < 0 || sinks.contains(-1)) return;
      if (people > left[node]) {
        find(people + " people of node " + (node + 1) + ", where " + left[node] + " are left", "all rows together no more than the instance's people");
        return;
      }
      left[node] -= people;
      classes.add(new PeopleClass(List.of(new PeopleClass.Group(node, 0, people)), sinks));
    });
    List<Integer> all = new ArrayList<>();
    List<PeopleClass.Group> others = new ArrayList<>();
    for (int v = 0; v < left.length; v++) {
      if (problem.isSink(v)) all.add(v);
      if (left[v] > 0) others.add(new PeopleClass.Group(v, 0, left[v]));
    }
    if (!others.isEmpty()) classes.add(new PeopleClass(others, all));
    return classes;
  }

  private int sink(String word) {
    int v = (int) number("sink", word, 1, problem.nodes()) - 1;
    if (v >= 0 && !problem.isSink(v)) {
      find("node " + word + " is no sink", "name sinks of the instance only");
      return -1;
    }
    return v;
  }

  /** The number, or -1 after a finding. */
  private long number(String name, String word, long low, long high) {
    boolean whole = word.matches("[0-9]{1,18}") || word.matches("[0-9]{19}") && word.compareTo(String.valueOf(Long.MAX_VALUE)) <= 0;
    if (whole && Long.parseLong(word) >= low && Long.parseLong(word) <= high) return Long.parseLong(word);
    find(name + " \"" + (word.length() > 40 ? word.substring(0, 40) + "…" : word) + "\"", "a whole number from " + low + " to " + high);
    return -1;
  }

  private void find(String what, String hint) {
    findings.add(new EafFinding(line, what, hint));
  }

  private void each(Path file, String columns, Consumer<String[]> taker) throws IOException {
    int count = columns.split(",").length;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String text = in.readLine();
      line = 1;
      String header = text == null ? "" : text.replace("\uFEFF", "").replaceAll("\\s", "");
      if (!header.equals(columns)) {
        find(header.isEmpty() ? "no header row" : "columns are " + header, "begin with: " + columns);
        return;
      }
      for (text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (text.isBlank()) continue;
        String[] fields = text.split(",", -1);
        if (fields.length == count) taker.accept(Arrays.stream(fields).map(String::strip).toArray(String[]::new));
        else find(fields.length + " fields, the header has " + count, "use exactly: " + columns);
      }
    }
  }
}
