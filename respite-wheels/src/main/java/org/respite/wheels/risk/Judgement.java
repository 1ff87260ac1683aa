// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.risk;

import java.util.List;

/**
 * A schedule over the draws.
 *
 * @param draws worlds it was played in
 * @param allOut share of the draws in which every vehicle that went in is out by the end of its window
 * @param expected mean worth of what arrives
 * @param low 5th percentile of it
 * @param high 95th percentile of it
 * @param noBed mean number of trips that come out and find no bed any more for those on board
 * @param turnedBack mean number of trips that turn back or are not sent any more
 * @param caught by trip: share of the draws in which its vehicle is inside at the end
 * @param where by trip: the stage before which it most often stands then; -1 where it never is
 */
public record Judgement(int draws, double allOut, double expected, double low, double high, double noBed, double turnedBack, List<Double> caught, List<Integer> where) {
  public Judgement {
    caught = List.copyOf(caught);
    where = List.copyOf(where);
  }
}
