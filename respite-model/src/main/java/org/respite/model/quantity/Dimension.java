// SPDX-License-Identifier: Apache-2.0
package org.respite.model.quantity;

/** What a number measures. Two units convert into each other only inside one dimension. */
public enum Dimension {
  PEOPLE(50_000_000),
  PEOPLE_RATE(10_000_000),
  SHARE(1),
  RATIO(1_000),
  LENGTH(2_000_000),
  SPEED(100),
  DURATION(527_040),
  MASS(1e9),
  MASS_PER_PERSON_DAY(1_000),
  MASS_PER_PERSON(10_000),
  VOLUME(1e9),
  VOLUME_PER_MASS(1_000),
  TRUCKS(100_000),
  TRUCK_RATE(10_000),
  VEHICLES(100_000),
  LANES(1_000),
  SERVERS(10_000),
  TRUCK_TIME(10_000),
  SEATS(1_000),
  TRUCK_LOAD(100_000),
  BEDS(1_000_000);

  private final double largest;

  Dimension(double largest) {
    this.largest = largest;
  }

  /** The largest value, in the dimension's base unit, that is not taken for a slip of the pen (a city, a year, a fast car). */
  public double largest() {
    return largest;
  }
}
