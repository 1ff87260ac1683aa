// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WeekHours;

/**
 * Streets as one kind of user drives them, with every rule of turning and every barrier written out: a state is an arc together with as much of the way
 * driven as rules need ({@link TurnAutomaton}), a step leads from one state to the next, forwards and backwards. Nobody turns on the spot. Immutable and
 * shared by searches; memory two ints for each state and three for each step.
 */
public final class TurnGraph {
  private final StreetNetwork network;
  private final TurnAutomaton turns;
  /** Steps from state s are {@code first[s] ... first[s + 1] - 1}; {@link #from} and {@link #to} are their ends. */
  final int[] first;
  private int[] from = new int[1024];
  int[] to = new int[1024];
  /** Steps into state s come from {@code earlier[firstInto[s]] ... earlier[firstInto[s + 1] - 1]}. */
  final int[] firstInto;
  final int[] earlier;

  private TurnGraph(StreetNetwork network, RoadUser user, TurnAutomaton turns) {
    this.network = network;
    this.turns = turns;
    first = new int[turns.states() + 1];
    int steps = 0;
    for (int s = 0; s < turns.states(); s++) {
      first[s] = steps;
      int node = network.head(turns.arcOf(s));
      if ((network.usersThrough(node) & user.bit()) == 0) continue;
      for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) steps = step(s, network.outgoing(i), steps);
    }
    first[turns.states()] = steps;
    firstInto = new int[turns.states() + 1];
    earlier = new int[steps];
    reverse(steps);
  }

  /** @param when which rules of turning hold, by their hours */
  public static TurnGraph of(StreetNetwork network, RoadUser user, Predicate<WeekHours> when) {
    return new TurnGraph(network, user, new TurnAutomaton(network, user, when));
  }

  private int step(int state, int arc, int steps) {
    int next = arc == (turns.arcOf(state) ^ 1) ? -1 : turns.next(state, arc);
    if (next < 0) return steps;
    if (steps == to.length) {
      from = Arrays.copyOf(from, 2 * steps);
      to = Arrays.copyOf(to, 2 * steps);
    }
    from[steps] = state;
    to[steps] = next;
    return steps + 1;
  }

  private void reverse(int steps) {
    for (int e = 0; e < steps; e++) firstInto[to[e] + 1]++;
    for (int s = 0; s < turns.states(); s++) firstInto[s + 1] += firstInto[s];
    int[] due = firstInto.clone();
    for (int e = 0; e < steps; e++) earlier[due[to[e]]++] = from[e];
  }

  StreetNetwork network() {
    return network;
  }

  int states() {
    return turns.states();
  }

  int arcOf(int state) {
    return turns.arcOf(state);
  }

  /** The state of one who begins with an arc. */
  int start(int arc) {
    return turns.start(arc);
  }

  /** All states whose arc leads to a node. */
  int[] statesAt(int node) {
    BitSet at = new BitSet();
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) at.set(network.outgoing(i) ^ 1);
    for (int s = network.arcs(); s < states(); s++) if (at.get(arcOf(s))) at.set(s);
    return at.stream().toArray();
  }
}
