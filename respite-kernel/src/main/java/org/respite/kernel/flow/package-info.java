// SPDX-License-Identifier: Apache-2.0
/**
 * Flows over time with proof: method notes.
 *
 * <h2>Model and theorem</h2>
 *
 * {@link org.respite.kernel.flow.FlowProblem}: whole steps, whole people, transit times from 0, capacities by step, storage at nodes, homes with releases, one sink
 * side. An earliest-arrival flow exists there, and bringing to the sinks at step t = 0, 1, ... whoever can still be brought finds it without
 * giving back what was out earlier (Gale 1959; Minieka 1973; Baumann and Skutella 2009). By each step as many are out as a cut over time lets pass.
 *
 * <h2>Method</h2>
 *
 * <ol>
 *   <li>{@code TimedNetwork} drops what lies on no way within the horizon.
 *   <li>{@code Routes}: ways that fit together are repeated step after step (Ford and Fulkerson 1958). {@code RouteSearch} finds new ones over the nodes, in
 *       buckets of equal time to the sink (Dial 1969), also against a route, which is then joined anew. {@code Quota} says what each home should send for all to
 *       run dry together; who is behind pushes others aside, homes with narrow ways out first.
 *   <li>{@code TreeSearch} looks over the residual network of (node, step) pairs, never built, for those whom the routes miss: layers and
 *       blocking flows (Dinic 1970), promising pairs first ({@code Guide}). What it meets in vain is useless for good, since nobody there can be brought later
 *       either: so the passes in vain cost, over all steps together, at most one look at each arc and step. Its ways become routes ({@code Learned}).
 * </ol>
 *
 * Routes, quotas and the guide are guesses that cost nothing when wrong: a step is complete when the gates are full, nobody is left, or a pass was in vain.
 * One thread, no clock, no hashing: the same problem gives the same flow.
 *
 * <h2>Proof</h2>
 *
 * {@link org.respite.kernel.flow.Certificate} recounts the flow from the problem alone and grows, step by step, the set of pairs from which a change of the flow leads
 * to the sinks: a cut over time of equal value. Steps by which everybody in reach is out are proved by the homes alone.
 *
 * <h2>Bounds</h2>
 *
 * Capacities and storage up to 2^31 - 1, all supplies together up to 2^62, nodes x (horizon + 1) up to 2^31 - 65, arcs, nodes and releases up to 2^28 (a move is packed
 * into an int). Sums of people are longs and cannot overflow; a cut whose value does not fit counts as without limit. Larger problems are refused with the estimate.
 *
 * <h2>Time and memory</h2>
 *
 * Worst case: that of augmenting in layers on the explicit network. Memory: 4 bytes per step for each arc that carries anybody and for each node that the layered search
 * meets, some 200 bytes per node and arc. Measured: {@code bench/logs/flow-0.2.0.txt}.
 *
 * <h2>Weakness</h2>
 *
 * The last steps before everybody but a few narrow homes is out: if those were late to use their ways out at the beginning, hundreds of exchanges
 * through the past of dry homes are needed, a few people a pass (grid5k, step 447: 360 people, 80 passes over 300,000 pairs each). Where waiting
 * on the way pays, no route has it, and the search does the work at every step.
 *
 * <h2>Tried and lost</h2>
 *
 * Whole curve of street grids (5,041 and 20,164 nodes, 480 steps) and of a drawn world (217 nodes, 2,880 steps); seconds of processor, machines not alike:
 *
 * <ul>
 *   <li>Repeating each step's augmenting walks, reversals and all: 168 s for grid5k.
 *   <li>No quotas, so that near homes ran dry first: 67 s for grid5k.
 *   <li>Depth-first search over pairs with a growing limit of steps: 39 s for the drawn world, one step of it half of that; layers: 2 s.
 *   <li>The same depth-first search as a first look of 131,072 pairs before the layers: 7 s for the drawn world, nothing won on the grids.
 *   <li>Layers begun anew at each widening of the limit: five passes in vain for each that finds somebody.
 *   <li>A guide that is renewed every eight steps only: 104 million pairs met in the last step of grid5k's many, 26 million when it is renewed as homes run dry.
 *   <li>Widening the limit by a quarter instead of doubling it: 115 instead of 57 million pairs there, as the passes grow in number.
 *   <li>Moves back to what had led to somebody, within a blocking flow: as many passes as without, 9.1 instead of 8.5 s.
 *   <li>The guide's look at dry homes costs where people may wait on the way: 3.5 instead of 2.2 s for the drawn world; kept for the grids' sake.
 *   <li>Only the routes of homes that are ahead give way to others: narrow homes reached their full rate after 40 to 60 steps, and 1,600 instead of
 *       500 people were missed at the end of grid5k.
 *   <li>Searching for routes only every fourth or twelfth step: the balance at the end suffers.
 * </ul>
 */
package org.respite.kernel.flow;
