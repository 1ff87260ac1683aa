// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.List;

/** How the attributions of one sentence lie in one another: one inside what another reports, one behind it, one that ends it. */
final class Nesting {
  private final Vocabulary words;
  private final ClauseBounds bounds;

  Nesting(Vocabulary words, ClauseBounds bounds) {
    this.words = words;
    this.bounds = bounds;
  }

  /** "approved by the council" inside what somebody else says, without an auxiliary of its own. */
  boolean insideOther(Sentence s, Cue cue, List<Draft> before) {
    Draft around = enclosing(s, cue, before);
    return cue.first() == cue.verb() && around != null && around.cue != null && bounds.previous(s, cue.first(), ",") < around.cue.last();
  }

  /** "the men who had promised to protect them": what a clause tells in passing is no utterance of the article. */
  boolean isBackground(Sentence s, Cue cue) {
    boolean relative = cue.first() > 0 && words.is(s.token(cue.first() - 1), Word.PERSONAL);
    return relative && words.is(s.token(cue.first()), Word.HAD) && cue.frame() == Cue.Frame.INFINITIVE;
  }

  /** "what she said were destroyed houses": the words only name a thing. */
  boolean isNaming(Sentence s, Subject x) {
    return x.first() > 1 && x.first() == x.last() && words.is(s.token(x.first() - 1), Word.WHAT) && words.is(s.token(x.first()), Word.PRONOUNS);
  }

  /** "said he had met them and asked them to stop": the second verb belongs to what is reported. */
  boolean insideReport(Sentence s, Cue cue, Draft last) {
    boolean clause = last.cue != null && last.cue.frame() == Cue.Frame.CLAUSE && cue.frame() != Cue.Frame.CLAUSE && cue.frame() != Cue.Frame.QUOTE;
    for (int i = last.cue == null ? 0 : last.cue.last(); clause && i < cue.first(); i++) {
      if (words.is(s.token(i), Word.HAD) && words.is(s.token(i - 1), Word.PRONOUNS)) {
        return true;
      }
    }
    return false;
  }

  /** "…, X said": a clause stands before the comma, nothing but adjuncts behind the cue. */
  boolean isPostposed(Sentence s, Cue cue, int start) {
    boolean comma = start > 1 && s.token(start - 1).is(",") && !s.token(start - 2).isQuote();
    boolean circumstance = cue.frame() == Cue.Frame.CLAUSE && cue.body() < s.size()
        && (words.is(s.token(cue.body()), Word.PREPOSITIONS) || words.is(s.token(cue.body()), Word.SUBORDINATORS)) && !words.is(s.token(cue.body() - 1), Word.THAT);
    return comma && (cue.frame() == Cue.Frame.NOTHING || circumstance && bounds.hasVerb(s, start - 1));
  }

  Draft enclosing(Sentence s, Cue cue, List<Draft> before) {
    for (Draft draft : before.reversed()) {
      if (draft.hasContent() && draft.contentBegin <= s.token(cue.first()).begin() && draft.contentEnd > s.token(cue.first()).begin()) {
        return draft;
      }
    }
    return null;
  }

  /** Ends the earlier clause where a new one begins: "while Y said", "; Y said", ", and Y said", "After X said …, Y said". */
  boolean cutAtBoundary(Sentence s, Draft enclosing, int start) {
    if (start == 0) {
      return false;
    }
    int at = start - 1;
    Token link = s.token(at);
    int quote = link.isQuote() ? at : at > 0 && link.is(",") && s.token(at - 1).isQuote() ? at - 1 : -1;
    if (quote > 0 && s.token(quote - 1).is(":")) {
      bounds.trimTo(enclosing, s, quote - 1);
      return true;
    }
    boolean contrast = words.is(link, Word.CONTRASTS) || link.is(";") || words.is(link, Word.AND) && at > 0;
    boolean subordinate = link.is(",") && words.is(s.token(0), Word.SUBORDINATORS);
    boolean when = words.is(link, Word.SUBORDINATORS) && at > 0 && s.token(at - 1).is(",") && enclosing.cue != null && enclosing.cue.frame() != Cue.Frame.CLAUSE;
    boolean cut = contrast || subordinate || when || link.is(",") && enclosing.cue != null && enclosing.cue.frame() != Cue.Frame.CLAUSE;
    if (cut) {
      bounds.trimTo(enclosing, s, at);
    }
    return cut;
  }
}
