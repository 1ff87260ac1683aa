// SPDX-License-Identifier: Apache-2.0
/**
 * Has the fire really stopped? From reports that come late, twice, contradictory and vaguely placed to four verdicts:
 * paused, not paused, cannot say, reporting gap.
 */
package org.respite.monitor;
