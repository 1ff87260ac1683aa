// SPDX-License-Identifier: Apache-2.0
package org.respite.model.daylight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.respite.model.scenario.Position;

/**
 * Sunrise and sunset: the sun's upper limb on a flat horizon with standard refraction (zenith 90.833 degrees), after the NOAA solar
 * calculator (Meeus, Astronomical Algorithms, ch. 25). Good to about a minute between 65 degrees south and north.
 */
public final class Sun {
  private static final double ZENITH_DEG = 90.833;
  private static final double JULIAN_DAY_OF_EPOCH = 2_440_587.5;

  private Sun() {}

  /** Up from {@code rise} to {@code set}. */
  public record Up(Instant rise, Instant set) {}

  /** The sun's day at a place, {@code date} being the local date there; empty in polar night and midnight sun. */
  public static Optional<Up> on(LocalDate date, Position place) {
    Instant noon = date.atTime(12, 0).toInstant(ZoneOffset.UTC).minus(Duration.ofSeconds(Math.round(place.lon() * 240)));
    double century = (noon.getEpochSecond() / 86_400.0 + JULIAN_DAY_OF_EPOCH - 2_451_545) / 36_525;
    double declination = declination(century);
    double lat = Math.toRadians(place.lat());
    double cos =
        Math.cos(Math.toRadians(ZENITH_DEG)) / (Math.cos(lat) * Math.cos(declination)) - Math.tan(lat) * Math.tan(declination);
    if (cos < -1 || cos > 1) return Optional.empty();
    Instant transit = noon.minus(seconds(equationOfTimeMinutes(century)));
    double halfDayMinutes = Math.toDegrees(Math.acos(cos)) * 4;
    return Optional.of(new Up(transit.minus(seconds(halfDayMinutes)), transit.plus(seconds(halfDayMinutes))));
  }

  private static Duration seconds(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }

  private static double meanLongitude(double t) {
    return Math.toRadians((280.46646 + t * (36_000.76983 + t * 0.0003032)) % 360);
  }

  private static double meanAnomaly(double t) {
    return Math.toRadians(357.52911 + t * (35_999.05029 - 0.0001537 * t));
  }

  private static double obliquity(double t) {
    double mean = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
    return Math.toRadians(mean + 0.00256 * Math.cos(Math.toRadians(125.04 - 1_934.136 * t)));
  }

  private static double declination(double t) {
    double m = meanAnomaly(t);
    double centre =
        Math.sin(m) * (1.914602 - t * (0.004817 + 0.000014 * t)) + Math.sin(2 * m) * (0.019993 - 0.000101 * t) + Math.sin(3 * m) * 0.000289;
    double apparent =
        meanLongitude(t) + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(Math.toRadians(125.04 - 1_934.136 * t)));
    return Math.asin(Math.sin(obliquity(t)) * Math.sin(apparent));
  }

  private static double equationOfTimeMinutes(double t) {
    double e = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    double l = meanLongitude(t);
    double m = meanAnomaly(t);
    double y = Math.pow(Math.tan(obliquity(t) / 2), 2);
    double radians =
        y * Math.sin(2 * l) - 2 * e * Math.sin(m) + 4 * e * y * Math.sin(m) * Math.cos(2 * l) - 0.5 * y * y * Math.sin(4 * l) - 1.25 * e * e * Math.sin(2 * m);
    return 4 * Math.toDegrees(radians);
  }
}
