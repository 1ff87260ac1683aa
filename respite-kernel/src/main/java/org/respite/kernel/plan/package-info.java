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
 */
package org.respite.kernel.plan;
