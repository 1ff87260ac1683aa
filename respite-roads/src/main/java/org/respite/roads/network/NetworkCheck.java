// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the columns of a network fit together, so that whatever reads them later cannot step outside. A checksum only tells that a file is
 * as it was written; this tells that it makes sense. O(nodes + links + points).
 */
final class NetworkCheck {
  private final Map<Column, MemorySegment> columns;

  NetworkCheck(Map<Column, MemorySegment> columns) {
    this.columns = columns;
  }

  /** The first fault in words, or none. */
  Optional<String> firstFault() {
    long nodes = count(Column.NODE_LON);
    long links = count(Column.FROM);
    return sizes(nodes, links)
        .or(() -> offsets(Column.FIRST_OUT, count(Column.OUT)))
        .or(() -> offsets(Column.LABEL_AT, count(Column.LABEL_TEXT)))
        .or(() -> offsets(Column.FIRST_POINT, count(Column.POINT_LON)))
        .or(() -> offsets(Column.FIRST_TURN_ARC, count(Column.TURN_ARC)))
        .or(() -> below(Column.FROM, nodes))
        .or(() -> below(Column.TO, nodes))
        .or(() -> below(Column.OUT, 2 * links))
        .or(() -> below(Column.TURN_ARC, 2 * links))
        .or(() -> below(Column.LENGTH, Integer.MAX_VALUE + 1L))
        .or(() -> below(Column.LABEL, count(Column.LABEL_AT) - 1))
        .or(() -> bytesBelow(Column.CLASS, RoadClass.values().length))
        .or(() -> bytesBelow(Column.SURFACE, Surface.values().length))
        .or(this::turns);
  }

  private long count(Column c) {
    return columns.get(c).byteSize() / c.width();
  }

  private Optional<String> sizes(long nodes, long links) {
    for (Column c : Column.values()) {
      long wanted = switch (c) {
        case NODE_LON, NODE_LAT, NODE_OSM, NODE_USERS -> nodes;
        case FIRST_OUT -> nodes + 1;
        case OUT, USERS, LANES, MAXSPEED -> 2 * links;
        case FROM, TO, WAY, LENGTH, CLASS, TRAITS, TAGGED, SURFACE, WIDTH, MAXWIDTH, MAXHEIGHT, MAXLENGTH, MAXWEIGHT, LABEL -> links;
        case FIRST_POINT -> links + 1;
        case POINT_LON, POINT_LAT -> count(Column.POINT_LON);
        case LABEL_AT -> Math.max(2, count(c));
        case FIRST_TURN_ARC -> count(Column.TURN_USERS) + 1;
        case TURN_USERS, TURN_ONLY -> count(Column.TURN_USERS);
        case LABEL_TEXT, TURN_ARC -> count(c);
      };
      if (columns.get(c).byteSize() != wanted * c.width()) return fault(c, "has %,d bytes and should have %,d".formatted(columns.get(c).byteSize(), wanted * c.width()));
      if (wanted > Integer.MAX_VALUE) return fault(c, "is longer than 2^31 - 1");
    }
    return Optional.empty();
  }

  private Optional<String> offsets(Column c, long end) {
    MemorySegment s = columns.get(c);
    long n = count(c);
    long before = 0;
    for (long i = 0; i < n; i++) {
      int at = s.get(Column.INT, i * Integer.BYTES);
      if (at < before || i == 0 && at != 0) return fault(c, "does not rise at %,d".formatted(i));
      before = at;
    }
    return before == end ? Optional.empty() : fault(c, "ends at %,d where %,d should be".formatted(before, end));
  }

  private Optional<String> below(Column c, long bound) {
    MemorySegment s = columns.get(c);
    for (long i = 0, n = count(c); i < n; i++) {
      int value = s.get(Column.INT, i * Integer.BYTES);
      if (value < 0 || value >= bound) return fault(c, "holds %,d at %,d, outside [0, %,d)".formatted(value, i, bound));
    }
    return Optional.empty();
  }

  private Optional<String> bytesBelow(Column c, int bound) {
    MemorySegment s = columns.get(c);
    for (long i = 0, n = count(c); i < n; i++) {
      int value = s.get(ValueLayout.JAVA_BYTE, i) & 0xff;
      if (value >= bound) return fault(c, "holds %d at %,d, outside [0, %d)".formatted(value, i, bound));
    }
    return Optional.empty();
  }

  private Optional<String> turns() {
    MemorySegment s = columns.get(Column.FIRST_TURN_ARC);
    for (long i = 0, n = count(Column.TURN_USERS); i < n; i++) {
      if (s.get(Column.INT, (i + 1) * Integer.BYTES) - s.get(Column.INT, i * Integer.BYTES) < 2) return fault(Column.FIRST_TURN_ARC, "has a turn of fewer than 2 arcs at %,d".formatted(i));
    }
    return Optional.empty();
  }

  private static Optional<String> fault(Column c, String what) {
    return Optional.of("column %s %s".formatted(c.name().toLowerCase(java.util.Locale.ROOT), what));
  }
}
