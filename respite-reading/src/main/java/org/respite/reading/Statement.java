// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.util.List;
import java.util.Optional;

/**
 * A proposal: somebody said something. Nothing of it is confirmed.
 *
 * @param id "s01", "s02" ... in order of the text
 * @param mention where the speaker is named for this statement; empty for a continuation
 * @param cue the reporting words ("has said"); empty for a continuation
 * @param quotes the words inside quotation marks, without the marks
 * @param content the reported clause of a mixed or indirect statement
 * @param saidOn ISO date, week ("2016-W41") or "not stated"
 * @param rule the rule that found it
 * @param confidence share of this rule's proposals found right on annotated texts, 0..1
 * @param copyOf id of the statement whose words it repeats, or ""
 */
public record Statement(
    String id,
    Kind kind,
    Speaker speaker,
    Optional<Span> mention,
    Optional<Span> cue,
    List<Span> quotes,
    List<Span> content,
    String saidOn,
    List<Claim> claims,
    List<String> quantities,
    String rule,
    double confidence,
    String copyOf) {
  public Statement {
    quotes = List.copyOf(quotes);
    content = List.copyOf(content);
    claims = List.copyOf(claims);
    quantities = List.copyOf(quantities);
  }

  /** From the first to the last unit of what was said. */
  public Span region() {
    int begin = Integer.MAX_VALUE;
    int end = 0;
    for (List<Span> spans : List.of(quotes, content)) {
      for (Span span : spans) {
        begin = Math.min(begin, span.begin());
        end = Math.max(end, span.end());
      }
    }
    return new Span(Math.min(begin, end), end);
  }

  /** The words themselves: the content where there is one, else the quotes joined by " … ". */
  public String words(String text) {
    StringBuilder words = new StringBuilder();
    for (Span span : content.isEmpty() ? quotes : content) {
      words.append(words.isEmpty() ? "" : " … ").append(span.in(text));
    }
    return words.toString();
  }
}
