// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

import java.util.List;

/**
 * A way that a class of vehicle can go and come back, in one window.
 *
 * @param fleet index of the class of vehicle
 * @param window index of the window; a trip begins and ends in one
 * @param release no trip of this kind passes the hold earlier: it sets out then, or goes on from where it has assembled
 * @param delivers index of the stage at whose end the load counts
 * @param turnRound seconds after the last stage until the vehicle can set out again
 * @param arriving by cargo: the part of what is loaded that arrives, 0 where this way does not carry it
 * @param prior of its missions
 * @param refuges stated along its way
 */
public record TripType(
    String id, int fleet, String corridor, String site, int window, int release, List<Stage> stages, int delivers, int turnRound, List<Double> arriving, Prior prior, List<Refuge> refuges) {
  /** Let through for certain. */
  public TripType(
      String id, int fleet, String corridor, String site, int window, int release, List<Stage> stages, int delivers, int turnRound, List<Double> arriving) {
    this(id, fleet, corridor, site, window, release, stages, delivers, turnRound, arriving, Prior.NONE, List.of());
  }

  /**
   * Where a vehicle can stand safe on its way.
   *
   * @param arabic name; empty where it is not known
   * @param stage index of the road that it lies on
   * @param seconds of driving from the begin of that stage
   */
  public record Refuge(String name, String arabic, int stage, int seconds) {}

  /**
   * What becomes of a mission on this way.
   *
   * @param impeded chance that it is held longer, by {@code delay} seconds
   * @param off chance that it is refused or called off
   */
  public record Prior(double impeded, double off, int delay) {
    /** Nobody stated any: missions are judged for their times alone. */
    public static final Prior NONE = new Prior(0, 0, 0);
  }

  public TripType {
    stages = List.copyOf(stages);
    arriving = List.copyOf(arriving);
    refuges = List.copyOf(refuges);
    if (stages.getFirst().kind() == Stage.Kind.ASSEMBLY && (stages.size() < 2 || !stages.get(1).mayWait())) throw new IllegalArgumentException("what follows the assembly must be able to wait for release (%s)".formatted(id));
    if (delivers < 0 || delivers >= stages.size()) throw new IllegalArgumentException("delivers must be in [0, %d), got %d".formatted(stages.size(), delivers));
  }

  /** The same way, not before {@code t}. */
  public TripType notBefore(int t) {
    List<Stage> later = new java.util.ArrayList<>(stages);
    Stage first = stages.getFirst();
    if (heldAt() > 0) later.set(0, new Stage(first.kind(), first.resource(), first.seconds(), first.occupies(), first.takes(), first.open().notBefore(t), first.mayWait(), first.where()));
    return new TripType(id, fleet, corridor, site, window, Math.max(release, t), later, delivers, turnRound, arriving, prior, refuges);
  }

  /** Index of the stage before which a vehicle is held until release: the first after the assembly. */
  public int heldAt() {
    return stages.getFirst().kind() == Stage.Kind.ASSEMBLY ? 1 : 0;
  }

  public int count() {
    return stages.size();
  }

  /** Seconds from setting out to the end of the last stage where nothing makes it wait. */
  public int length() {
    return stages.stream().mapToInt(Stage::seconds).sum();
  }

  /** Index of the first stage of the block that stage {@code s} belongs to: within a block nobody waits. */
  public int blockOf(int s) {
    int i = s;
    while (i > 0 && !stages.get(i).mayWait()) i--;
    return i;
  }

  /**
   * The last moment at which each stage may begin if the vehicle is still to be through with the whole trip in time, nothing making it
   * wait: the turn-back times. -1 where the trip cannot be made at all.
   */
  public int[] lastStarts() {
    int[] last = new int[count()];
    int limit = Calendar.NEVER;
    for (int i = count() - 1; i >= 0; i--) {
      Stage s = stages.get(i);
      last[i] = limit < 0 ? -1 : s.open().latest(limit, s.seconds());
      limit = last[i];
    }
    return last;
  }
}
