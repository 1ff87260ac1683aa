// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.Arrays;

/** Incidents that were laid on hours: the hour, how long until the first of their tellings came, and who told of each. Columns that grow. */
final class Laid {
  private int[] hour = new int[256];
  private int[] delay = new int[256];
  private int[] begin = new int[257];
  private int[] teller = new int[512];
  private int size;

  /** Opens the next incident; its tellers follow, who told it first before all others. */
  void add(int atHour, int delayHours) {
    if (size == hour.length) {
      hour = Arrays.copyOf(hour, 2 * size);
      delay = Arrays.copyOf(delay, 2 * size);
      begin = Arrays.copyOf(begin, 2 * size + 1);
    }
    hour[size] = atHour;
    delay[size++] = delayHours;
    begin[size] = begin[size - 1];
  }

  /** One teller more of the incident added last. */
  void tell(int sender) {
    if (begin[size] == teller.length) teller = Arrays.copyOf(teller, 2 * teller.length);
    teller[begin[size]++] = sender;
  }

  int size() {
    return size;
  }

  int hour(int i) {
    return hour[i];
  }

  /** Hours between the hour of the incident and the one in which it was first told. */
  int delay(int i) {
    return delay[i];
  }

  int firstTeller(int i) {
    return teller[begin[i]];
  }

  int tellers(int i) {
    return begin[i + 1] - begin[i];
  }

  int teller(int i, int k) {
    return teller[begin[i] + k];
  }
}
