// SPDX-License-Identifier: Apache-2.0
/**
 * The pause clock: from counts in time to paused, not paused, cannot say or reporting gap.
 *
 * <p>A count of nothing and no count are different things throughout: the first is evidence, the second is a hole in it.
 */
package org.respite.monitor.clock;
