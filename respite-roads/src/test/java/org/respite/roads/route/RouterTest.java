// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.attributes.Figure;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.Label;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.NetworkColumns.Kind;
import org.respite.roads.network.NetworkColumns.Limits;
import org.respite.roads.network.NetworkColumns.Way;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Surface;
import org.respite.roads.network.TurnRule;
import org.respite.roads.osm.OsmText;

class RouterTest {
  //        C
  //        |11
  //  A--10-B--12-D      E below B, F below D, way 14 from E to F
  //        |13   |15
  //        E--14-F
  private static final String MAP =
      """
      node A 0 1
      node B 1 1
      node C 1 2
      node D 2 1
      node E 1 0
      node F 2 0
      way 10 A-B highway=residential
      way 11 B-C highway=residential
      way 12 B-D highway=residential
      way 13 B-E highway=residential
      way 14 E-F highway=residential
      way 15 D-F highway=residential
      """;

  private static String way(String map, char from, char to, RoadUser user) {
    StreetNetwork n = OsmText.network(map);
    double[] cost = Router.freeFlow(n, new ArcFigures(n, StreetTable.standard(), Figure::mid), user);
    return new Router(n, user, cost).find(OsmText.node(n, from), OsmText.node(n, to))
        .map(r -> Arrays.stream(r.arcs()).mapToObj(a -> String.valueOf(n.way(a >> 1))).collect(Collectors.joining(" "))).orElse("no way");
  }

  @Test
  void aForbiddenTurnIsDrivenAroundAndWalkedAcross() {
    String map = MAP + "turn 1 from=10 via=B to=12 restriction=no_straight_on\n";
    assertThat(way(map, 'A', 'D', RoadUser.CAR)).isEqualTo("10 13 14 15");
    assertThat(way(map, 'A', 'D', RoadUser.FOOT)).isEqualTo("10 12");
    assertThat(way(map, 'C', 'D', RoadUser.CAR)).isEqualTo("11 12");
  }

  @Test
  void theOnlyTurnAllowedLeavesNoOther() {
    String map = MAP + "turn 1 from=10 via=B to=13 restriction=only_right_turn\n";
    assertThat(way(map, 'A', 'D', RoadUser.CAR)).isEqualTo("10 13 14 15");
    assertThat(way(map, 'A', 'C', RoadUser.CAR)).isEqualTo("10 13 14 15 12 11");
  }

  @Test
  void anExceptionLetsBusesTurn() {
    String map = MAP + "turn 1 from=10 via=B to=12 restriction=no_straight_on except=psv\n";
    assertThat(way(map, 'A', 'D', RoadUser.BUS)).isEqualTo("10 12");
    assertThat(way(map, 'A', 'D', RoadUser.TRUCK)).isEqualTo("10 13 14 15");
  }

  @Test
  void aRuleOverAStreetInBetweenHoldsForThoseWhoCameThatWay() {
    String map = MAP + "turn 1 from=10 via=13 to=14 restriction=no_u_turn\n";
    assertThat(way(map, 'A', 'F', RoadUser.CAR)).isEqualTo("10 12 15");
    assertThat(way(map + "turn 2 from=10 via=B to=12 restriction=no_straight_on\n", 'A', 'F', RoadUser.CAR)).isEqualTo("no way");
    assertThat(way(map, 'C', 'F', RoadUser.CAR)).isIn("11 13 14", "11 12 15");
  }

  @Test
  void aBollardStopsCarsAndNobodyElse() {
    String map = MAP.replace("node B 1 1", "node B 1 1 barrier=bollard");
    assertThat(way(map, 'A', 'D', RoadUser.CAR)).isEqualTo("no way");
    assertThat(way(map, 'A', 'D', RoadUser.FOOT)).isEqualTo("10 12");
    assertThat(way(map, 'A', 'B', RoadUser.CAR)).isEqualTo("10");
  }

