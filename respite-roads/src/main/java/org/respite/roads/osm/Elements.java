// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

/** What a reader of a source wants of it. One instance takes the elements of one block, in one thread. */
interface Elements {
  int NODES = 1;
  int WAYS = 2;
  int RELATIONS = 4;

  /**
   * @param lonE7 degrees times 10^7, as written: possibly outside the world
   * @param tags valid during the call only
   */
  default void node(long id, long lonE7, long latE7, Tags tags) {}

  /**
   * @param refs node ids, the first {@code count} of them; valid during the call only, as are the tags
   */
  default void way(long id, long[] refs, int count, Tags tags) {}

  /** Members and tags are valid during the call only. */
  default void relation(long id, Members members, Tags tags) {}

  /** Whether the nodes of a way with these tags are worth decoding. */
  default boolean wantsWay(Tags tags) {
    return tags.has(Key.HIGHWAY);
  }

  /** Whether the members of a relation with these tags are worth decoding. */
  default boolean wantsRelation(Tags tags) {
    return tags.is(Key.TYPE, "restriction") || tags.get(Key.TYPE).startsWith("restriction:");
  }
}
