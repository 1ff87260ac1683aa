// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * What could be said at the end of one day, from that day and those before it only.
 *
 * @param count incidents counted that day; empty where nobody counted
 * @param paused chance that a pause ran on that day, [0,1]
 * @param isPrior whether that is only what was believed before any count: there was nothing to compare with, so it is no finding
 * @param why one sentence, only where the verdict does not follow from the chance alone; else empty
 */
public record DayVerdict(LocalDate day, OptionalInt count, double paused, boolean isPrior, Verdict verdict, String why) {}
