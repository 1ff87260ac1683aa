// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.simplify;

/**
 * Streets as a flow over time sees them. Arcs are numbered from 0 to {@code tail.length}, exclusive; arrays are not copied.
 *
 * @param nodes numbered from 0 to this, exclusive; people may wait at each as long as they like
 * @param transit steps from entering an arc to being at its head, 0 or more
 * @param capacity people who may enter an arc in each step, 0 or more, the same in all steps
 */
public record TimedArcs(int nodes, int[] tail, int[] head, int[] transit, int[] capacity) {
  public TimedArcs {
    if (head.length != tail.length || transit.length != tail.length || capacity.length != tail.length) throw new IllegalArgumentException("an arc needs tail, head, transit and capacity, got %d, %d, %d and %d".formatted(tail.length, head.length, transit.length, capacity.length));
    for (int a = 0; a < tail.length; a++) {
      if (tail[a] < 0 || tail[a] >= nodes || head[a] < 0 || head[a] >= nodes || transit[a] < 0 || capacity[a] < 0) throw new IllegalArgumentException("arc %d from %d to %d, transit %d, capacity %d, with %d nodes".formatted(a, tail[a], head[a], transit[a], capacity[a], nodes));
    }
  }
}
