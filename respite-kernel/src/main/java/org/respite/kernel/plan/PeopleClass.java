// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.Arrays;
import java.util.List;

/**
 * People who may leave by the same sinks: those with a paper for one crossing, patients for one hospital.
 *
 * @param groups where and when they start
 * @param sinks nodes by which they may leave; sorted, without doubles
 */
public record PeopleClass(List<Group> groups, List<Integer> sinks) {
  public PeopleClass {
    groups = List.copyOf(groups);
    sinks = sinks.stream().sorted().distinct().toList();
  }

  /** {@code people} start at {@code node} and may leave home from {@code step} on. */
  public record Group(int node, int step, long people) {}

  /** {@code people} who start at {@code node} at step 0. */
  public static PeopleClass of(int node, long people, int... sinks) {
    return new PeopleClass(List.of(new Group(node, 0, people)), Arrays.stream(sinks).boxed().toList());
  }

  long people() {
    return groups.stream().mapToLong(Group::people).sum();
  }
}
