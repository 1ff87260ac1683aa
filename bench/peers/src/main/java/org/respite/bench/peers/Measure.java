// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.respite.kernel.flow.FlowProblem;

/**
 * One solver on one instance in a process of its own, so that memory is its own and nothing is warm: reading is not counted, building
 * the explicit network is, for without it the peer has nothing to solve.
 *
 * @param loading seconds until the solver can be asked: native code unpacked and linked
 * @param wall seconds of the first solve
 * @param again seconds of a later solve of the same in the same process, the middle of nine after a second of solving it; NaN where the first took
 *     longer than a tenth of a second
 * @param cpu seconds of processor, all threads
 * @param megabytes largest resident size of the process (Linux VmHWM)
 */
record Measure(String instance, Solver solver, long nodes, long arcs, int steps, long people, long out, double loading, double wall, double again, double cpu, double megabytes) {
  private static final long SHORT_NANOS = 100_000_000;
  private static final long WARM_NANOS = 1_000_000_000;

  /** Child: instance, last step or -1, solver. Prints one line. */
  public static void main(String[] args) throws IOException {
    FlowProblem p = Towns.of(args[0]);
    int last = Integer.parseInt(args[1]);
    if (last >= 0) p = p.until(last);
    Solver solver = Solver.valueOf(args[2]);
    long begun = System.nanoTime();
    solver.load();
    double loading = (System.nanoTime() - begun) / 1e9;
    long before = spent();
    long start = System.nanoTime();
    long out = solver.people(p);
    long wall = solver.passNanos > 0 ? solver.passNanos : System.nanoTime() - start;
    double cpu = solver.passNanos > 0 ? wall / 1e9 : (spent() - before) / 1e9;
    double megabytes = peak();
    System.out.println("measured " + p.nodes() + " " + p.arcs() + " " + (p.horizon() + 1) + " " + p.totalSupply() + " " + out + " " + loading + " " + wall / 1e9
        + " " + (wall > SHORT_NANOS ? Double.NaN : again(solver, p)) + " " + cpu + " " + megabytes);
  }

  private static double again(Solver solver, FlowProblem p) {
    for (long begun = System.nanoTime(); System.nanoTime() - begun < WARM_NANOS; ) solver.people(p);
    long[] nanos = new long[9];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      solver.people(p);
      nanos[i] = solver.passNanos > 0 ? solver.passNanos : System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e9;
  }

  private static long spent() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static double peak() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
    }
    return Double.NaN;
  }

  /** Runs the child; null, with the reason on stderr, where it takes longer than {@code seconds}, or needs more memory than there is. */
  static Measure of(String instance, int last, Solver solver, long seconds) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path said = Files.createTempFile("bench", ".txt");
    try {
      Process child = new ProcessBuilder(List.of(java.toString(), "-Xmx" + heap(solver), "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
          "--enable-native-access=ALL-UNNAMED", Measure.class.getName(), instance, String.valueOf(last), solver.name()))
          .redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      if (!child.waitFor(seconds, TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
        System.err.println(solver + " on " + instance + ": not done after " + seconds + " s");
        return null;
      }
      for (String line : Files.readAllLines(said)) {
        if (line.startsWith("measured ")) return parse(instance, solver, line.split(" "));
      }
      System.err.println(solver + " on " + instance + ": ended with " + child.exitValue());
      return null;
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static String heap(Solver solver) {
    return solver == Solver.JGRAPHT ? "4g" : "2g";
  }

  private static Measure parse(String instance, Solver solver, String[] f) {
    return new Measure(instance, solver, Long.parseLong(f[1]), Long.parseLong(f[2]), Integer.parseInt(f[3]), Long.parseLong(f[4]), Long.parseLong(f[5]),
        Double.parseDouble(f[6]), Double.parseDouble(f[7]), Double.parseDouble(f[8]), Double.parseDouble(f[9]), Double.parseDouble(f[10]));
  }
}
