// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** A way from a home to a sink and how many people a step take it. Arcs are listed from the sink backward. */
final class Route {
  final int[] arcs;
  /** Steps from entering the arc of the same index to being out. */
  final int[] lag;
  final int source;
  /** People per step. */
  int rate;
  /** People sent at the step at hand. */
  int sent;
  /** How often the way found last runs against this route, and in which search that was. */
  int crossed;
  long crossedIn;
  /** How far its home was behind when the routes were last balanced, people per step. */
  double need;
  /** Steps in a row at which fewer went than {@link #rate}. */
  int hindered;

  Route(int[] arcs, int[] transit, int source, int rate) {
    this.arcs = arcs;
    this.source = source;
    this.rate = rate;
    lag = new int[arcs.length];
    int sum = 0;
    for (int i = 0; i < arcs.length; i++) {
      sum += transit[arcs[i]];
      lag[i] = sum;
    }
  }

  /** Steps from home to out. */
  int length() {
    return lag.length == 0 ? 0 : lag[lag.length - 1];
  }
}
