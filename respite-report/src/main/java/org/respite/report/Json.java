// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.respite.engine.answer.Spread;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON in one form: two spaces, line feeds, keys in the order they are written, numbers without exponent and with at most ten
 * significant digits. NaN and infinity are bugs of whoever computed them and are refused by name.
 */
final class Json {
  private static final MathContext TEN = new MathContext(10, RoundingMode.HALF_EVEN);
  private static final JsonFactory FACTORY = JsonFactory.builder().characterEscapes(new Escapes()).build();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** One JSON object as text, ended by a line feed. */
  static String object(Consumer<Json> body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
      out.writeStartObject();
      body.accept(new Json(out));
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  Json text(String key, String value) {
    out.writeStringProperty(key, value);
    return this;
  }

  /** {@code null} for an empty text: absent words are not the same as none said. */
  Json textOrNull(String key, String value) {
    return value.isEmpty() ? nothing(key) : text(key, value);
  }

  Json number(String key, double value) {
    if (!Double.isFinite(value)) throw new IllegalArgumentException("%s must be finite, got %s".formatted(key, value));
    out.writeName(key);
    writeNumber(value);
    return this;
  }

  Json number(String key, long value) {
    out.writeNumberProperty(key, value);
    return this;
  }

  Json numberOrNull(String key, OptionalDouble value) {
    return value.isPresent() ? number(key, value.getAsDouble()) : nothing(key);
  }

  Json flag(String key, boolean value) {
    out.writeBooleanProperty(key, value);
    return this;
  }

  Json nothing(String key) {
    out.writeNullProperty(key);
    return this;
  }

  Json spread(String key, Spread s) {
    return object(key, s, Json::spread);
  }

  Json spread(String key, Optional<Spread> s) {
    return s.map(known -> spread(key, known)).orElseGet(() -> nothing(key));
  }

  /** Low, mid, high and unit into the object that is open. */
  static void spread(Json json, Spread s) {
    json.number("low", s.low()).number("mid", s.mid()).number("high", s.high()).text("unit", s.unit());
  }

  Json object(String key, Runnable body) {
    out.writeName(key);
    out.writeStartObject();
    body.run();
    out.writeEndObject();
    return this;
  }

  <T> Json object(String key, T value, Body<T> body) {
    return object(key, () -> body.write(this, value));
  }

  <T> Json objectOrNull(String key, Optional<T> value, Body<T> body) {
    return value.map(v -> object(key, v, body)).orElseGet(() -> nothing(key));
  }

  <T> Json rows(String key, List<T> rows, Body<T> body) {
    out.writeName(key);
    out.writeStartArray();
    for (T row : rows) {
      out.writeStartObject();
      body.write(this, row);
      out.writeEndObject();
    }
    out.writeEndArray();
    return this;
  }

  Json texts(String key, Iterable<String> values) {
    out.writeName(key);
    out.writeStartArray();
    for (String value : values) out.writeString(value);
    out.writeEndArray();
    return this;
  }

  Json numbers(String key, double... values) {
    out.writeName(key);
    out.writeStartArray();
    for (double value : values) writeNumber(value);
    out.writeEndArray();
    return this;
  }

  Json numbers(String key, long... values) {
    out.writeName(key);
    out.writeStartArray();
    for (long value : values) out.writeNumber(value);
    out.writeEndArray();
    return this;
  }

  private void writeNumber(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
    if (whole) out.writeNumber((long) value);
    else out.writeNumber(new BigDecimal(value).round(TEN).stripTrailingZeros().toPlainString());
  }

  /** Fills an object that is open. */
  interface Body<T> {
    void write(Json json, T value);
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final Separators COLON = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(COLON).withObjectIndenter(TWO_SPACES);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** JSON is read on terminals too: characters that act rather than show go out as escapes. The value is the same. */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      return standardAsciiEscapesForJSON();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      // Halves of a surrogate pair are part of a character that shows.
      boolean escaped = Shown.acts(c) && !Character.isSurrogate((char) c);
      return escaped ? new SerializedString("\\u%04X".formatted(c)) : null;
    }
  }
}
