// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.respite.kernel.eaf.EafReader;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.Change;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.MaximumFlow;

/**
 * Times the whole arrival curve, its proof, and solving again after one changed capacity. One argument a process, so that memory is that of
 * the instance: a file .eaf, or {@code aleppo:STEPS:PEOPLE:PBF} for streets from an OpenStreetMap extract. Run through run.sh.
 */
public final class FlowBench {
  public static void main(String[] args) throws Exception {
    String name = args[0];
    FlowProblem p = problem(name);
    String shown = name.startsWith("aleppo:") ? name.substring(0, name.lastIndexOf(':')) : Path.of(name).getFileName().toString();
    double before = cpu();
    long start = System.nanoTime();
    ArrivalFlow solved = EarliestArrival.solve(p);
    double solve = cpu() - before;
    double wall = (System.nanoTime() - start) / 1e9;
    before = cpu();
    boolean holds = Certificate.prove(p, solved).holds();
    double proof = cpu() - before;
    long peak = peak();
    int arc = p.arcs() / 2;
    boolean same = true;
    double[] again = new double[16];
    for (int i = 0; i < again.length; i++) {
      before = cpu();
      start = System.nanoTime();
      same &= EarliestArrival.resolve(solved, p.withCapacity(arc - i, 0, p.horizon() + 1, p.capacityAt(arc - i, 0) + 1)).flow() == solved.flow();
      again[i] = i == 0 ? cpu() - before : (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(again, 1, again.length);
    System.out.printf(Locale.ROOT,
        "%-24s %6d nodes %6d arcs %4d steps %8d of %8d out  solve %6.2f s of processor (%6.2f s by the clock)  proof %5.2f s, %s  peak heap %4d MB  again, no bottleneck: first %5.2f s, then %.1f ms (worst of 15 %.1f) by the clock, flow %s%n",
        shown, p.nodes(), p.arcs(), p.horizon(), solved.arrived()[p.horizon()], p.totalSupply(), solve, wall, proof,
        holds ? "holds" : "FAILS", peak, again[0], again[8], again[15], same ? "kept" : "anew");
    if (!holds) System.exit(1);
    binding(p.until(p.horizon() / 2));
    binding(p);
  }

  /**
   * One person a step more, and one fewer, on each of the fullest arcs of the cut (of the fullest arcs, where homes alone are the cut): how long until the new answer by the
   * last step and its proof, beside solving; what is made ready by the first question of each kind is told apart.
   */
  private static void binding(FlowProblem p) {
    long before = System.nanoTime();
    ArrivalFlow solved = EarliestArrival.solve(p);
    double solve = (System.nanoTime() - before) / 1e6;
    List<Integer> fullest = fullest(p, solved);
    before = System.nanoTime();
    MaximumFlow now = MaximumFlow.of(solved);
    prove(now.after(p));
    double ready = (System.nanoTime() - before) / 1e6;
    double[] more = new double[fullest.size()];
    double[] fewer = new double[fullest.size()];
    long gained = 0;
    double first = 0;
    for (int i = 0; i < more.length; i++) {
      before = System.nanoTime();
      MaximumFlow found = prove(now.after(new Change.Busier(fullest.get(i), 1)));
      more[i] = (System.nanoTime() - before) / 1e6;
      if (i == 0) first = more[i];
      gained += found.people() - now.people();
    }
    long lost = 0;
    for (int i = 0; i < fewer.length; i++) {
      int arc = fullest.get(i);
      FlowProblem narrower = p;
      int from = 0;
      for (int t = 1; t <= p.horizon() + 1; t++) {
        if (t <= p.horizon() && p.capacityAt(arc, t) == p.capacityAt(arc, from)) continue;
        narrower = narrower.withCapacity(arc, from, t, Math.max(0, p.capacityAt(arc, from) - 1));
        from = t;
      }
      before = System.nanoTime();
      lost += now.people() - prove(now.after(narrower)).people();
      fewer[i] = (System.nanoTime() - before) / 1e6;
    }
    Arrays.sort(more);
    Arrays.sort(fewer);
    int n = more.length;
    System.out.printf(Locale.ROOT, "%-24s by step %d alone: by the clock, ms: solving %.0f (curve, no proof); ready for questions, with proof, %.0f; then each with proof, one more a step on each of %d full arcs: first %.0f, median %.1f, worst %.1f (%.0f more out each), one fewer: median %.1f, worst %.1f (%.0f fewer out each)%n", "",
        p.horizon(), solve, ready, n, first, more[n / 2], more[n - 1], (double) gained / n, fewer[n / 2], fewer[n - 1], (double) lost / n);
  }

  private static List<Integer> fullest(FlowProblem p, ArrivalFlow solved) {
    Map<Integer, Long> through = new TreeMap<>();
    for (CutOverTime.ArcTerm term : solved.cut(p.horizon()).arcTerms()) through.merge(term.arc(), term.people(), Long::sum);
    if (through.isEmpty()) solved.flow().forEach((arc, step, people) -> through.merge(arc, (long) people, Long::sum));
    return through.entrySet().stream().sorted(Map.Entry.<Integer, Long>comparingByValue().reversed()).limit(15).map(Map.Entry::getKey).toList();
  }

  private static MaximumFlow prove(MaximumFlow found) {
    if (!found.proof().holds()) throw new IllegalStateException("no proof");
    return found;
  }

  private static FlowProblem problem(String name) throws Exception {
    if (name.startsWith("aleppo:")) {
      String[] part = name.split(":", 4);
      return Streets.read(Path.of(part[3])).town(Integer.parseInt(part[1]), Integer.parseInt(part[2]));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(name)))) {
      return EafReader.read(in).problem().orElseThrow();
    }
  }

  /** Time of the whole process on processors: what a shared machine does beside us is not the solver's. */
  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }

  private static long peak() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) bytes += pool.getPeakUsage().getUsed();
    }
    return bytes >> 20;
  }
}
