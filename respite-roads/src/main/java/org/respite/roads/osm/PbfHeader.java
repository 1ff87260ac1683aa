// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What the first block of a PBF file says.
 *
 * @param sorted whether it promises nodes, then ways, then relations, each by id
 * @param replicationSeconds seconds since 1970 of the OSM data's state, 0 where not stated
 */
record PbfHeader(boolean sorted, long replicationSeconds) {
  private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

  /** Refuses by name what a reader must understand and we do not. */
  static PbfHeader read(byte[] block) throws BrokenSource {
    Set<String> optional = new HashSet<>();
    long seconds = 0;
    for (Wire w = new Wire(block, 0, block.length); w.more(); ) {
      int key = w.key();
      switch (key) {
        case 4 << 3 | Wire.BYTES -> require(text(w.message()));
        case 5 << 3 | Wire.BYTES -> optional.add(text(w.message()));
        case 32 << 3 -> seconds = w.varint();
        default -> w.skip(key);
      }
    }
    return new PbfHeader(optional.contains("Sort.Type_then_ID"), seconds < 0 || seconds > 1L << 40 ? 0 : seconds);
  }

  private static String text(Wire w) {
    return new String(w.buf, w.pos, w.end - w.pos, StandardCharsets.UTF_8);
  }

  private static void require(String feature) throws BrokenSource {
    if (UNDERSTOOD.contains(feature)) return;
    String remedy = feature.equals("HistoricalInformation")
        ? "give an extract of one moment, for example with `osmium time-filter`"
        : "write the file again without that feature";
    throw new BrokenSource("osm-feature", "it requires the feature `%s`, which is not understood here".formatted(feature), remedy);
  }
}
