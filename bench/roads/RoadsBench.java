// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.respite.roads.look.Components;
import org.respite.roads.network.NetworkFile;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.StreetImport;
import org.respite.roads.route.Router;

/**
 * Our side of the comparison. {@code import FILE N THREADS}: N imports with the compact file written. {@code open FILE N}: a compact file opened, all checks
 * included. {@code pairs FILE OUT}: 1,000 random pairs with our times. {@code compare FILE OUT}: what GraphHopper made of them.
 */
public final class RoadsBench {
  private static final Map<RoadClass, Integer> KMH = new HashMap<>();

  static {
    int[] speeds = {90, 90, 85, 85, 65, 65, 55, 55, 40, 40, 25, 25, 10, 15, 25, 15};
    RoadClass[] classes = RoadClass.values();
    for (int c = 0; c < classes.length; c++) KMH.put(classes[c], c < speeds.length ? speeds[c] : 6);
  }

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "import" -> imports(file, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      case "open" -> opens(file, Integer.parseInt(args[2]));
      case "pairs" -> pairs(file, Path.of(args[2]));
      default -> compare(file, Path.of(args[2]));
    }
  }

  private static void imports(Path file, int n, int threads) throws Exception {
    Path out = Files.createTempFile("bench", ".roads");
    for (int i = 0; i < n; i++) {
      long start = System.nanoTime();
      long cpu = cpu();
      StreetNetwork network = StreetImport.read(file, Optional.empty(), threads).read().orElseThrow();
      NetworkFile.write(network, out);
      System.out.printf(Locale.ROOT, "respite-import %s %.3f s wall %.3f s cpu, heap %d MB, file %,d bytes%n", file.getFileName(), (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9, heap(), Files.size(out));
    }
    Files.delete(out);
  }

  private static void opens(Path file, int n) {
    for (int i = 0; i < n; i++) {
      long start = System.nanoTime();
      StreetNetwork network = NetworkFile.open(file).read().orElseThrow();
      System.out.printf(Locale.ROOT, "respite-open %s %.1f ms, %,d nodes, %,d links%n", file.getFileName(), (System.nanoTime() - start) / 1e6, network.nodes(), network.links());
    }
  }

  private static double[] cost(StreetNetwork n) {
    double[] cost = new double[n.arcs()];
    for (int a = 0; a < cost.length; a++) cost[a] = n.mayUse(a, RoadUser.CAR) ? n.metres(a >> 1) * 3.6 / KMH.get(n.roadClass(a >> 1)) : Double.POSITIVE_INFINITY;
    return cost;
  }

  private static void pairs(Path file, Path out) throws Exception {
    StreetNetwork n = StreetImport.read(file, Optional.empty(), 2).read().orElseThrow();
    Components pieces = Components.of(n, RoadUser.CAR);
    int main = pieces.largestPiece();
    int[] nodes = java.util.stream.IntStream.range(0, n.nodes()).filter(v -> pieces.pieceOf(v) == main && n.usersThrough(v) == RoadUser.ALL).toArray();
    SplittableRandom random = new SplittableRandom(20161019);
    Router router = new Router(n, RoadUser.CAR, cost(n));
    List<String> lines = new ArrayList<>();
    long start = System.nanoTime();
    while (lines.size() < 1000) {
      int from = nodes[random.nextInt(nodes.length)];
      int to = nodes[random.nextInt(nodes.length)];
      if (from == to) continue;
      Optional<Router.Route> route = router.find(from, to);
      lines.add(String.format(Locale.ROOT, "%.7f,%.7f,%.7f,%.7f,%d,%d,%s", n.lonE7(from) / 1e7, n.latE7(from) / 1e7, n.lonE7(to) / 1e7, n.latE7(to) / 1e7, from, to, route.map(r -> String.format(Locale.ROOT, "%.3f", r.seconds())).orElse("none")));
    }
    System.out.printf(Locale.ROOT, "respite-route %s 1,000 pairs %.3f s%n", file.getFileName(), (System.nanoTime() - start) / 1e9);
    Files.write(out, lines);
  }

  /** Equal within 0.1 % and 0.5 s; each other pair with what sets the two apart. */
  private static void compare(Path file, Path peer) throws Exception {
    StreetNetwork n = StreetImport.read(file, Optional.empty(), 2).read().orElseThrow();
    Router router = new Router(n, RoadUser.CAR, cost(n));
    Map<String, Integer> arcOf = segments(n);
    Map<String, Integer> verdicts = new TreeMap<>();
    for (String line : Files.readAllLines(peer)) {
      String[] f = line.split(",", -1);
      double ours = f[6].equals("none") ? Double.POSITIVE_INFINITY : Double.parseDouble(f[6]);
      double theirs = f[7].equals("none") ? Double.POSITIVE_INFINITY : Double.parseDouble(f[7]);
      String[] points = f[9].split(";");
      String verdict = theirs == Double.POSITIVE_INFINITY ? "no way in theirs: " + f[9] : verdict(n, arcOf, f, points);
      if (ours == theirs && ours == Double.POSITIVE_INFINITY) verdict = "no way in both";
      else if (Math.abs(ours - theirs) <= 0.5 + 0.001 * ours) verdict = "equal";
      else if (verdict.isEmpty() && ours < theirs) verdict = "ours quicker: we drive ways " + apart(n, router.find(Integer.parseInt(f[4]), Integer.parseInt(f[5])).orElseThrow().arcs(), points);
      verdicts.merge(verdict.replaceFirst(" at node.*", ""), 1, Integer::sum);
      if (!verdict.equals("equal") && !verdict.startsWith("no way in both")) System.out.println(f[6] + " against " + f[7] + " s from " + n.osmNode(Integer.parseInt(f[4])) + " to " + n.osmNode(Integer.parseInt(f[5])) + ": " + verdict);
    }
    System.out.println("compare " + file.getFileName());
    verdicts.forEach((verdict, count) -> System.out.printf(Locale.ROOT, "  %4d %s%n", count, verdict));
  }

  private static String point(double lon, double lat) {
    return String.format(Locale.ROOT, "%.6f %.6f", lon, lat);
  }

  private static Map<String, Integer> segments(StreetNetwork n) {
    Map<String, Integer> arcOf = new HashMap<>();
    for (int l = 0; l < n.links(); l++) {
      for (int i = 1; i < n.points(l); i++) {
        String a = point(n.lonE7(l, i - 1) / 1e7, n.latE7(l, i - 1) / 1e7);
        String b = point(n.lonE7(l, i) / 1e7, n.latE7(l, i) / 1e7);
        arcOf.put(a + ";" + b, 2 * l);
        arcOf.put(b + ";" + a, 2 * l + 1);
      }
    }
    return arcOf;
  }

  /** What in their way is closed to us; "" where nothing is. */
  private static String verdict(StreetNetwork n, Map<String, Integer> arcOf, String[] f, String[] points) {
    String start = point(Double.parseDouble(f[0]), Double.parseDouble(f[1]));
    String end = point(Double.parseDouble(f[2]), Double.parseDouble(f[3]));
    if (!points[0].equals(start)) return "they start elsewhere: no car edge of theirs meets the node, at node " + f[4];
    if (!points[points.length - 1].equals(end)) return "they end elsewhere: no car edge of theirs meets the node, at node " + f[5];
    int before = -1;
    for (int i = 1; i < points.length; i++) {
      Integer arc = arcOf.get(points[i - 1] + ";" + points[i]);
      if (arc == null) continue;
      if (!n.mayUse(arc, RoadUser.CAR)) return "they drive way " + n.way(arc >> 1) + ", closed to cars in ours";
      if (before >= 0 && before != arc && n.head(before) == n.tail(arc)) {
        int node = n.head(before);
        if ((n.usersThrough(node) & RoadUser.CAR.bit()) == 0) return "they pass the barrier at node " + n.osmNode(node);
        for (int r = 0; r < n.turnRules(); r++) {
          var rule = n.turnRule(r);
          if (rule.arcs().getFirst() == before && rule.arcs().size() == 2 && (rule.only() ? rule.arcs().getLast() != (int) arc : rule.arcs().getLast() == (int) arc)) {
            return "they take a turn that a relation forbids, from way " + n.way(before >> 1) + " to " + n.way(arc >> 1) + ", at node " + n.osmNode(node);
          }
        }
      }
      before = arc;
    }
    return "";
  }

  private static String apart(StreetNetwork n, int[] arcs, String[] points) {
    Set<String> theirs = new HashSet<>(Arrays.asList(points));
    Set<Long> ways = new java.util.LinkedHashSet<>();
    for (int a : arcs) if (!theirs.contains(point(n.lonE7(n.head(a)) / 1e7, n.latE7(n.head(a)) / 1e7))) ways.add(n.way(a >> 1));
    return ways.stream().limit(6).toList().toString();
  }

  private static long heap() {
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
