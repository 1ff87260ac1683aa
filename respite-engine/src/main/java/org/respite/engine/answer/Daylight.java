// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.time.Instant;
import java.util.List;

/** Sun over the case's centre on the question's days. */
public record Daylight(List<Day> days, double hoursInWindows, double hoursOfWindows) {
  /** Sunrise and sunset: upper limb on the horizon, standard refraction. */
  public record Day(String date, Instant sunrise, Instant sunset) {}
}