  /** The plain reference: Bellman and Ford over the arcs, the last k arcs remembered as they are. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void itFindsWhatAPlainSearchOverWholePathsFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StreetNetwork n = randomNetwork(random);
    double[] cost = random.doubles(n.arcs(), 1, 10).toArray();
    for (int a = 0; a < cost.length; a++) if (!n.mayUse(a, RoadUser.CAR)) cost[a] = Double.POSITIVE_INFINITY;
    Router router = new Router(n, RoadUser.CAR, cost);
    for (int from = 0; from < n.nodes(); from++) {
      double[] times = router.times(from);
      for (int to = 0; to < n.nodes(); to++) {
        double expected = from == to ? 0 : plain(n, cost, from, to);
        Optional<Router.Route> route = router.find(from, to);
        assertThat(times[to]).as("%d to %d", from, to).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(route.map(Router.Route::seconds).orElse(Double.POSITIVE_INFINITY)).isEqualTo(times[to]);
        route.ifPresent(r -> assertThat(breaksARule(n, Arrays.stream(r.arcs()).boxed().toList())).isFalse());
      }
    }
    int[] all = java.util.stream.IntStream.range(0, n.nodes()).toArray();
    for (int to : all) {
      List<Optional<Router.Route>> back = router.findAllTo(all, to);
      for (int from : all) {
        double expected = router.find(from, to).map(Router.Route::seconds).orElse(Double.POSITIVE_INFINITY);
        if (from == to) expected = 0;
        assertThat(back.get(from).map(Router.Route::seconds).orElse(Double.POSITIVE_INFINITY)).as("%d to %d, searched from its end", from, to).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
        back.get(from).ifPresent(r -> assertThat(breaksARule(n, Arrays.stream(r.arcs()).boxed().toList())).isFalse());
        back.get(from).ifPresent(r -> assertThat(Arrays.stream(r.arcs()).mapToDouble(a -> cost[a]).sum()).isCloseTo(r.seconds(), org.assertj.core.data.Offset.offset(1e-9)));
      }
    }
  }

  private static StreetNetwork randomNetwork(SplittableRandom random) {
    NetworkColumns c = new NetworkColumns();
    int nodes = 7;
    for (int v = 0; v < nodes; v++) c.node(v, v, v, random.nextInt(6) == 0 ? RoadUser.WALKERS : RoadUser.ALL);
    int links = 11;
    for (int l = 0; l < links; l++) {
      Way back = random.nextInt(4) == 0 ? new Way(0, 0, 0) : new Way(RoadUser.ALL, 0, 0);
      c.link(random.nextInt(nodes), random.nextInt(nodes), 1000, new Kind(l, RoadClass.PRIMARY, new Way(RoadUser.ALL, 0, 0), back, 0, 0, Surface.PAVED, Limits.NONE, Label.NONE));
    }
    StreetNetwork bare = c.build(new Provenance("", "", "", "", "", ""));
    NetworkColumns ruled = copy(bare);
    for (int r = 0; r < 8; r++) {
      List<Integer> arcs = new ArrayList<>(List.of(random.nextInt(bare.arcs())));
      for (int length = random.nextInt(2, 4); arcs.size() < length; ) {
        int at = bare.head(arcs.getLast());
        arcs.add(bare.outgoing(bare.firstOut(at) + random.nextInt(bare.degree(at))));
      }
      ruled.turnRule(new TurnRule(arcs, RoadUser.VEHICLES, random.nextInt(3) == 0));
    }
    return ruled.build(bare.provenance());
  }

  private static NetworkColumns copy(StreetNetwork n) {
    NetworkColumns c = new NetworkColumns();
    for (int v = 0; v < n.nodes(); v++) c.node(v, v, v, n.usersThrough(v));
    for (int l = 0; l < n.links(); l++) {
      c.link(n.from(l), n.to(l), 1000, new Kind(l, RoadClass.PRIMARY, new Way(n.users(2 * l), 0, 0), new Way(n.users(2 * l + 1), 0, 0), 0, 0, Surface.PAVED, Limits.NONE, Label.NONE));
    }
    return c;
  }

  /** Shortest over all walks, with the last two arcs as state: enough for rules of up to three arcs. */
  private static double plain(StreetNetwork n, double[] cost, int from, int to) {
    int m = n.arcs();
    double[][] best = new double[m][m + 1];
    for (double[] row : best) Arrays.fill(row, Double.POSITIVE_INFINITY);
    for (int a = 0; a < m; a++) if (n.tail(a) == from) best[a][m] = cost[a];
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int a = 0; a < m; a++) {
        for (int p = 0; p <= m; p++) {
          if (best[a][p] == Double.POSITIVE_INFINITY || (n.usersThrough(n.head(a)) & RoadUser.CAR.bit()) == 0) continue;
          for (int b = 0; b < m; b++) {
            if (n.tail(b) != n.head(a) || b == (a ^ 1) || best[a][p] + cost[b] >= best[b][a]) continue;
            List<Integer> path = p == m ? List.of(a, b) : List.of(p, a, b);
            if (breaksARule(n, path)) continue;
            best[b][a] = best[a][p] + cost[b];
            changed = true;
          }
        }
      }
    }
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < m; a++) if (n.head(a) == to) for (double b : best[a]) least = Math.min(least, b);
    return least;
  }

  private static boolean breaksARule(StreetNetwork n, List<Integer> path) {
    for (int r = 0; r < n.turnRules(); r++) {
      TurnRule rule = n.turnRule(r);
      List<Integer> start = rule.arcs().subList(0, rule.arcs().size() - 1);
      for (int i = 0; i + start.size() < path.size(); i++) {
        if (!path.subList(i, i + start.size()).equals(start)) continue;
        int then = path.get(i + start.size());
        boolean otherOnly = rule.only() && otherAllows(n, start, then);
        if (rule.only() ? then != rule.arcs().getLast() && !otherOnly : then == rule.arcs().getLast()) return true;
      }
    }
    return false;
  }

  /** Two "only" rules with one beginning allow either. */
  private static boolean otherAllows(StreetNetwork n, List<Integer> start, int then) {
    for (int r = 0; r < n.turnRules(); r++) {
      TurnRule rule = n.turnRule(r);
      if (rule.only() && rule.arcs().subList(0, rule.arcs().size() - 1).equals(start) && rule.arcs().getLast() == then) return true;
    }
    return false;
  }
}
