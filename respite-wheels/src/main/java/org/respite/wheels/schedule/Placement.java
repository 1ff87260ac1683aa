// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/** Finds and takes the earliest slots for a trip among those already taken: no waiting inside a block. */
final class Placement {
  private final Bookings bookings;

  Placement(List<Problem.Servers> servers) {
    bookings = new Bookings(servers);
  }

  void clear() {
    bookings.clear();
  }

  /** The first moment at or after {@code t} at which a trip can set out and be through in time; never if there is none. */
  int earliest(TripType type, int t) {
    int[] starts = new int[type.count()];
    return starts(type, t, starts) ? starts[0] : Calendar.NEVER;
  }

  /** Fills {@code starts} with the earliest begin of each stage; false where the trip does not fit any more. */
  boolean starts(TripType type, int t, int[] starts) {
    int at = t;
    int first = 0;
    while (first < type.count()) {
      int last = first + 1;
      while (last < type.count() && !type.stages().get(last).mayWait()) last++;
      at = block(type, first, last, first == type.heldAt() ? Math.max(at, type.release()) : at, starts);
      if (at == Calendar.NEVER) return false;
      first = last;
    }
    return true;
  }

  /** Places stages {@code [first, last)} without a gap between them; returns the end of the last. */
  private int block(TripType type, int first, int last, int t, int[] starts) {
    int start = t;
    int i = first;
    int at = start;
    while (i < last) {
      Stage s = type.stages().get(i);
      int fits = fit(s, at);
      if (fits == Calendar.NEVER) return Calendar.NEVER;
      if (fits > at) { // the whole block moves by as much, and is tried again from its first stage
        start += fits - at;
        i = first;
        at = start;
        continue;
      }
      starts[i++] = at;
      at += s.seconds();
    }
    return at;
  }

  private int fit(Stage s, int t) {
    int at = s.open().fit(t, s.seconds());
    if (!s.needs()) return at;
    while (at != Calendar.NEVER) {
      int free = bookings.fit(s, at);
      if (free == at) return at;
      at = free == Calendar.NEVER ? free : s.open().fit(free, s.seconds());
    }
    return at;
  }

  /** Takes the slots that a trip under way will have: each stage as soon as it can be. */
  void goOn(TripType type, int stage, int from) {
    int at = from;
    for (int i = stage; i < type.count(); i++) {
      Stage s = type.stages().get(i);
      int start = fit(s, at);
      if (start == Calendar.NEVER) return;
      if (s.needs()) bookings.book(s, start);
      at = start + s.seconds();
    }
  }

  void take(TripType type, int[] starts) {
    for (int i = 0; i < starts.length; i++) {
      Stage s = type.stages().get(i);
      if (s.needs()) bookings.book(s, starts[i]);
    }
  }
}
