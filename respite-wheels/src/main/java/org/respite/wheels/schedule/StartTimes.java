// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/** When each block of a trip may begin if nothing else were on the road: what calendars, release and the way home alone allow. */
final class StartTimes {
  private final TripType type;
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  /** By block: begins that are possible, as half-open intervals. */
  private final List<Calendar> begins = new ArrayList<>();

  StartTimes(TripType type) {
    this.type = type;
    for (int i = 0; i < type.count(); i++) if (i == 0 || type.stages().get(i).mayWait()) firsts.add(i);
    for (int b = 0; b < firsts.size(); b++) begins.add(alone(b));
    forward();
    backward();
  }

  /** Whether the trip can be made at all. */
  boolean possible() {
    return begins.stream().noneMatch(Calendar::isEmpty);
  }

  private Calendar alone(int block) {
    int end = block + 1 < firsts.size() ? firsts.get(block + 1) : type.count();
    Calendar all = Calendar.ALWAYS;
    int offset = 0;
    for (int i = firsts.get(block); i < end; i++) {
      Stage s = type.stages().get(i);
      all = all.and(shifted(s, offset));
      offset += s.seconds();
    }
    lengths.add(offset);
    return firsts.get(block) == type.heldAt() ? all.notBefore(type.release()) : all;
  }

  private static Calendar shifted(Stage s, int offset) {
    int[] bounds = new int[2 * s.open().count()];
    for (int i = 0; i < s.open().count(); i++) {
      bounds[2 * i] = Math.max(0, s.open().from(i) - offset);
      bounds[2 * i + 1] = Math.max(0, s.open().to(i) - offset - s.seconds() + 1);
    }
    return Calendar.of(bounds);
  }

  private void forward() {
    for (int b = 1; b < begins.size() && !begins.get(b - 1).isEmpty(); b++) begins.set(b, begins.get(b).notBefore(begins.get(b - 1).from(0) + lengths.get(b - 1)));
  }

  private void backward() {
    for (int b = begins.size() - 2; b >= 0; b--) {
      int last = begins.get(b + 1).end() - 1 - lengths.get(b);
      begins.set(b, last < 0 || begins.get(b + 1).isEmpty() ? Calendar.of() : begins.get(b).and(Calendar.of(0, last + 1)));
    }
  }

  /** All the time in which stage {@code i} can keep its server, from and to in turn. */
  List<Integer> spans(int i) {
    int block = blockOf(i);
    return spans(begins.get(block), offset(block, i), type.stages().get(i).occupies());
  }

  private int blockOf(int stage) {
    int block = 0;
    while (block + 1 < firsts.size() && firsts.get(block + 1) <= stage) block++;
    return block;
  }

  private int offset(int block, int stage) {
    int offset = 0;
    for (int k = firsts.get(block); k < stage; k++) offset += type.stages().get(k).seconds();
    return offset;
  }

  /** All the time in which the vehicle can be taken by such a trip, turn-round after it included. */
  List<Integer> vehicleSpans() {
    return spans(begins.getFirst(), 0, taken());
  }

  /** When a vehicle that is free from {@code t} on is free again after such a trip; never if it cannot make it any more. */
  int vehicleFree(int t) {
    int at = t;
    for (int b = 0; b < firsts.size(); b++) {
      at = begins.get(b).fit(at, 1);
      if (at == Calendar.NEVER) return at;
      at += lengths.get(b);
    }
    return at + type.turnRound();
  }

  /** When the server of stage {@code i} that is free from {@code t} on is free again after serving such a trip; never if it cannot any more. */
  int serverFree(int i, int t) {
    int block = blockOf(i);
    int start = begins.get(block).fit(Math.max(0, t - offset(block, i)), 1);
    return start == Calendar.NEVER ? start : start + offset(block, i) + type.stages().get(i).occupies();
  }

  /** Seconds that a trip takes its vehicle at least. */
  int taken() {
    return type.length() + type.turnRound();
  }

  private static List<Integer> spans(Calendar starts, int offset, int seconds) {
    List<Integer> spans = new ArrayList<>();
    for (int i = 0; i < starts.count(); i++) {
      spans.add(starts.from(i) + offset);
      spans.add(starts.to(i) - 1 + offset + seconds);
    }
    return spans;
  }
}
