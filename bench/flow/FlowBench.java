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
    before = cpu();
    int arc = p.arcs() / 2;
    boolean same = EarliestArrival.resolve(solved, p.withCapacity(arc, 0, p.horizon() + 1, p.capacityAt(arc, 0) + 1)).flow() == solved.flow();
    double again = cpu() - before;
    System.out.printf(Locale.ROOT,
        "%-24s %6d nodes %6d arcs %4d steps %8d of %8d out  solve %6.2f s of processor (%6.2f s by the clock)  proof %5.2f s, %s  peak heap %4d MB  again %5.2f s, flow %s%n",
        shown, p.nodes(), p.arcs(), p.horizon(), solved.arrived()[p.horizon()], p.totalSupply(), solve, wall, proof,
        holds ? "holds" : "FAILS", peak, again, same ? "kept" : "anew");
    if (!holds) System.exit(1);
    binding(p.until(p.horizon() / 2));
  }

  /** One person a step more on each of the fullest arcs of the cut: how long until the new answer by the last step and its proof, beside solving. */
  private static void binding(FlowProblem p) {
    double before = cpu();
    ArrivalFlow solved = EarliestArrival.solve(p);
    double solve = cpu() - before;
    Map<Integer, Long> through = new TreeMap<>();
    for (CutOverTime.ArcTerm term : solved.cut(p.horizon()).arcTerms()) through.merge(term.arc(), term.people(), Long::sum);
    List<Integer> fullest = through.entrySet().stream().sorted(Map.Entry.<Integer, Long>comparingByValue().reversed()).limit(15).map(Map.Entry::getKey).toList();
    if (fullest.isEmpty()) return;
    double[] again = new double[fullest.size()];
    long gained = 0;
    for (int i = 0; i < again.length; i++) {
      FlowProblem more = new Change.Busier(fullest.get(i), 1).in(p);
      before = cpu();
      MaximumFlow found = MaximumFlow.from(more, solved.flow());
      if (!found.proof().holds()) throw new IllegalStateException("no proof");
      again[i] = cpu() - before;
      gained += found.people() - solved.arrived()[p.horizon()];
    }
    Arrays.sort(again);
    System.out.printf(Locale.ROOT, "%-24s by step %d alone, one more on each of the %d fullest arcs of the cut: median %.2f, worst %.2f s of processor with proof, beside %.2f for solving (curve, no proof); %.0f more out each%n", "",
        p.horizon(), again.length, again[again.length / 2], again[again.length - 1], solve, (double) gained / again.length);
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
