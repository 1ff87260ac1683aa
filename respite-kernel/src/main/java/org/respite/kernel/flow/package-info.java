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
 *   <li>{@code Walks}: what brought people at the step before, by moves back as well, is tried once more.
 *   <li>{@code TreeSearch} finds those whom all this misses, over the residual network of (node, step) pairs, never built: a tree grows around the sinks, one
 *       around the homes that hold people, and where they meet people are brought. Trees are mended, not grown anew (Boykov and Kolmogorov 2004; levels as with
 *       Goldberg, Hed, Kaplan, Tarjan and Werneck 2011). A tree around the sinks that can grow no more is useless for good, since nobody there can be brought
 *       later either: such ends cost, over all steps together, at most one look at each arc and step. Ways found become routes ({@code Learned}).
 * </ol>
 *
 * Routes, quotas and walks are guesses that cost nothing when wrong: a step is complete when the gates are full, nobody is left, or one of the trees
 * can grow no more. One thread, no clock, no hashing: the same problem gives the same flow.
 *
 * <h2>After a change</h2>
 *
 * The whole curve, where the change touches no bottleneck: the cuts of all steps are nested, and kept as the step for which each pair joined ({@code NestedCuts}), so that a
 * change is a sum over the steps of its arcs.
 *
 * <p>{@link org.respite.kernel.flow.MaximumFlow#after} answers by the last step what other capacities, a second way or a new gate bring, from the best flow before:
 *
 * <ol>
 *   <li>Made ready once: the places from which a sink can still be reached, the sink side of a smallest cut, and those that homes with people can reach, each with its
 *       level ({@code Reach}; 64 steps in one operation).
 *   <li>{@code Unsending}: who no longer fits goes home.
 *   <li>A new way must enter the sink side through what was opened or has been left: from there back to a home and on to a sink along falling levels, which rise where the
 *       room is taken ({@code Descent}; Ahuja and Orlin 1991).
 *   <li>{@code LastStepSearch}, over what is not on the sink side, finds the ways that go through several openings, or shows that there are none. What it met is the rest of the new cut.
 *   <li>{@code Recount}: rows of the flow, runs of the cut and capacities that differ from those checked before are checked; the rest was.
 * </ol>
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
 * Worst case: augmenting ways on the explicit network, of least moves within each tree. The trees take turns by the places they have looked at, so that a step costs
 * at most twice what the cheaper of the two alone would. Memory: 4 bytes per step for each arc that carries anybody and for each node that a tree
 * meets, 50 bytes for each pair in a tree, some 200 bytes per node and arc. Measured: {@code bench/logs/flow-0.2.0.txt}.
 *
 * <h2>Weakness</h2>
 *
 * Streets full deep inside the town, so that every step brings people by exchanges with those who left long ago: a town of 2,025 nodes and 20,000 people takes 2,900
 * augmentations of one or two people, each a thousand looks. Where waiting on the way pays, no route has it. A large town spends most of its
 * time on routes, not on proof: one search over all nodes a step. A changed capacity that binds costs a whole solution
 * where the whole curve is wanted. The answer by one step costs 0.2 to 8 per cent of one in the middle, once that step has been made ready and its levels are laid, which takes 6 to 120 per cent (the
 * most where a solution itself takes 0.3 s and the code is cold). A change that sends thousands home, such as a gate shut that all use, may cost half
 * a solution.
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
 *   <li>Layers and blocking flows (Dinic 1970), a pass for every two to five people: 46 million pairs met in a town of 2,025 nodes, 7.9 s; trees: 5.5 million, 2.7 s.
 *   <li>One tree around the sinks alone, guided by keys that prefer pairs near homes: 14.2 million places looked at there, 4.5 instead of 1.8 for grid5k.
 *   <li>Orphans that take any parent with a way to the root, not one of lower level: half as many places given up, no less time.
 *   <li>The tree with fewer ends grows, whatever it has cost so far: 4.9 instead of 0.9 million places looked at around the homes of grid20k.
 *   <li>Rates planned by a lexicographically optimal static flow (Megiddo 1974), as quotas or as routes with fractions: as many people missed as
 *       before (4,800 of 20,000), for a static flow knows nothing of lengths; the home that is last needs its <em>shortest</em> way at full rate from the first step.
 *   <li>All routes laid anew group by group, homes that clear last first: 5 to 20 per cent fewer missed, and the searches for routes doubled.
 *   <li>No searches for one step alone, the trees instead: 54 instead of 6 s for grid20k. Content with 32 homes also when routes are looked for: 4.2 instead of 2.7 s for grid5k.
 *   <li>Solving again after a change that binds by sending everybody the ways of the earlier flow, as far as they go, and searching for the rest:
 *       42 s for grid5k where solving anew takes 2 s, and 0.4 instead of 0.2 s for grid1k; each departure that is early once is missed at the end.
 *   <li>The same by moving as few people as need be: ways of least cost over (node, step) pairs, labels kept as potentials and mended after each change. Equal to
 *       solving anew in 24,480 chained changes. One unit more at a gate 0.01 instead of 0.11 s for grid400, 0.12 instead of 0.2 to 0.4 for grid1k, 45.9 instead of
 *       2.3 for grid5k; one less 0.02 and 3.1; a new gate 0.30, and 2.75 for grid1k; 500 people more 0.14 there. The labels to begin with cost as much as a
 *       solution: 2.05 beside 4.08 s for grid20k, 2.97 beside 2.40 for the streets of Aleppo.
 *   <li>What a change brings by the last step, by blocking flows over all that can still reach a sink: 140 to 2,570 ms for grid5k, 480 steps, where solving takes 1,800; over what is
 *       not on the sink side alone: 1 to 28, but 17 to 356 for grid20k by step 240; with levels from the homes: 2 to 10.
 *   <li>The same with levels by the streets alone, laid in no time, in place of those by the flow: 6 to 250 ms there, and 550 to 680 for a new gate of grid5k instead of 4.
 *   <li>Within the sink side, any way by depth first where falling levels are blocked: 27 to 84 s for a full gate of grid20k shut; levels that rise: 0.1 to 1.0.
 *   <li>Where everybody is out, levels towards sinks reached soon after the last arrival first: 1.1 instead of 1.5 s for Aleppo's streets over 24 hours, nothing won over 8.
 *   <li>Those levels pair by pair: 1.04 instead of 0.25 s for grid20k, 1.8 instead of 0.3 s from the homes of Aleppo's streets.
 *   <li>One search for the homes that are behind and all others together, skipped while routes stay as they are: 3.6 instead of 2.3 s for grid5k, nothing won for grid20k.
 *   <li>Rows of the flow by place instead of by arc, arrays of the searches held in locals: nothing that stands out of the noise.
 *   <li>Homes for which room was sought in vain left out for 2 to 16 steps: other searches took what these saved.
 *   <li>With layers: a guide that is renewed every eight steps only: 104 million pairs met in the last step of grid5k's many, 26 million when it is renewed as homes run dry.
 *   <li>With layers: widening the limit by a quarter instead of doubling it: 115 instead of 57 million pairs there, as the passes grow in number.
 *   <li>Moves back to what had led to somebody, within a blocking flow: as many passes as without, 9.1 instead of 8.5 s.
 *   <li>Only the routes of homes that are ahead give way to others: narrow homes reached their full rate after 40 to 60 steps, and 1,600 instead of
 *       500 people were missed at the end of grid5k.
 *   <li>Searching for routes only every twelfth step: the balance at the end suffers.
 * </ul>
 */
package org.respite.kernel.flow;
