// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.attributes.Figure;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.NetworkFile;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.simplify.Releases;
import org.respite.roads.simplify.Simplification;
import org.respite.roads.simplify.TimedArcs;

/**
 * What simplifying streets saves the exact solution: {@code FILE HOMES MINUTES}, a compact file, how many junctions 250,000 walkers live at (drawn; 0 for all of them), the last minute. Every
 * street is an arc of whole minutes with the capacity of its width; eight junctions, drawn as well, are ways out.
 */
public final class SimplifyBench {
  public static void main(String[] args) {
    StreetNetwork n = NetworkFile.open(Path.of(args[0])).read().orElseThrow();
    int last = Integer.parseInt(args[2]);
    TimedArcs full = arcs(n);
    boolean[] out = new boolean[n.nodes()];
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 8; i++) out[random.nextInt(n.nodes())] = true;
    int places = Integer.parseInt(args[1]);
    long[] homes = new long[n.nodes()];
    for (int i = 0; i < (places == 0 ? n.nodes() : places); i++) homes[places == 0 ? i : random.nextInt(n.nodes())] = 250_000 / (places == 0 ? n.nodes() : places);
    for (int v = 0; v < homes.length; v++) if (out[v]) homes[v] = 0;
    long start = System.nanoTime();
    Simplification simple = Simplification.of(full, out, homes, last);
    System.out.printf(Locale.ROOT, "%s homes: %,d arcs to %,d, %,d nodes to %,d, in %.0f ms%n", args[1], full.tail().length, simple.streets().tail().length, n.nodes(), simple.nodesLeft(), (System.nanoTime() - start) / 1e6);
    for (int round = 0; round < 3; round++) {
      solve("full", full, out, last, v -> Releases.of(homes[v]));
      solve("simplified", simple.streets(), out, last, simple::homes);
    }
  }

  private static TimedArcs arcs(StreetNetwork n) {
    ArcFigures figures = new ArcFigures(n, StreetTable.standard(), Figure::mid);
    int m = n.arcs();
    int[][] columns = new int[4][m];
    for (int a = 0; a < m; a++) {
      columns[0][a] = n.tail(a);
      columns[1][a] = n.head(a);
      columns[2][a] = Math.ceilDiv(n.lengthMm(a >> 1), 60_000);
      columns[3][a] = n.mayUse(a, RoadUser.FOOT) ? (int) figures.walkersPerMinute(a >> 1, RoadUser.FOOT) : 0;
    }
    return new TimedArcs(n.nodes(), columns[0], columns[1], columns[2], columns[3]);
  }

  private static void solve(String what, TimedArcs arcs, boolean[] out, int last, java.util.function.IntFunction<Releases> homes) {
    FlowProblem.Builder b = FlowProblem.builder(arcs.nodes(), last);
    for (int a = 0; a < arcs.tail().length; a++) b.arc(arcs.tail()[a], arcs.head()[a], arcs.capacity()[a], arcs.transit()[a]);
    for (int v = 0; v < arcs.nodes(); v++) {
      if (out[v]) b.sink(v);
      else for (Releases.Release r : homes.apply(v).list()) b.supply(v, r.step(), r.people());
    }
    long start = System.nanoTime();
    long cpu = cpu();
    ArrivalFlow solved = EarliestArrival.solve(b.build());
    System.out.printf(Locale.ROOT, "  %-10s %,d out, %.2f s wall %.2f s cpu%n", what, solved.arrived()[last], (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
