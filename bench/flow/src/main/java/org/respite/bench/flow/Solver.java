// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.flow;

import com.google.ortools.Loader;
import com.google.ortools.graph.MaxFlow;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;

/** Who solves: ours gives the whole curve with its proof, the peers the last number alone. */
enum Solver {
  /** The curve for every step, and the certificate for every step. */
  RESPITE(Long.MAX_VALUE) {
    @Override
    long people(FlowProblem p) {
      ArrivalFlow solved = EarliestArrival.solve(p);
      if (!Certificate.prove(p, solved).holds()) throw new IllegalStateException("no proof");
      return solved.arrived()[p.horizon()];
    }
  },
  /** The curve for every step, nothing checked. */
  RESPITE_UNPROVED(Long.MAX_VALUE) {
    @Override
    long people(FlowProblem p) {
      return EarliestArrival.solve(p).arrived()[p.horizon()];
    }
  },
  OR_TOOLS(40_000_000) {
    @Override
    void load() {
      Loader.loadNativeLibraries();
    }

    @Override
    long people(FlowProblem p) {
      MaxFlow flow = new MaxFlow();
      Explicit.describe(p, flow::addArcWithCapacity);
      MaxFlow.Status status = flow.solve(0, 1);
      if (status != MaxFlow.Status.OPTIMAL) throw new IllegalStateException("OR-Tools says " + status);
      return flow.getOptimalFlow();
    }
  },
  JGRAPHT(2_000_000) {
    @Override
    long people(FlowProblem p) {
      var graph = new DirectedWeightedMultigraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
      IntStream.range(0, Explicit.nodes(p)).forEach(graph::addVertex);
      Explicit.describe(p, (tail, head, capacity) -> {
        if (tail != head) graph.setEdgeWeight(graph.addEdge(tail, head), capacity);
      });
      return Math.round(new PushRelabelMFImpl<>(graph).calculateMaximumFlow(0, 1));
    }
  },
  /** What cannot be beaten by whoever looks at each arc and step once: the sum of 16 bits for each of them. */
  ONE_PASS(Long.MAX_VALUE) {
    @Override
    long people(FlowProblem p) {
      short[] all = new short[Math.toIntExact(Explicit.arcs(p))];
      long sum = 0;
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        for (short s : all) sum += s;
        best = Math.min(best, System.nanoTime() - start);
      }
      passNanos = best;
      return sum;
    }
  };

  /** More arcs of the explicit network than this are not given to the solver. */
  final long mostArcs;

  /** Nanoseconds of the pass itself, where that is what is measured; 0 otherwise. */
  long passNanos;

  Solver(long mostArcs) {
    this.mostArcs = mostArcs;
  }

  /** What is done once and not counted: native code is unpacked and linked. */
  void load() {}

  /** People out by the last step. */
  abstract long people(FlowProblem p);
}
