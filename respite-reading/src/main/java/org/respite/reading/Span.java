// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * A stretch of a text: 0-based, half-open {@code [begin, end)}, in UTF-16 units of the text as decoded.
 *
 * @param begin first unit, at least 0
 * @param end one past the last unit, at least {@code begin}
 */
public record Span(int begin, int end) {
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("span must be 0 <= begin <= end, got [" + begin + ", " + end + ")");
    }
  }

  /** The characters of this span: exactly {@code text.substring(begin, end)}. */
  public String in(String text) {
    return text.substring(begin, end);
  }

  public int length() {
    return end - begin;
  }

  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }
}
