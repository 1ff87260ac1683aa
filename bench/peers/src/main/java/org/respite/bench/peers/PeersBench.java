// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.respite.kernel.flow.FlowProblem;

/**
 * The kernel beside its peers, one after the other in one run: ours with the whole curve proved, OR-Tools and JGraphT with a maximum flow for
 * the last step on the explicit network. Arguments: folder of known instances (or none), folder for logs and plots, then which parts:
 * known (files up to 500 kB), large (the others), growth (invented towns).
 */
public final class PeersBench {
  private static final long PATIENCE_S = 400;

  private final Path out;
  private final List<String> table = new ArrayList<>();

  private PeersBench(Path out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    PeersBench bench = new PeersBench(Path.of(args[1]));
    List<String> parts = List.of(args).subList(2, args.length);
    for (String part : parts) {
      bench.table.clear();
      bench.head(part);
      switch (part) {
        case "known" -> bench.known(Path.of(args[0]), false);
        case "large" -> bench.known(Path.of(args[0]), true);
        case "growth" -> bench.growth();
        default -> throw new IllegalArgumentException("parts are known, large and growth, got " + part);
      }
      bench.writeTable(part);
    }
  }

  private void writeTable(String part) throws IOException {
    Files.createDirectories(out.resolve("logs"));
    Files.write(out.resolve("logs/peers-" + part + ".txt"), table);
  }

  private void head(String part) {
    say("Flow kernel beside its peers: " + part + ". Whole curve proved (RESPITE) or not checked (RESPITE_UNPROVED); OR-Tools 9.15.6755 and JGraphT 1.5.3:");
    say("last step only, explicit network, building it included. ONE_PASS: one sum over arcs x steps at 2 bytes. Each in a cold process of its own, java "
        + Runtime.version() + ",");
    say(Runtime.getRuntime().availableProcessors() + " processors; where the machine is shared, cpu is the fairer column. Reading the file is not counted; loading: native code until");
    say("it can be asked (our classes load within wall); again: after a second of solving it in that process, where the first took under 0.1 s.");
    say("%-28s %7s %7s %6s %9s %-16s %10s %9s %9s %9s %9s %8s".formatted("instance", "nodes", "arcs", "steps", "people", "solver", "out", "loading s", "wall s", "again s", "cpu s", "peak MB"));
  }

  private void say(String line) {
    System.out.println(line);
    table.add(line);
  }

  private Map<Solver, Measure> all(String name, String instance, int last) throws IOException, InterruptedException {
    Map<Solver, Measure> found = new EnumMap<>(Solver.class);
    FlowProblem p = Towns.of(instance);
    long explicit = Explicit.arcs(last < 0 ? p : p.until(last));
    for (Solver solver : Solver.values()) {
      if (explicit > solver.mostArcs) continue;
      Measure m = Measure.of(instance, last, solver, PATIENCE_S);
      if (m == null) {
        say(String.format(Locale.ROOT, "%-28s %7d %7d %24s %-16s gave no answer within %d s and its memory", name, p.nodes(), p.arcs(), "", solver, PATIENCE_S));
        continue;
      }
      found.put(solver, m);
      say(String.format(Locale.ROOT, "%-28s %7d %7d %6d %9d %-16s %10s %9.4f %9.4f %9.5f %9.4f %8.0f", name, m.nodes(), m.arcs(), m.steps(), m.people(), solver,
          solver == Solver.ONE_PASS ? "-" : String.valueOf(m.out()), m.loading(), m.wall(), m.again(), m.cpu(), m.megabytes()));
    }
    long answers = found.entrySet().stream().filter(e -> e.getKey() != Solver.ONE_PASS).mapToLong(e -> e.getValue().out()).distinct().count();
    if (answers > 1) say("DISAGREEMENT on " + name);
    return found;
  }

  private void known(Path folder, boolean large) throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith(".eaf") && f.toFile().length() > 500_000 == large).sorted((a, b) -> Long.compare(a.toFile().length(), b.toFile().length())).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".eaf", "");
      if (name.equals("grid5k")) all(name + " to 120", file.toString(), 120);
      all(name, file.toString(), -1);
    }
  }

  private void growth() throws IOException, InterruptedException {
    series("nodes", "nodes (240 steps, 50,000 people)",
        List.of("town:22:240:50000", "town:32:240:50000", "town:45:240:50000", "town:71:240:50000", "town:100:240:50000"), Measure::nodes);
    series("steps", "steps (2,025 corners, 50,000 people)",
        List.of("town:45:60:50000", "town:45:120:50000", "town:45:240:50000", "town:45:480:50000", "town:45:960:50000"), Measure::steps);
    series("people", "people (2,025 corners, 240 steps)",
        List.of("town:45:240:2000", "town:45:240:20000", "town:45:240:200000", "town:45:240:2000000"), Measure::people);
  }

  private void series(String file, String x, List<String> instances, ToDoubleFunction<Measure> at) throws IOException, InterruptedException {
    Plot time = new Plot("Processor seconds", x, "s");
    Plot memory = new Plot("Largest resident memory", x, "MB");
    Plot ratio = new Plot("Times one pass over arcs x steps", x, "cpu / one pass");
    for (String instance : instances) {
      Map<Solver, Measure> found = all(instance, instance, -1);
      Measure pass = found.get(Solver.ONE_PASS);
      found.forEach((solver, m) -> {
        if (solver == Solver.ONE_PASS) return;
        time.add(solver.name(), at.applyAsDouble(m), Math.max(1e-3, m.cpu()));
        memory.add(solver.name(), at.applyAsDouble(m), m.megabytes());
        if (pass != null) ratio.add(solver.name(), at.applyAsDouble(m), Math.max(1e-3, m.cpu()) / pass.wall());
      });
    }
    writeTable("growth");
    Path plots = Files.createDirectories(out.resolve("plots"));
    Files.writeString(plots.resolve("time-by-" + file + ".svg"), time.svg());
    Files.writeString(plots.resolve("memory-by-" + file + ".svg"), memory.svg());
    Files.writeString(plots.resolve("one-pass-by-" + file + ".svg"), ratio.svg());
  }
}
