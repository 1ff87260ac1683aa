// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * One drawing, written element by element. Text and attribute values are escaped here; colours, dashes and fonts are the style sheet's, so
 * that a drawing follows the page into the dark and onto grey paper. Lengths are user units of the view box, rounded to a tenth.
 */
final class Svg implements Content {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private Svg() {}

  /**
   * A drawing that speaks for itself.
   *
   * @param id of the drawing in the page, unique
   * @param title what it is
   * @param description what a person who cannot see it must know
   */
  static Svg drawing(String id, double width, double height, String title, String description) {
    Svg svg = new Svg();
    svg.open("svg", "class", "drawing", "viewBox", "0 0 %s %s".formatted(n(width), n(height)), "role", "img", "aria-labelledby", "%s-t %s-d".formatted(id, id));
    return svg.words("title", title, "id", id + "-t").words("desc", description, "id", id + "-d");
  }

  /** A drawing beside a text that says the same: hidden from screen readers. */
  static Svg ornament(String cssClass, double width, double height) {
    return new Svg().open("svg", "class", cssClass, "viewBox", "0 0 %s %s".formatted(n(width), n(height)), "width", n(width), "height", n(height), "aria-hidden", "true");
  }

  /** @param attributes names and values in turn; values are texts or numbers */
  Svg open(String tag, Object... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  Svg leaf(String tag, Object... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  Svg words(String tag, String text, Object... attributes) {
    start(tag, attributes);
    out.append('>').append(escaped(text)).append("</").append(tag).append('>');
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    return leaf("line", "class", cssClass, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  Svg rect(String cssClass, double x, double y, double width, double height) {
    return leaf("rect", "class", cssClass, "x", x, "y", y, "width", Math.max(0, width), "height", Math.max(0, height));
  }

  Svg label(String cssClass, double x, double y, String text) {
    return words("text", text, "class", cssClass, "x", x, "y", y);
  }

  private void start(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String text = value instanceof Number number ? n(number.doubleValue()) : value.toString();
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(text)).append('"');
    }
  }

  /** A length to a tenth, without a trailing ".0". */
  static String n(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    String shorter = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return shorter.equals("-0") ? "0" : shorter;
  }

  static String escaped(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** Closes what is still open; call once, last. */
  Svg end() {
    while (!open.isEmpty()) close();
    return this;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(out.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
