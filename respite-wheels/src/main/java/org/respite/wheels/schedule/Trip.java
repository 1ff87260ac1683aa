// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.List;
import org.respite.wheels.problem.TripType;

/** One way of one vehicle: when each stage begins, and what is on board. Immutable: the arrays are never handed out for writing. */
public final class Trip {
  private final TripType type;
  private final int typeIndex;
  private final int vehicle;
  private final int[] starts;
  private final List<Load> load;

  /**
   * A line of the manifest.
   *
   * @param cargo index of it
   * @param sent units loaded
   * @param arrives units that reach the far end
   */
  public record Load(int cargo, double sent, double arrives) {}

  Trip(TripType type, int typeIndex, int vehicle, int[] starts, List<Load> load) {
    this.type = type;
    this.typeIndex = typeIndex;
    this.vehicle = vehicle;
    this.starts = starts;
    this.load = List.copyOf(load);
  }

  public TripType type() {
    return type;
  }

  /** Index of the type in the problem. */
  public int typeIndex() {
    return typeIndex;
  }

  /** Index of the vehicle in its fleet. */
  public int vehicle() {
    return vehicle;
  }

  public List<Load> load() {
    return load;
  }

  public int start(int stage) {
    return starts[stage];
  }

  /** Not to be written to. */
  int[] starts() {
    return starts;
  }

  public int end(int stage) {
    return starts[stage] + type.stages().get(stage).seconds();
  }

  public int departs() {
    return starts[0];
  }

  /** When it leaves for the area: after the assembly and the hold. */
  public int leaves() {
    return starts[type.heldAt()];
  }

  public int delivered() {
    return end(type.delivers());
  }

  public int through() {
    return end(type.count() - 1);
  }

  /** When whoever is on board comes into the area, and is out of it again; both -1 where no stage is inside. */
  public int[] inside() {
    int from = -1;
    int to = -1;
    for (int i = 0; i < type.count(); i++) {
      if (!type.stages().get(i).kind().inside()) continue;
      if (from < 0) from = starts[i];
      to = end(i);
    }
    return new int[] {from, to};
  }

  Trip as(int otherVehicle, List<Load> other) {
    return new Trip(type, typeIndex, otherVehicle, starts, other);
  }
}
