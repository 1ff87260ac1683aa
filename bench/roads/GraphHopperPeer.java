// SPDX-License-Identifier: Apache-2.0
import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * GraphHopper 11 on the same files. {@code import FILE N}: N imports, seconds each, nothing prepared beyond its graph. {@code route FILE PAIRS OUT}: car
 * times at one speed for each class, its own access and turn rules; PAIRS is a CSV that RoadsBench writes, OUT repeats it with GraphHopper's seconds,
 * metres and the points of its way.
 */
public final class GraphHopperPeer {
  private static final Map<String, Integer> KMH = Map.ofEntries(
      Map.entry("MOTORWAY", 90), Map.entry("TRUNK", 85), Map.entry("PRIMARY", 65), Map.entry("SECONDARY", 55), Map.entry("TERTIARY", 40), Map.entry("UNCLASSIFIED", 25),
      Map.entry("RESIDENTIAL", 25), Map.entry("LIVING_STREET", 10), Map.entry("SERVICE", 15), Map.entry("ROAD", 25), Map.entry("TRACK", 15));

  public static void main(String[] args) throws Exception {
    if (args[0].equals("import")) {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        long start = System.nanoTime();
        long cpu = cpu();
        open(args[1]).close();
        System.out.printf(Locale.ROOT, "graphhopper-import %s %.3f s wall %.3f s cpu%n", Path.of(args[1]).getFileName(), (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
      }
      return;
    }
    GraphHopper hopper = open(args[1]);
    List<String> out = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      String[] f = line.split(",");
      GHRequest request = new GHRequest(Double.parseDouble(f[1]), Double.parseDouble(f[0]), Double.parseDouble(f[3]), Double.parseDouble(f[2])).setProfile("car");
      request.putHint("ch.disable", true);
      request.putHint("instructions", false);
      GHResponse response = hopper.route(request);
      if (response.hasErrors()) {
        out.add(line + ",none,none," + response.getErrors().getFirst().getClass().getSimpleName());
        continue;
      }
      ResponsePath p = response.getBest();
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < p.getPoints().size(); i++) points.append(String.format(Locale.ROOT, "%.6f %.6f;", p.getPoints().getLon(i), p.getPoints().getLat(i)));
      out.add(String.format(Locale.ROOT, "%s,%.3f,%.2f,%s", line, p.getRouteWeight(), p.getDistance(), points));
    }
    Files.write(Path.of(args[3]), out);
  }

  private static GraphHopper open(String file) throws Exception {
    CustomModel model = new CustomModel().setDistanceInfluence(0.0);
    model.addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"));
    boolean first = true;
    for (Map.Entry<String, Integer> e : KMH.entrySet()) {
      String condition = "road_class == " + e.getKey();
      model.addToSpeed(first ? Statement.If(condition, Statement.Op.LIMIT, String.valueOf(e.getValue())) : Statement.ElseIf(condition, Statement.Op.LIMIT, String.valueOf(e.getValue())));
      first = false;
    }
    model.addToSpeed(Statement.Else(Statement.Op.LIMIT, "6"));
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(file);
    hopper.setGraphHopperLocation(Files.createTempDirectory("gh").toString());
    hopper.setEncodedValuesString("car_access, road_class");
    hopper.setProfiles(new Profile("car").setCustomModel(model).setTurnCostsConfig(TurnCostsConfig.car()));
    hopper.setMinNetworkSize(0);
    hopper.getRouterConfig().setSimplifyResponse(false);
    hopper.importOrLoad();
    return hopper;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
