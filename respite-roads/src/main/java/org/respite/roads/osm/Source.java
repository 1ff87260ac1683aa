// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A file of OSM elements that can be read more than once. */
interface Source {
  /**
   * Reads the elements of the wanted kinds, in the order of the file. Blocks may be decoded in several threads; {@code merge} is called in one, in
   * order.
   *
   * @param wanted sum of {@link Elements#NODES}, {@link Elements#WAYS}, {@link Elements#RELATIONS}
   * @param block makes the receiver of one block
   */
  <E extends Elements> void read(int wanted, Supplier<E> block, Consumer<E> merge) throws IOException, BrokenSource;

  /** When the data were taken from OSM, ISO 8601, as the file states it; known after the first {@link #read}; empty where it does not. */
  String timestamp();
}
