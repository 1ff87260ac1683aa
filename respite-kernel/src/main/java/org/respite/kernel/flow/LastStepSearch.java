// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Blocking flows (Dinitz 1970) on the residual network of (node, step) pairs, which is never built. Levels are counted from the
 * sinks backward, so only what can still reach a sink is ever looked at: where gates are full for long, that is little.
 * Waiting costs no level (it only leads forward in time, so levels stay free of circles); taking waiting back costs one.
 */
final class LastStepSearch {
  private static final int NONE = 0;

  private final FlowProblem problem;
  private final OpenFlow flow;
  private final int steps;
  private final Links links;
  private final int[] earliest;
  private final int[] homeStart;
  /** Levels of (node, step) pairs, by node, made at first use; 0 for none. The sinks together are level 0, pairs start at 1. */
  private final int[][] level;
  private final int[] homeLevel;
  private final int[] homeNext;
  private int[] current = new int[1024];
  private int[] next = new int[1024];
  private int currentCount;
  private int nextCount;

  /** The path: pair or home number + pairs; arc or node changed, and how. */
  private int[] place = new int[256];
  private int[] item = new int[256];
  private byte[] kind = new byte[256];
  private int[] when = new int[256];
  private int top;

  private static final byte ENTER = 0;
  private static final byte UNENTER = 1;
  private static final byte WAIT = 2;
  private static final byte UNWAIT = 3;
  private static final byte LEAVE = 4;
  private static final byte UNLEAVE = 5;

  LastStepSearch(FlowProblem p, OpenFlow f) {
    problem = p;
    flow = f;
    steps = f.steps;
    boolean[] wanted = new boolean[p.arcs()];
    for (int a = 0; a < wanted.length; a++) {
      boolean leads = p.tail[a] != p.head[a] || p.transit[a] > 0;
      wanted[a] = leads && !p.isSink(p.tail[a]) && p.transit[a] <= p.horizon;
    }
    links = new Links(p, wanted);
    int[] start = new int[p.nodes()];
    Arrays.fill(start, TimedNetwork.NEVER);
    homeStart = new int[p.nodes() + 1];
    for (int i = 0; i < p.releaseNode.length; i++) {
      start[p.releaseNode[i]] = Math.min(start[p.releaseNode[i]], p.releaseStep[i]);
      homeStart[p.releaseNode[i] + 1]++;
    }
    for (int v = 0; v < p.nodes(); v++) homeStart[v + 1] += homeStart[v];
    earliest = links.distances(false, start);
    level = new int[p.nodes()][];
    homeLevel = new int[p.releaseNode.length];
    homeNext = new int[p.releaseNode.length];
  }

  /** Brings to the sinks by the last step all that can be brought in addition; returns how many people. */
  long run() {
    long all = 0;
    while (layer()) all += push();
    return all;
  }

  /** Gives levels to all pairs nearer to the sinks than the nearest home with people; false if no such home is left. */
  private boolean layer() {
    for (int[] row : level) if (row != null) Arrays.fill(row, NONE);
    Arrays.fill(homeLevel, NONE);
    Arrays.fill(homeNext, 0);
    nextCount = 0;
    for (int v = 0; v < problem.nodes(); v++) if (problem.isSink(v)) lookIntoSink(v);
    boolean found = false;
    for (int depth = 1; nextCount > 0 && !found; depth++) {
      int[] swap = current;
      current = next;
      next = swap;
      currentCount = nextCount;
      nextCount = 0;
      while (currentCount > 0) {
        int pair = current[--currentCount];
        if (pair >= 0) found |= lookBack(pair / steps, pair % steps, depth);
        else lookHome(-1 - pair, depth);
      }
    }
    return found;
  }

  private void lookIntoSink(int sink) {
    for (int i = links.inStart[sink]; i < links.inStart[sink + 1]; i++) {
      int arc = links.inArc[i];
      for (int t = earliest(problem.tail[arc]); t + problem.transit[arc] < steps; t++) {
        if (flow.free(arc, t) > 0) give(problem.tail[arc], t, 1);
      }
    }
  }

  private int earliest(int v) {
    return earliest[v] == TimedNetwork.NEVER ? steps : earliest[v];
  }

  /** Gives the pair a level if it has none or a higher one, and queues it for that level. */
  private void give(int v, int t, int depth) {
    if (t < earliest[v]) return;
    if (level[v] == null) level[v] = new int[steps];
    int known = level[v][t];
    if (known != NONE && known <= depth) return;
    level[v][t] = depth;
    queueNext(v * steps + t);
  }

  private void queueNext(int pair) {
    if (nextCount == next.length) next = Arrays.copyOf(next, 2 * nextCount);
    next[nextCount++] = pair;
  }

