// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.engine.streets.Drives.Pace;
import org.respite.model.scenario.Position;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Trait;
import org.respite.roads.route.Router;
import org.respite.roads.route.Vehicle;
import org.respite.roads.route.Vehicle.Measure;

/**
 * Why a vehicle finds no way, and what would. Limits are asked one by one: the largest size that still gets through is found by bisection over the limits
 * that are tagged, since whatever lets a large vehicle through lets a smaller one.
 *
 * @param why in words
 * @param remedy in words
 */
record NoWay(String why, String remedy) {
  /** @param to the node of the graph that is not reached */
  static NoWay of(Drives drives, VehicleClass c, int from, int to, StreetPlan plan) {
    return new Search(drives, c, plan.graph.networkNode(from), plan.graph.networkNode(to), plan).told();
  }

  private record Search(Drives drives, VehicleClass c, int from, int to, StreetPlan plan) {
    NoWay told() {
      Optional<Router.Route> unhindered = find(c.vehicle().withoutSize(), true);
      if (unhindered.isPresent()) return limits(unhindered.get());
      Optional<Router.Route> inPeace = find(c.vehicle().withoutSize(), false);
      if (inPeace.isPresent()) return new NoWay("war shuts %s on the only ways".formatted(shut(inPeace.get())), "have it cleared, or name a place that can be reached; " + nearest());
      Optional<Router.Route> later = drives.atOtherHours().router(c.vehicle().withoutSize(), Pace.MIDDLE, c.kmh(Pace.MIDDLE), true).find(from, to);
      if (later.isPresent()) return new NoWay("signs or turn rules that hold in a part of the windows close the only ways: " + signed(later.get()), "ask that they be waived, or for hours in which they do not hold; " + nearest());
      return new NoWay("no way that %ss may drive leads there inside the area, by class of street, sign or turn rule".formatted(c.kind()), nearest());
    }

    private Optional<Router.Route> find(Vehicle v, boolean war) {
      return drives.router(v, Pace.MIDDLE, c.kmh(Pace.MIDDLE), war).find(from, to);
    }

    private NoWay limits(Router.Route way) {
      List<String> held = new ArrayList<>();
      Vehicle smaller = c.vehicle();
      for (Measure m : Measure.values()) {
        if (find(c.vehicle().withoutSize().with(m, c.vehicle().of(m)), true).isPresent()) continue;
        held.add(holders(way, m));
        smaller = smaller.with(m, largest(m));
      }
      if (held.isEmpty()) return new NoWay("limits of weight and size together leave no way: " + Arrays.stream(Measure.values()).map(m -> holders(way, m)).filter(h -> !h.isEmpty()).collect(Collectors.joining("; ")), nearest());
      Vehicle fits = smaller;
      String sizes = Arrays.stream(Measure.values()).filter(m -> fits.of(m) < c.vehicle().of(m)).map(m -> m.words(fits.of(m))).collect(Collectors.joining(" and "));
      String remedy = find(fits, true).map(r -> "a vehicle of up to %s can, in %.0f min; ".formatted(sizes, r.seconds() / 60)).orElse("");
      return new NoWay(String.join("; ", held), remedy + nearest());
    }

    /** The largest size in one measure, below the vehicle's, that gets through where nothing else holds it up. */
    private double largest(Measure m) {
      StreetNetwork n = plan.network;
      double[] limits = java.util.stream.IntStream.range(0, plan.graph.links()).map(plan.graph::networkLink).filter(l -> l != StreetGraph.NOT_MAPPED)
          .mapToDouble(l -> m.limit(n, l)).filter(x -> x < c.vehicle().of(m)).distinct().sorted().toArray();
      int low = 0;
      int high = limits.length - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (find(c.vehicle().withoutSize().with(m, limits[middle]), true).isPresent()) low = middle;
        else high = middle - 1;
      }
      return limits[low];
    }

    /** What on a way is too small, each street once. */
    private String holders(Router.Route way, Measure m) {
      return Arrays.stream(way.arcs()).map(a -> a >> 1).filter(l -> m.limit(plan.network, l) < c.vehicle().of(m))
          .mapToObj(l -> "%s%s lets through %s".formatted(plan.network.has(l, Trait.BRIDGE) ? "bridge " : "", plan.street(l), m.words(m.limit(plan.network, l)))).distinct().limit(3).collect(Collectors.joining(", "));
    }

    private String shut(Router.Route way) {
      List<Integer> arcs = Arrays.stream(way.arcs()).map(a -> a >> 1).boxed().toList();
      return java.util.stream.IntStream.range(0, plan.graph.links()).filter(l -> drives.isShut(l) && arcs.contains(plan.graph.networkLink(l))).mapToObj(l -> plan.street(plan.graph.networkLink(l))).distinct().limit(3).collect(Collectors.joining(", "));
    }

    /** Streets on a way that a sign closes; where it is a turn, both are open and the way is named by its streets. */
    private String signed(Router.Route way) {
      double[] now = drives.cost(c.vehicle().withoutSize(), Pace.MIDDLE, c.kmh(Pace.MIDDLE), true);
      String closed = Arrays.stream(way.arcs()).filter(a -> now[a] == Double.POSITIVE_INFINITY).mapToObj(a -> plan.street(a >> 1)).distinct().limit(3).collect(Collectors.joining(", "));
      return closed.isEmpty() ? "a turn on the way by " + Arrays.stream(way.arcs()).mapToObj(a -> plan.street(a >> 1)).distinct().limit(5).collect(Collectors.joining(", ")) : closed;
    }

    private String nearest() {
      double[] times = drives.router(c.vehicle(), Pace.MIDDLE, c.kmh(Pace.MIDDLE), true).times(from);
      Position wanted = plan.network.position(to);
      int best = from;
      for (int v = 0; v < times.length; v++) if (times[v] < Double.POSITIVE_INFINITY && plan.network.position(v).metresTo(wanted) < plan.network.position(best).metresTo(wanted)) best = v;
      Position p = plan.network.position(best);
      return "the nearest point that it reaches lies %,.0f m away, at %.5f east, %.5f north".formatted(p.metresTo(wanted), p.lon(), p.lat());
    }
  }
}
