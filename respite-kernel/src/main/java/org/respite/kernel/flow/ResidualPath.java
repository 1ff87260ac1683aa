// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A way through the residual network from a home towards a sink, as a search lengthens and shortens it. Places are (node, step) pairs, packed as
 * node x steps + step, homes {@code -1 - home}, and {@link #OUT} for the sinks; each place but the first has the move that led to it.
 */
final class ResidualPath {
  static final int OUT = Integer.MAX_VALUE;

  private int[] place = new int[256];
  private int[] move = new int[256];
  private int[] when = new int[256];
  private int top;

  void start(int first) {
    top = 0;
    place[0] = first;
  }

  /** Moves made; -1 when even the start has been given up. */
  int length() {
    return top;
  }

  int end() {
    return place[top];
  }

  /** Gives up the last place, and returns it. */
  int shorten() {
    return place[top--];
  }

  void shortenTo(int length) {
    top = Math.min(top, length);
  }

  void lengthen(int to, int kind, int item, int step) {
    if (++top == place.length) {
      place = Arrays.copyOf(place, 2 * top);
      move = Arrays.copyOf(move, 2 * top);
      when = Arrays.copyOf(when, 2 * top);
    }
    place[top] = to;
    move[top] = ResidualFlow.move(kind, item);
    when[top] = step;
  }

  /** To the place where {@code by} is, by its move. */
  void lengthen(Neighbours by) {
    lengthen(by.place, by.kind, by.item, by.step);
  }

  /** How many people the path has room for, {@code people} at most. */
  long room(OpenFlow flow, long people) {
    long most = people;
    for (int i = 1; i <= top; i++) most = Math.min(most, flow.roomFor(move[i], when[i]));
    return most;
  }

  /** Makes all moves by so many people, at most {@link #room}. */
  void make(OpenFlow flow, long people) {
    for (int i = 1; i <= top; i++) flow.make(move[i], when[i], people);
  }

  /** Sends all that fits along the whole way, at most {@code people}, and goes back to before the first move that now has no room. Returns how many. */
  long send(OpenFlow flow, long people) {
    long most = room(flow, people);
    for (int i = top; i >= 1; i--) {
      flow.make(move[i], when[i], most);
      if (flow.roomFor(move[i], when[i]) == 0) top = i - 1;
    }
    return most;
  }
}
