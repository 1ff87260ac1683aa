// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replay;

/** What is decided about missions before they set out, by trip: whether it is called off, and seconds that it is held. */
public final class Calls {
  private final boolean[] off;
  private final int[] delay;

  public Calls(boolean[] off, int[] delay) {
    this.off = off.clone();
    this.delay = delay.clone();
  }

  public static Calls none(int trips) {
    return new Calls(new boolean[trips], new int[trips]);
  }

  boolean off(int trip) {
    return off[trip];
  }

  int delay(int trip) {
    return delay[trip];
  }
}
