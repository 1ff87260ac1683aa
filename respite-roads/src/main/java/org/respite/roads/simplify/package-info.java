// SPDX-License-Identifier: Apache-2.0
/**
 * Fewer nodes and arcs on which a flow over time is the same, minute by minute: chains contracted, dead ends folded into where they lead, parallel arcs
 * merged; with the way back to the original arcs.
 *
 * <p>Why each step changes no flow is said at {@link org.respite.roads.simplify.Simplification}.
 */
package org.respite.roads.simplify;
