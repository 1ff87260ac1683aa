// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/**
 * One topic and the stance taken on it.
 *
 * @param topic a term such as {@code halt}, or any other word for what is spoken of, such as {@code bombardment}
 * @param corridor id; empty where it is not about one corridor
 * @param leg id of a corridor's leg; empty where it is not about one
 * @param mode foot, bus, ambulance, truck ...; empty where it is not about one
 * @param window id of the window meant; empty where none is
 * @param target party accused or denied; empty where none is
 */
public record Stated(String topic, Stance stance, String corridor, String leg, String mode, String window, String target, Optional<Figure> figure, String note) {
  /** The six of a document's reader, and "disputes": says that a term as offered is not good enough, without refusing it. */
  public enum Stance {
    AGREES,
    CONDITIONAL,
    REFUSES,
    DISPUTES,
    ASSERTS,
    DENIES,
    ACCUSES;

    /** Cannot stand beside the other in one mouth or about one thing. */
    public boolean against(Stance other) {
      return switch (this) {
        case AGREES, ASSERTS -> other == REFUSES || other == DENIES;
        case REFUSES, DENIES -> other == AGREES || other == ASSERTS;
        case CONDITIONAL, DISPUTES, ACCUSES -> false;
      };
    }
  }

  /**
   * A number that somebody stated, with its range as hedged.
   *
   * @param what what is counted or measured, such as {@code pause length} or {@code people trapped}
   * @param low not above {@code high}
   */
  public record Figure(String what, BigDecimal low, BigDecimal high, String unit) {
    Value.Fields fields() {
      return Value.Fields.with().text("what", what).text("low", low.toPlainString()).text("high", high.toPlainString()).text("unit", unit).done();
    }

    static Figure read(Asked in) {
      BigDecimal low = number(in, "low", in.text("low"));
      BigDecimal high = number(in, "high", in.textOr("high", low.toPlainString()));
      if (high.compareTo(low) < 0) in.fault("high", "the range runs from %s down to %s".formatted(low, high), "write the smaller number as `low`");
      return new Figure(in.text("what"), low, high, in.text("unit"));
    }

    private static BigDecimal number(Asked in, String key, String written) {
      try {
        BigDecimal number = new BigDecimal(written);
        if (number.precision() <= 20 && Math.abs(number.scale()) <= 10) return number;
      } catch (NumberFormatException e) {
        // told below, together with numbers beyond all use
      }
      in.fault(key, "`%s` is `%s`".formatted(key, written), "write a plain decimal number as text, such as \"48\" or \"2.5\"");
      return BigDecimal.ZERO;
    }
  }

  Value.Fields fields() {
    Value.Builder out = Value.Fields.with().text("topic", topic).text("stance", Asked.written(stance)).text("corridor", corridor).text("leg", leg);
    out.text("mode", mode).text("window", window).text("target", target).text("note", note);
    figure.ifPresent(f -> out.put("figure", f.fields()));
    return out.done();
  }

  static Stated read(Asked in) {
    return new Stated(
        in.text("topic"), in.word("stance", Stance.class), in.textOr("corridor", ""), in.textOr("leg", ""), in.textOr("mode", ""), in.textOr("window", ""),
        in.textOr("target", ""), in.one("figure", Figure::read), in.textOr("note", ""));
  }

  static List<Stated> readAll(Asked in) {
    return in.each("claims", Stated::read);
  }
}
