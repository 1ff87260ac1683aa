// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

/** How much of what there is to tell of an hour has had the time, and somebody, to be told. */
public interface Arrival {
  /**
   * Share of an hour's incidents that has arrived, [0,1].
   *
   * @param hour index into the counts; beyond them, an hour to come
   * @param age whole hours since its end
   */
  double share(int hour, int age);

  /** The same where everybody is still heard. */
  double usual(int age);

  /** One law for all hours: {@code arrived} by age, as in {@link HourClock.Known}. */
  static Arrival of(double[] arrived) {
    return new Arrival() {
      @Override
      public double share(int hour, int age) {
        return usual(age);
      }

      @Override
      public double usual(int age) {
        return arrived[Math.min(age, arrived.length - 1)];
      }
    };
  }
}
