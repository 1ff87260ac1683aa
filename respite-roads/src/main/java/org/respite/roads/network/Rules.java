// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the columns hold of turns and of access at times. */
record Rules(Map<Column, ByteBuffer> columns) {
  TurnRule turn(int rule) {
    List<Integer> arcs = new ArrayList<>();
    for (int i = intAt(Column.FIRST_TURN_ARC, rule); i < intAt(Column.FIRST_TURN_ARC, rule + 1); i++) arcs.add(intAt(Column.TURN_ARC, i));
    return new TurnRule(arcs, byteAt(Column.TURN_USERS, rule), byteAt(Column.TURN_ONLY, rule) == 1, hours(intAt(Column.TURN_HOURS, rule)));
  }

  TimedAccess access(int rule) {
    return new TimedAccess(intAt(Column.TIMED_ARC, rule), byteAt(Column.TIMED_USERS, rule), byteAt(Column.TIMED_ALLOWED, rule) == 1, hours(intAt(Column.TIMED_HOURS, rule)));
  }

  private WeekHours hours(int index) {
    List<WeekHours.Span> spans = new ArrayList<>();
    for (int i = intAt(Column.FIRST_SPAN, index); i < intAt(Column.FIRST_SPAN, index + 1); i++) {
      spans.add(new WeekHours.Span(columns.get(Column.SPAN_FROM).getShort(i * Short.BYTES) & 0xffff, columns.get(Column.SPAN_TO).getShort(i * Short.BYTES) & 0xffff));
    }
    return new WeekHours(spans);
  }

  private int intAt(Column c, int i) {
    return columns.get(c).getInt(i * Integer.BYTES);
  }

  private int byteAt(Column c, int i) {
    return columns.get(c).get(i) & 0xff;
  }
}
