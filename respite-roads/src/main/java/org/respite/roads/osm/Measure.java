// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OSM's measures: a number with or without a unit, feet and inches, decimal comma (wiki.openstreetmap.org/wiki/Map_features/Units). */
final class Measure {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,6})?)\\s*([a-zA-Z/]*)");
  private static final Pattern FEET = Pattern.compile("(\\d{1,4})\\s*(?:'|ft)\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|in))?");
  private static final double FOOT_M = 0.3048;
  private static final double INCH_M = 0.0254;

  private Measure() {}

  /** A number of one to three digits and nothing else, or -1: what most tags hold, without a pattern. */
  static int wholeNumber(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i == 3) return -1;
      value = 10 * value + c - '0';
    }
    return text.isEmpty() ? -1 : value;
  }

  /** Metres; empty where the words are not understood. */
  static OptionalDouble metres(String text) {
    Matcher feet = FEET.matcher(text);
    if (feet.matches()) return OptionalDouble.of(Integer.parseInt(feet.group(1)) * FOOT_M + (feet.group(2) == null ? 0 : Double.parseDouble(feet.group(2)) * INCH_M));
    return number(text, unit -> switch (unit) {
      case "", "m", "metre", "metres", "meter", "meters" -> 1;
      case "cm" -> 0.01;
      case "km" -> 1000;
      case "ft", "feet" -> FOOT_M;
      case "in" -> INCH_M;
      default -> Double.NaN;
    });
  }

  /** Tonnes; empty where the words are not understood. */
  static OptionalDouble tonnes(String text) {
    return number(text, unit -> switch (unit) {
      case "", "t", "ton", "tons", "tonnes" -> 1;
      case "kg" -> 0.001;
      case "st" -> 0.90718474;
      case "lbs", "lb" -> 0.00045359237;
      default -> Double.NaN;
    });
  }

  /** km/h; empty where the words are not understood. */
  static OptionalDouble kmh(String text) {
    return number(text, unit -> switch (unit) {
      case "", "km/h", "kmh", "kph" -> 1;
      case "mph" -> 1.609344;
      case "knots" -> 1.852;
      default -> Double.NaN;
    });
  }

  private interface Unit {
    double factor(String word);
  }

  private static OptionalDouble number(String text, Unit unit) {
    Matcher m = NUMBER.matcher(text.trim());
    if (!m.matches()) return OptionalDouble.empty();
    double factor = unit.factor(m.group(2));
    return Double.isNaN(factor) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(m.group(1).replace(',', '.')) * factor);
  }
}
