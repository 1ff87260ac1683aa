// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a flow and a cut of a changed problem where they differ from a flow and a cut that {@link Certificate} has checked in full. What is the same there is as right as
 * it was; what is not is told by comparing the two, never by asking whoever made them: rows of arcs, capacities, runs of the cut. O(n + m), and the steps of what differs.
 */
final class Recount {
  static final String ONLY = "nodes, storage, sinks, arcs, transit times, homes and last step must be those of the solved problem; only capacities may differ, and arcs and sinks be added";

  private final FlowProblem before;
  private final FlowProblem p;
  private final FlowOverTime flowBefore;
  private final FlowOverTime flow;

  /**
   * The earlier arcs, nodes and homes must be among the later ones with the same numbers; only capacities of arcs may differ.
   *
   * @throws IllegalArgumentException if anything else does
   */
  Recount(FlowProblem before, FlowOverTime flowBefore, FlowProblem p, FlowOverTime flow) {
    this.before = before;
    this.flowBefore = flowBefore;
    this.p = p;
    this.flow = flow;
    if (!p.isGrownFrom(before)) throw new IllegalArgumentException(ONLY);
  }

  private boolean sameRow(int arc) {
    if (arc >= flowBefore.arcs()) return flow.row(arc) == null;
    return flow.row(arc) == flowBefore.row(arc) || Arrays.equals(flow.row(arc), flowBefore.row(arc));
  }

  /** Every rule the flow breaks; the earlier flow broke none. */
  List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    boolean[] near = new boolean[p.nodes()];
    for (int arc = 0; arc < p.arcs(); arc++) {
      boolean same = sameRow(arc);
      if (!same || !p.sameCapacity(arc, before)) Certificate.checkArc(p, flow, arc, found);
      if (!same) near[p.tail(arc)] = near[p.head(arc)] = true;
    }
    NodeBalance balance = new NodeBalance(p, flow, near);
    for (int v = 0; v < near.length; v++) if (near[v] && !p.isSink(v)) Certificate.checkNode(p, balance, v, found);
    return List.copyOf(found);
  }

  /** What {@code cut} lets pass, where {@code cutBefore} let {@code valueBefore} pass, which must have been no more than a long holds. */
  long cutValue(CutOverTime cutBefore, long valueBefore, CutOverTime cut) {
    boolean[] moved = new boolean[p.nodes()];
    long gone = 0;
    long come = 0;
    for (int v = 0; v < moved.length; v++) {
      moved[v] = v >= before.nodes() || !cut.sameSide(v, cutBefore);
      if (!moved[v]) continue;
      if (v < before.nodes()) gone += cutBefore.storagePeople(v);
      come = Certificate.sum(come, cut.storagePeople(v));
    }
    for (int arc = 0; arc < p.arcs(); arc++) {
      if (!moved[p.tail(arc)] && !moved[p.head(arc)] && p.sameCapacity(arc, before)) continue;
      if (arc < before.arcs()) gone += cutBefore.arcPeople(arc);
      come = Certificate.sum(come, cut.arcPeople(arc));
    }
    for (int i = 0; i < p.releaseNode.length; i++) {
      if (!moved[p.releaseNode[i]]) continue;
      gone += cutBefore.homePeople(i);
      come = Certificate.sum(come, cut.homePeople(i));
    }
    return Certificate.sum(valueBefore - gone, come);
  }
}
