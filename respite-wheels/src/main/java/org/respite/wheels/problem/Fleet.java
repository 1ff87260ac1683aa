// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

import java.util.List;

/**
 * Vehicles that are alike.
 *
 * @param prefix of their names, such as {@code T} for T001
 * @param count how many; {@link #UNLIMITED} where nobody stated it, each then going once
 * @param load that one carries, in the cargo's unit (tonnes or people)
 * @param volume m3 that one carries; infinite where it does not bind
 * @param tripsEach most trips of one vehicle
 * @param readyAt by vehicle: the first moment it can set out, seconds; empty: all from the beginning
 */
public record Fleet(String id, String name, Kind kind, String prefix, int count, double load, double volume, int tripsEach, List<Integer> readyAt) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Kinds of vehicle. */
  public enum Kind {
    TRUCK("truck"),
    BUS("bus"),
    AMBULANCE("ambulance"),
    CAR("car");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Fleet {
    readyAt = List.copyOf(readyAt);
  }

  /** Ready from the beginning, as many trips as there is time for. */
  public Fleet(String id, String name, Kind kind, int count, double load) {
    this(id, name, kind, kind.name().substring(0, 1), count, load, Double.POSITIVE_INFINITY, count == UNLIMITED ? 1 : UNLIMITED, List.of());
  }

  /** The same vehicles with other times of readiness; where nobody stated how many there are, as many as times are given, each going once. */
  public Fleet with(int[] ready) {
    List<Integer> times = java.util.Arrays.stream(ready).boxed().toList();
    return new Fleet(id, name, kind, prefix, unlimited() ? ready.length : count, load, volume, tripsEach, times);
  }

  public boolean unlimited() {
    return count == UNLIMITED;
  }

  public int readyAt(int vehicle) {
    return vehicle < readyAt.size() ? readyAt.get(vehicle) : 0;
  }

  public String vehicleName(int vehicle) {
    return "%s%03d".formatted(prefix, vehicle + 1);
  }
}
