// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Comparator;
import java.util.List;
import org.respite.engine.world.Timeline;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Group;

/** The way through one corridor in one interval, laid into a network. */
final class Passage {
  /**
   * People an hour per metre of usable width: 1.2 people a second and metre, the lower planning value for free crowds
   * (Highway Capacity Manual, pedestrian level of service E, 1.2 to 1.3). Only for legs whose width is known.
   */
  private static final double WALKING_FLOW_PER_METRE = 4_320;

  private final Network network;
  private final Corridor corridor;
  private final List<Integer> takers;
  private final List<Timeline.Open> open;
  /** Where each taker stands, in the takers' order; one common place after the first checkpoint. */
  private int[] stands;

  Passage(Network network, Corridor corridor, List<Integer> takers, Timeline.Open open) {
    this.network = network;
    this.corridor = corridor;
    this.takers = takers;
    this.open = List.of(open);
    stands = takers.stream().mapToInt(g -> network.layerNode(g, corridor.legs().getFirst().from())).toArray();
  }

  void to(int destination) {
    for (Corridor.Leg leg : corridor.legs()) {
      List<Corridor.Checkpoint> here = corridor.checkpoints().stream().filter(p -> p.leg().equals(leg.id())).toList();
      walk(leg, !here.isEmpty());
      here.forEach(this::pass);
    }
    for (int node : stands) network.arc(node, destination, network.unlimited(), 0, open, new ArcRole.Out(corridor));
  }

  private void walk(Corridor.Leg leg, boolean join) {
    double metres = network.world().value(leg.length(), Unit.METRES);
    double capacity =
        leg.width().map(w -> network.world().value(w, Unit.METRES) * WALKING_FLOW_PER_METRE).orElse(Double.POSITIVE_INFINITY);
    if (stands.length == 1) {
      Group slowest = takers.stream().map(network::group).min(Comparator.comparingDouble(network::speed)).orElseThrow();
      stands = new int[] {step(stands[0], network.newNode(), network.whole(capacity), metres, leg, slowest)};
      return;
    }
    int common = join ? network.newNode() : -1;
    int[] next = new int[stands.length];
    for (int i = 0; i < stands.length; i++) {
      int g = takers.get(i);
      next[i] = step(stands[i], join ? common : network.newNode(), network.shareOf(capacity, g), metres, leg, network.group(g));
    }
    stands = join ? new int[] {common} : next;
  }

  private int step(int from, int to, int capacity, double metres, Corridor.Leg leg, Group pace) {
    network.arc(from, to, capacity, network.minutes(metres, pace), open, new ArcRole.Walk(corridor, leg, pace));
    return to;
  }

  private void pass(Corridor.Checkpoint checkpoint) {
    for (Corridor.Stage stage : checkpoint.stages()) {
      int rate = network.whole(Network.perHour(stage, network.world()));
      int takes = (int) Math.ceil(network.world().value(stage.takes(), Unit.MINUTES) - 1e-9);
      int next = network.newNode();
      network.arc(stands[0], next, rate, takes, open, new ArcRole.Pass(corridor, checkpoint, stage, rate));
      stands = new int[] {next};
    }
  }
}