  private boolean lookBack(int v, int t, int depth) {
    if (level[v][t] != depth) return false;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      if (before >= 0 && flow.free(arc, before) > 0) give(problem.tail[arc], before, depth + 1);
    }
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      if (flow.used(arc, t) > 0 && !problem.isSink(problem.head[arc])) give(problem.head[arc], t + problem.transit[arc], depth + 1);
    }
    if (t > earliest[v] && problem.storage[v] > 0 && flow.room(v, t - 1) > 0) giveWaiting(v, t - 1, depth);
    if (t + 1 < steps && flow.waiting(v, t) > 0) give(v, t + 1, depth + 1);
    boolean found = false;
    for (int k = homeStart[v]; k < homeStart[v + 1]; k++) {
      if (problem.releaseStep[k] > t) continue;
      found |= flow.atHome[k] > 0;
      if (homeLevel[k] != NONE) continue;
      homeLevel[k] = depth + 1;
      queueNext(-1 - k);
    }
    return found;
  }

  private void giveWaiting(int v, int t, int depth) {
    int known = level[v][t];
    if (known != NONE && known <= depth) return;
    level[v][t] = depth;
    if (currentCount == current.length) current = Arrays.copyOf(current, 2 * currentCount);
    current[currentCount++] = v * steps + t;
  }

  private void lookHome(int k, int depth) {
    if (!flow.anybodyLeaves(k)) return;
    int v = problem.releaseNode[k];
    for (int t = problem.releaseStep[k]; t < steps; t++) if (flow.leaving(k, t) > 0) give(v, t, depth + 1);
  }

  private long push() {
    long all = 0;
    for (int k = 0; k < homeLevel.length; k++) {
      if (flow.atHome[k] == 0 || homeLevel[k] == NONE) continue;
      top = 0;
      place[0] = -1 - k;
      while (top >= 0 && flow.atHome[k] > 0) {
        if (place[top] == Integer.MAX_VALUE) all += send(k);
        else if (!advance()) retreat();
      }
    }
    return all;
  }

  private void retreat() {
    int dead = place[top--];
    if (dead >= 0) level[dead / steps][dead % steps] = NONE;
    else homeLevel[-1 - dead] = NONE;
  }

  /** Moves the path's end one place nearer to the sinks. */
  private boolean advance() {
    int at = place[top];
    if (at < 0) return advanceHome(-1 - at);
    int v = at / steps;
    int t = at % steps;
    int below = level[v][t] - 1;
    if (advanceOut(v, t, below) || advanceBack(v, t, below)) return true;
    if (t + 1 < steps && has(v, t + 1, below + 1) && problem.storage[v] > 0 && flow.room(v, t) > 0) return go(v, t + 1, WAIT, v, t);
    if (t > 0 && has(v, t - 1, below) && flow.waiting(v, t - 1) > 0) return go(v, t - 1, UNWAIT, v, t - 1);
    for (int k = homeStart[v]; k < homeStart[v + 1]; k++) {
      if (below > 0 && homeLevel[k] == below && flow.leaving(k, t) > 0) return goTo(-1 - k, UNLEAVE, k, t);
    }
    return false;
  }

  private boolean advanceOut(int v, int t, int below) {
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      int after = t + problem.transit[arc];
      if (after >= steps || flow.free(arc, t) == 0) continue;
      if (problem.isSink(problem.head[arc])) {
        if (below == 0) return goTo(Integer.MAX_VALUE, ENTER, arc, t);
      } else if (has(problem.head[arc], after, below)) {
        return go(problem.head[arc], after, ENTER, arc, t);
      }
    }
    return false;
  }

  private boolean advanceBack(int v, int t, int below) {
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      if (before >= 0 && flow.used(arc, before) > 0 && has(problem.tail[arc], before, below)) {
        return go(problem.tail[arc], before, UNENTER, arc, before);
      }
    }
    return false;
  }

  private boolean advanceHome(int k) {
    int v = problem.releaseNode[k];
    int below = homeLevel[k] - 1;
    for (int t = Math.max(homeNext[k], problem.releaseStep[k]); t < steps; t++) {
      if (!has(v, t, below)) continue;
      homeNext[k] = t;
      return go(v, t, LEAVE, k, t);
    }
    return false;
  }

  private boolean has(int v, int t, int wanted) {
    return wanted > 0 && level[v] != null && level[v][t] == wanted;
  }

  private boolean go(int v, int t, byte how, int what, int step) {
    return goTo(v * steps + t, how, what, step);
  }

  private boolean goTo(int to, byte how, int what, int step) {
    if (++top == place.length) {
      place = Arrays.copyOf(place, 2 * top);
      item = Arrays.copyOf(item, 2 * top);
      kind = Arrays.copyOf(kind, 2 * top);
      when = Arrays.copyOf(when, 2 * top);
    }
    place[top] = to;
    kind[top] = how;
    item[top] = what;
    when[top] = step;
    return true;
  }

  /** Sends all that fits along the path that has reached a sink, and goes back to before the first place that is now full. */
  private long send(int home) {
    long people = flow.atHome[home];
    for (int i = 1; i <= top; i++) people = Math.min(people, room(i));
    int last = top;
    for (int i = last; i >= 1; i--) {
      change(i, people);
      if (room(i) == 0) top = i - 1;
    }
    if (top == last) top = 0; // nobody is left at home: the caller ends the path
    flow.atHome[home] -= people;
    return people;
  }

  private long room(int i) {
    return switch (kind[i]) {
      case ENTER -> flow.free(item[i], when[i]);
      case UNENTER -> flow.used(item[i], when[i]);
      case WAIT -> flow.room(item[i], when[i]);
      case UNWAIT -> flow.waiting(item[i], when[i]);
      case LEAVE -> Long.MAX_VALUE;
      default -> flow.leaving(item[i], when[i]);
    };
  }

  private void change(int i, long people) {
    switch (kind[i]) {
      case ENTER -> flow.enter(item[i], when[i], people);
      case UNENTER -> flow.enter(item[i], when[i], -people);
      case WAIT -> flow.await(item[i], when[i], people);
      case UNWAIT -> flow.await(item[i], when[i], -people);
      case LEAVE -> flow.leave(item[i], when[i], people);
      default -> flow.leave(item[i], when[i], -people);
    }
  }
}
