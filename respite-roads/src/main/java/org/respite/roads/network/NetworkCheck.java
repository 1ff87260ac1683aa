// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the columns of a network fit together, so that whatever reads them later cannot step outside. A checksum only tells that a file is
 * as it was written; this tells that it makes sense. O(nodes + links + points).
 */
final class NetworkCheck {
  private final Map<Column, ByteBuffer> columns;

  NetworkCheck(Map<Column, ByteBuffer> columns) {
    this.columns = columns;
  }

  /** The first fault in words, or none. Plain statements: a chain of lambdas would cost a new JVM more than all the checks. */
  Optional<String> firstFault() {
    long nodes = count(Column.NODE_LON);
    long links = count(Column.FROM);
    Optional<String> fault = sizes(nodes, links);
    if (fault.isEmpty()) fault = offsets(Column.FIRST_OUT, count(Column.OUT));
    if (fault.isEmpty()) fault = offsets(Column.LABEL_AT, count(Column.LABEL_TEXT));
    if (fault.isEmpty()) fault = offsets(Column.FIRST_POINT, count(Column.POINT_LON));
    if (fault.isEmpty()) fault = offsets(Column.FIRST_TURN_ARC, count(Column.TURN_ARC));
    if (fault.isEmpty()) fault = offsets(Column.FIRST_SPAN, count(Column.SPAN_FROM));
    if (fault.isEmpty()) fault = below(Column.TIMED_ARC, 2 * links);
    if (fault.isEmpty()) fault = below(Column.TIMED_HOURS, count(Column.FIRST_SPAN) - 1);
    if (fault.isEmpty()) fault = below(Column.TURN_HOURS, count(Column.FIRST_SPAN) - 1);
    if (fault.isEmpty()) fault = below(Column.FROM, nodes);
    if (fault.isEmpty()) fault = below(Column.TO, nodes);
    if (fault.isEmpty()) fault = below(Column.OUT, 2 * links);
    if (fault.isEmpty()) fault = below(Column.TURN_ARC, 2 * links);
    if (fault.isEmpty()) fault = below(Column.LENGTH, Integer.MAX_VALUE + 1L);
    if (fault.isEmpty()) fault = below(Column.LABEL, count(Column.LABEL_AT) - 1);
    if (fault.isEmpty()) fault = bytesBelow(Column.CLASS, RoadClass.values().length);
    if (fault.isEmpty()) fault = bytesBelow(Column.SURFACE, Surface.values().length);
    return fault.isEmpty() ? turns() : fault;
  }

  private long count(Column c) {
    return columns.get(c).capacity() / c.width();
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
        case TURN_USERS, TURN_ONLY, TURN_HOURS -> count(Column.TURN_USERS);
        case TIMED_ARC, TIMED_USERS, TIMED_ALLOWED, TIMED_HOURS -> count(Column.TIMED_USERS);
        case FIRST_SPAN -> Math.max(2, count(c));
        case SPAN_FROM, SPAN_TO -> count(Column.SPAN_FROM);
        case LABEL_TEXT, TURN_ARC -> count(c);
      };
      if (columns.get(c).capacity() != wanted * c.width() || wanted > Integer.MAX_VALUE / c.width()) return fault(c, "has %,d bytes and should have %,d".formatted(columns.get(c).capacity(), wanted * c.width()));
    }
    return Optional.empty();
  }

  /** A copy: one move of memory and a plain loop are faster in a JVM that has just started than reads through the mapping. */
  private int[] ints(Column c) {
    int[] copy = new int[columns.get(c).capacity() / Integer.BYTES];
    columns.get(c).asIntBuffer().get(copy);
    return copy;
  }

  private byte[] bytes(Column c) {
    byte[] copy = new byte[columns.get(c).capacity()];
    columns.get(c).get(0, copy);
    return copy;
  }

  private Optional<String> offsets(Column c, long end) {
    int[] s = ints(c);
    long before = 0;
    for (int i = 0; i < s.length; i++) {
      int at = s[i];
      if (at < before || i == 0 && at != 0) return fault(c, "does not rise at %,d".formatted(i));
      before = at;
    }
    return before == end ? Optional.empty() : fault(c, "ends at %,d where %,d should be".formatted(before, end));
  }

  private Optional<String> below(Column c, long bound) {
    int[] s = ints(c);
    for (int i = 0; i < s.length; i++) {
      int value = s[i];
      if (value < 0 || value >= bound) return fault(c, "holds %,d at %,d, outside [0, %,d)".formatted(value, i, bound));
    }
    return Optional.empty();
  }

  private Optional<String> bytesBelow(Column c, int bound) {
    byte[] s = bytes(c);
    for (int i = 0; i < s.length; i++) {
      int value = s[i] & 0xff;
      if (value >= bound) return fault(c, "holds %d at %,d, outside [0, %d)".formatted(value, i, bound));
    }
    return Optional.empty();
  }

  private Optional<String> turns() {
    int[] s = ints(Column.FIRST_TURN_ARC);
    for (int i = 0; i + 1 < s.length; i++) {
      if (s[i + 1] - s[i] < 2) return fault(Column.FIRST_TURN_ARC, "has a turn of fewer than 2 arcs at %,d".formatted(i));
    }
    return Optional.empty();
  }

  private static Optional<String> fault(Column c, String what) {
    return Optional.of("column %s %s".formatted(c.name().toLowerCase(java.util.Locale.ROOT), what));
  }
}
