// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.respite.reading.Span;

/** A statement while it is being put together. */
final class Draft {
  final Sentence sentence;
  final String rule;
  Voice voice;
  Cue cue;
  Span mention;

  /** An apposition of the speaker: what happened "on Wednesday" in it does not date the speaking. */
  Span aside;

  boolean nested;
  boolean headline;

  /** Reported clause, or -1 where there is none. */
  int contentBegin = -1;

  int contentEnd = -1;
  final List<Quote> quotes = new ArrayList<>();

  /** A whole turn of a transcript: spoken words without marks. */
  Span turn;

  /** Filled when the day of speaking is known. */
  String saidOn;

  Draft(Sentence sentence, String rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  boolean hasContent() {
    return contentBegin >= 0 && contentEnd > contentBegin;
  }

  boolean contains(Span span) {
    return hasContent() && span.begin() >= contentBegin && span.end() <= contentEnd;
  }

  void dropContent() {
    contentBegin = -1;
    contentEnd = -1;
  }

  int block() {
    return sentence.block();
  }
}
