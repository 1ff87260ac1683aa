// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** One rule that a flow over time breaks. Arcs and nodes are the problem's numbers; amounts are people. */
public sealed interface Violation {
  /** Fewer than nobody enter an arc. */
  record Negative(int arc, int step, int people) implements Violation {}

  /** More enter an arc at a step than may. */
  record OverCapacity(int arc, int step, int people, int capacity) implements Violation {}

  /** Somebody leaves a sink. */
  record LeavesSink(int arc, int step, int people) implements Violation {}

  /** More have left a node by the end of a step than had come, been released and not left before. */
  record NotThere(int node, int step, long missing) implements Violation {}

  /** More strangers wait at a node from the step to the next than may; those still at home are not counted. */
  record OverStorage(int node, int step, long people, int storage) implements Violation {}

  /** The flow has another number of people out by a step than is claimed. */
  record ArrivalsDiffer(int step, long claimed, long counted) implements Violation {}

  /** More people are out at a sink by the last step than it takes in all. */
  record OverLimit(int sink, long people, long limit) implements Violation {}
}
