// SPDX-License-Identifier: Apache-2.0
/**
 * Flows over time with proof. Model: {@link org.respite.kernel.flow.FlowProblem}. Theorem: with one common sink side an
 * earliest-arrival flow exists, and bringing to the sinks at step t = 0, 1, ... whoever can still be brought finds it
 * without giving back what was out earlier (Gale 1959; Minieka 1973; Baumann and Skutella 2009).
 *
 * <p>Memory: 4 bytes per step for each arc that carries anybody, one bit per (node, step). Worst case of time: no better
 * than augmenting paths on the explicit network; a pass costs at most one look at each arc and step, and a pass in vain
 * settles what it saw for good. Weak spot: the last steps before everybody is out, when homes have not run dry in balance.
 *
 * <p>Graveyard, whole curve of a street grid of 20,164 nodes, 480 steps: repeating each step's augmenting walks, reversals and
 * all, made grid5k last 168 s; no quotas, so that near homes ran dry first: 67 s for grid5k; the search limit kept
 * from step to step: 40 s and more for the last three steps alone; late homes pushing others aside: 27 to 49 s;
 * searching for routes only every fourth or twelfth step: 12 to 13 s, since the balance at the end suffers. Kept: 8 to 10 s.
 */
package org.respite.kernel.flow;
