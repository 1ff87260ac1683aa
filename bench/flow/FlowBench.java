// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.respite.kernel.eaf.EafReader;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;

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
