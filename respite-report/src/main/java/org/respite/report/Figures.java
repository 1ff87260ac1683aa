// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.respite.engine.answer.Spread;

/**
 * Figures as people read them: range first, rounded no finer than they are known. Three significant digits for computed people, tonnes
 * and person-days; counts that somebody made are printed as counted. Nothing that is more than zero prints as zero, and nothing short of
 * everybody prints as 100 %.
 */
final class Figures {
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);
  private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);
  /** Keeps a figure and its unit on one line. */
  static final String GLUE = "\u00a0";
  static final String NOT_STATED = "not stated";
  static final String CANNOT_SAY = "cannot say";

  private Figures() {}

  /** Range first, such as "41,000 to 250,000 people (middle 120,000)"; one figure where low and high round to the same. */
  static String spread(Spread s) {
    return range(s) + unit(s.unit()) + middle(s);
  }

  static String spread(Optional<Spread> s, String otherwise) {
    return s.map(Figures::spread).orElse(otherwise);
  }

  /** The range alone, without unit or middle, such as "41,000 to 250,000". */
  static String range(Spread s) {
    return range(s.low(), s.high(), s.unit());
  }

  static String range(double low, double high, String unit) {
    String l = number(low, unit);
    String h = number(high, unit);
    return l.equals(h) ? l : l + " to " + h;
  }

  /** Range with unit, no middle: for narrow columns. */
  static String brief(Spread s) {
    return range(s) + unit(s.unit());
  }

  private static String middle(Spread s) {
    boolean one = number(s.low(), s.unit()).equals(number(s.high(), s.unit()));
    return one ? "" : " (middle %s)".formatted(number(s.mid(), s.unit()));
  }

  /** The unit with the space before it, such as " people" or " %". */
  static String unit(String unit) {
    return switch (unit) {
      case "share", "%" -> GLUE + "%";
      case "h", "d", "t", "min" -> GLUE + unit;
      case "ratio", "" -> "";
      default -> " " + unit;
    };
  }

  /** One computed value without its unit, rounded as its unit asks. */
  static String number(double value, String unit) {
    return switch (unit) {
      case "share" -> percent(value);
      case "h", "d", "trucks" -> tenths(value);
      default -> significant(value);
    };
  }

  /** Three significant digits with thousands separators, such as "41,000" or "1.25". */
  static String significant(double value) {
    return grouped(new BigDecimal(value).round(THREE));
  }

  /** A count as it was made: every digit. */
  static String exact(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number of the case file as it was written there: every digit. */
  static String written(double value) {
    return grouped(new BigDecimal(Double.toString(value)));
  }

  private static String grouped(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    String digits = plain.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String sign = plain.signum() < 0 ? "-" : "";
    return sign + String.format(Locale.ROOT, "%,d", Long.parseLong(whole)) + (point < 0 ? "" : digits.substring(point));
  }

  /** A share in [0, 1] as a percentage without the sign: two digits, never a false 0 or 100. */
  static String percent(double share) {
    double hundred = share * 100;
    if (hundred > 0 && hundred < 0.1) return "under 0.1";
    if (hundred < 100 && hundred >= 99.5) return "over 99";
    if (hundred >= 9.95) return Long.toString(Math.round(hundred));
    return grouped(new BigDecimal(hundred).round(TWO).setScale(1, RoundingMode.HALF_UP));
  }

  /** Hours or days: one decimal below ten, none above; a part of a tenth is not nothing. */
  static String tenths(double value) {
    if (value > 0 && value < 0.05) return "under 0.1";
    int decimals = value < 9.95 ? 1 : 0;
    return grouped(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  static String hours(double hours) {
    return tenths(hours) + GLUE + "h";
  }

  /** Such as "1 warning" and "2 warnings". */
  static String counted(long n, String thing) {
    return "%s %s%s".formatted(exact(n), thing, n == 1 ? "" : "s");
  }
}
