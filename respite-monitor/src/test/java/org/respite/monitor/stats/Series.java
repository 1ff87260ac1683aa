// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;

/** Published series, from {@code series.properties}. */
final class Series {
  private Series() {}

  static int[] of(String name) {
    return numbers(text(name));
  }

  static int[][] rows(String name) {
    return Arrays.stream(text(name).split(";")).map(Series::numbers).toArray(int[][]::new);
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static String text(String name) {
    var all = new Properties();
    try (var in = Series.class.getResourceAsStream("series.properties")) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.getProperty(name);
  }
}
