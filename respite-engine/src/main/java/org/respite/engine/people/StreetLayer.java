// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import org.respite.engine.streets.Routing;
import org.respite.engine.streets.StreetPlan;
import org.respite.model.scenario.Group;

/**
 * One group's ways over streets: from every cell to every target, and from every street singled out on to the others and the gates. A street
 * singled out is two nodes: before it people may wait, and between the two its capacity counts.
 */
final class StreetLayer {
  private final Network network;
  private final StreetPlan plan;
  private final Routing routing;
  private final int g;
  private final Group group;
  private final int firstCell;
  private final int firstStreet;

  StreetLayer(Network network, StreetPlan plan, Routing routing, int g) {
    this.network = network;
    this.plan = plan;
    this.routing = routing;
    this.g = g;
    this.group = network.group(g);
    firstCell = network.layerNode(g, network.theCase().geography().sites().getFirst().id()) + network.theCase().geography().sites().size();
    firstStreet = firstCell + routing.cells().count();
  }

  void lay() {
    for (int t = 0; t < routing.targets(); t++) if (wanted(t)) to(t);
    int[] singled = routing.singled();
    for (int k = 0; k < singled.length; k++) {
      int capacity = network.shareOf(plan.perHour(singled[k], network.world(), network.theCase()), g);
      network.arc(before(k), before(k) + 1, capacity, 0, network.timeline().open(), new ArcRole.Narrow(group, k));
    }
  }

  /** Gates that do not take the group are no place to go. */
  private boolean wanted(int target) {
    if (target >= plan.entries().size()) return true;
    String entry = plan.entries().get(target);
    return network.theCase().geography().corridors().stream().anyMatch(c -> c.takesOut(group.users(), group.mode()) && c.legs().getFirst().from().equals(entry));
  }

  private void to(int target) {
    int head = target < plan.entries().size() ? network.layerNode(g, plan.entries().get(target)) : before(target - plan.entries().size());
    for (int c = 0; c < routing.cells().count(); c++) {
      way(firstCell + c, head, routing.metres(group.mode(), target, c), new ArcRole.Way(group, -1, c, target));
    }
    for (int k = 0; k < routing.singled().length; k++) {
      if (head != before(k)) way(before(k) + 1, head, routing.metresAlong(group.mode(), k, target), new ArcRole.Way(group, k, -1, target));
    }
  }

  private void way(int tail, int head, double metres, ArcRole.Way role) {
    if (metres == Double.POSITIVE_INFINITY) return;
    int minutes = network.minutes(metres, group);
    if (minutes <= network.timeline().horizon()) network.arc(tail, head, network.unlimited(), minutes, network.timeline().open(), role);
  }

  private int before(int street) {
    return firstStreet + 2 * street;
  }
}
