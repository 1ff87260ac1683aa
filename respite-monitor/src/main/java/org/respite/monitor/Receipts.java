// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.respite.monitor.incident.FireColumns;
import org.respite.monitor.incident.Report;

/** When each report was received, from whom, and whether it tells of fire: columns that grow with each report. Copies are signs of life of who sent them. */
final class Receipts {
  private long[] received = new long[64];
  private long[] from = new long[64];
  private int[] sender = new int[64];
  private boolean[] fire = new boolean[64];
  private boolean[] own = new boolean[64];
  private int size;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  /** Fire that is told of a longer span than one incident lasts. */
  private final List<Report> lasting = new ArrayList<>();

  static Receipts of(List<Report> reports) {
    var all = new Receipts();
    reports.forEach(all::add);
    return all;
  }

  void add(Report r) {
    if (size == received.length) {
      received = Arrays.copyOf(received, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      sender = Arrays.copyOf(sender, 2 * size);
      fire = Arrays.copyOf(fire, 2 * size);
      own = Arrays.copyOf(own, 2 * size);
    }
    received[size] = FireColumns.micros(r.received());
    from[size] = FireColumns.micros(r.when().from());
    sender[size] = number(r.origin().source());
    own[size] = r.origin().copiedFrom().isEmpty();
    fire[size++] = r.isFire();
    if (r.isFire() && !HourGrid.isOfOneIncident(r)) lasting.add(r);
  }

  private int number(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known != null) return known;
    names.add(name);
    return names.size() - 1;
  }

  int size() {
    return size;
  }

  long received(int i) {
    return received[i];
  }

  long from(int i) {
    return from[i];
  }

  int sender(int i) {
    return sender[i];
  }

  boolean isFire(int i) {
    return fire[i];
  }

  /** Whether the sender says it of its own, and does not pass on what another said. */
  boolean isOwn(int i) {
    return own[i];
  }

  List<Report> lasting() {
    return lasting;
  }

  int senders() {
    return names.size();
  }

  String name(int sender) {
    return names.get(sender);
  }

  /** Number of that sender; empty where nothing came under the name. */
  OptionalInt findSender(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** When the last of those known by then was received, microseconds; {@code Long.MIN_VALUE} where none was. */
  long last(Instant asOf) {
    long until = FireColumns.micros(asOf);
    long last = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) if (received[i] <= until) last = Math.max(last, received[i]);
    return last;
  }
}
