// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.respite.reading.Publication;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.TimeMention;

/** The day of speaking: a date in the attribution itself, never one in what was said. */
final class SpokenOn {
  private static final int REACH = 120;
  private static final int HEADER = 200;
  private static final int SHORT_LINE = 30;

  /** What earlier stages have found. */
  record Read(String text, List<Sentence> sentences, List<TimeMention> times) {}

  private final String text;
  private final List<Sentence> sentences;
  private final Publication publication;
  private final List<TimeMention> times;
  private final Vocabulary words;

  SpokenOn(Publication publication, Read read, Vocabulary words) {
    this.text = read.text();
    this.sentences = read.sentences();
    this.publication = publication;
    this.times = read.times();
    this.words = words;
  }

  /** Dates every draft: by its own attribution, else by the same speaker's in the paragraph before or after. */
  void date(List<Draft> drafts) {
    String transcript = transcriptDate().or(this::releaseDate).or(this::interviewDate).orElse(null);
    for (Draft draft : drafts) {
      draft.saidOn = draft.turn != null ? transcript : draft.cue == null ? null : own(draft, drafts);
    }
    for (int i = 1; i < drafts.size(); i++) {
      carry(drafts.get(i - 1), drafts.get(i));
    }
    for (int i = drafts.size() - 2; i >= 0; i--) {
      carry(drafts.get(i + 1), drafts.get(i));
    }
    boolean own = !drafts.isEmpty() && isRelease(drafts.getFirst().voice);
    releaseDate().filter(_ -> own).ifPresent(date -> drafts.stream().filter(d -> d.saidOn == null && !d.nested).forEach(d -> d.saidOn = date));
  }

  private void carry(Draft from, Draft to) {
    boolean near = Math.abs(to.block() - from.block()) <= 1 && !to.headline && !to.nested && !from.nested;
    if (to.saidOn == null && near && to.voice == from.voice) {
      to.saidOn = from.saidOn;
    }
  }

  /** A transcript is of the day that its first lines give. */
  private Optional<String> transcriptDate() {
    Optional<TimeMention> title = times.stream().filter(t -> t.span().begin() < HEADER && isDay(t)).findFirst();
    return title.filter(t -> text.lastIndexOf('\n', t.span().begin()) < 0).map(TimeMention::value);
  }

  /** "She spoke to us on Saturday": the first day that stands with a word for talking, ahead of the questions. */
  private Optional<String> interviewDate() {
    int first = sentences.stream().filter(s -> s.kind() == Block.Kind.QUESTION || s.kind() == Block.Kind.TURN).mapToInt(s -> s.span().begin()).findFirst().orElse(0);
    return sentences.stream().filter(s -> s.span().end() <= first && s.tokens().stream().anyMatch(t -> words.is(t, Word.TALKED)))
        .flatMap(s -> times.stream().filter(t -> isDay(t) && s.span().contains(t.span()))).map(TimeMention::value).findFirst();
  }

  /** A document whose title says "statement" and names who speaks in it. */
  private boolean isRelease(Voice voice) {
    boolean title = !sentences.isEmpty() && sentences.getFirst().kind() == Block.Kind.HEADLINE && sentences.getFirst().tokens().stream().anyMatch(t -> words.is(t, Word.DOCUMENTS));
    return title && voice != null && sentences.getFirst().span().in(text).contains(voice.name);
  }

  /** The day that stands alone under the title. */
  private Optional<String> releaseDate() {
    return times.stream().filter(t -> isDay(t) && sentences.stream().limit(4).anyMatch(s -> s.span().contains(t.span()) && s.span().length() - t.span().length() < SHORT_LINE))
        .map(TimeMention::value).findFirst();
  }

  private static boolean isDay(TimeMention time) {
    return time.type() == TimeMention.Type.DATE && time.value().length() == 10 && Character.isDigit(time.value().charAt(0));
  }

  private String own(Draft draft, List<Draft> all) {
    Sentence s = draft.sentence;
    int cue = s.token(draft.cue.verb()).begin();
    String best = null;
    int nearest = REACH;
    for (TimeMention time : times) {
      Span span = time.span();
      boolean here = span.begin() >= s.span().begin() && span.end() <= s.span().end() && time.type() == TimeMention.Type.DATE;
      if (!here || all.stream().anyMatch(d -> d.sentence == s && said(d, span)) || time.value().equals(Speaker.NOT_STATED) || time.value().length() < 8 && !time.value().contains("W")) {
        continue;
      }
      int distance = Math.abs(span.begin() - cue);
      if (distance < nearest && !governedAway(span) && all.stream().noneMatch(d -> nearer(d, draft, span, distance))) {
        nearest = distance;
        best = past(time.value(), span);
      }
    }
    return best;
  }

  /** A day belongs to the cue it stands nearest to: "…, the ministry said on Thursday, a step the opposition dismissed". */
  private static boolean nearer(Draft other, Draft draft, Span span, int distance) {
    boolean beside = other != draft && other.sentence == draft.sentence && other.voice != draft.voice && other.cue != null;
    return beside && Math.abs(span.begin() - other.sentence.token(other.cue.verb()).begin()) < distance;
  }

  private boolean said(Draft draft, Span span) {
    boolean aside = draft.aside != null && draft.aside.contains(span);
    boolean between = text.startsWith(" of ", span.end()) || text.startsWith(" for ", span.end());
    boolean inCue = draft.cue != null && draft.cue.frame() == Cue.Frame.OBJECT && between && span.begin() - draft.contentBegin < 40;
    return aside || !inCue && draft.contains(span) || draft.quotes.stream().anyMatch(q -> q.outer().contains(span)) || text.startsWith("’s", span.end()) || text.startsWith("'s", span.end());
  }

  /** "… before Friday", "since Tuesday", "planned for Thursday" do not date the speaking. */
  private boolean governedAway(Span span) {
    int from = Math.max(0, span.begin() - 24);
    String[] before = text.substring(from, span.begin()).strip().split("[\\s,]+");
    String word = before.length == 0 ? "" : before[before.length - 1].toLowerCase(java.util.Locale.ROOT);
    boolean on = word.equals("on") && before.length > 1;
    String governor = on ? before[before.length - 2].toLowerCase(java.util.Locale.ROOT) : word;
    return words.is(governor, Word.DATE_GOVERNORS) || words.is(governor, Word.FUTURE);
  }

  /** Nobody has spoken on a day to come: a weekday resolved forward is taken back. */
  private String past(String value, Span span) {
    if (value.length() != 10 || publication.date().isEmpty()) {
      return value;
    }
    LocalDate date = LocalDate.parse(value);
    boolean weekday = words.is(span.in(text).toLowerCase(java.util.Locale.ROOT), Word.WEEKDAYS);
    return date.isAfter(publication.date().get()) ? weekday ? date.minusWeeks(1).toString() : null : value;
  }
}
