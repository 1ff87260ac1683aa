// SPDX-License-Identifier: Apache-2.0
/**
 * Questions asked of flows over time, each answered through {@link org.respite.kernel.flow.EarliestArrival} and checked by
 * {@link org.respite.kernel.flow.Certificate}: nothing here has a second idea of what a flow is.
 *
 * <ul>
 *   <li>{@link org.respite.kernel.plan.Quickest}: the smallest step by which so many can be out (quickest transshipment,
 *       Hoppe and Tardos 2000). Exact.
 *   <li>{@link org.respite.kernel.plan.LimitedSinks}: sinks that take only so many in all. Exact for a step.
 *   <li>{@link org.respite.kernel.plan.ClassedEvacuation}: who may use which sink. Exact where the classes do not compete; else a plan,
 *       a bound and the gap between them.
 *   <li>{@link org.respite.kernel.plan.Marginals}: what one more of something full adds. Exact re-solves.
 *   <li>{@link org.respite.kernel.plan.Platoons}: departures that people can follow, and what that costs.
 * </ul>
 *
 * <p>Memory and time are those of the solves, but for {@link org.respite.kernel.flow.MaximumFlow}, which looks at the difference alone. All sums are
 * longs, at most 2^62 people.
 *
 * <p>Graveyard, with its numbers: limits of sinks through the earliest-arrival search alone, with all people passing at the last step: grid5k, 480
 * steps, not done after 120 s (now twice the unlimited curve); the last step alone from nothing by blocking flows: grid5k by step 240 36 s
 * beside 4 s for the whole curve, grid20k by 120 130 s beside 13 s (shared machine), so one step is asked of the curve; platoons that take over the people of ways that
 * are dropped: loss 19 % of grid5k where it is 12 % now.
 */
package org.respite.kernel.plan;
