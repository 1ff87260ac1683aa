// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.NumberMention;
import org.respite.reading.Span;

/** Finds counted people and things with their hedge: "roughly 250,000 civilians", "hundreds of patients". */
final class NumberFinder {

  private final Vocabulary words;
  private final Pattern counted;
  private final Pattern vague;
  private final Map<String, long[]> ranges = new HashMap<>();

  NumberFinder(Vocabulary words) {
    this.words = words;
    this.counted = words.anyCase("counted");
    this.vague = words.anyCase("vague");
    words.table("vague.tsv").forEach(row -> ranges.put(row[0], new long[] {Long.parseLong(row[1]), Long.parseLong(row[2])}));
  }

  /** All mentions, in order. */
  List<NumberMention> find(String text) {
    List<NumberMention> found = new ArrayList<>();
    Matcher m = counted.matcher(text);
    while (m.find()) {
      int end = noun(text, m.end());
      if (end > 0) {
        found.add(figure(text, m, end));
      }
    }
    Matcher v = vague.matcher(text);
    while (v.find()) {
      if (!words.is(v.group(3).toLowerCase(Locale.ROOT), Word.UNCOUNTED)) {
        long[] range = ranges.get(v.group(1).toLowerCase(Locale.ROOT));
        found.add(new NumberMention(new Span(v.start(), v.end()), text.substring(v.start(2), v.end()), range[0], range[1], v.group(1)));
      }
    }
    found.sort(Comparator.comparingInt((NumberMention n) -> n.span().begin()));
    return List.copyOf(found);
  }

  private NumberMention figure(String text, Matcher m, int end) {
    long scale = m.group(5) == null ? 1 : words.number(m.group(5).strip().toLowerCase(Locale.ROOT));
    long low = value(m.group(3), scale);
    boolean plainList = m.group(4) != null && m.group(1) == null && text.substring(m.end(3), m.start(4)).contains(words.list(Word.AND).getFirst());
    long high = m.group(4) == null || plainList ? low : value(m.group(4), scale);
    String hedge = m.group(2) == null ? "" : m.group(2).toLowerCase(Locale.ROOT);
    boolean exact = words.is(hedge, Word.EXACT);
    int begin = exact ? m.start(3) : m.start();
    return new NumberMention(new Span(begin, end), text.substring(m.end(), end).strip(), Math.min(low, high), Math.max(low, high), exact ? "" : hedge);
  }

  private long value(String figure, long scale) {
    String lower = figure.toLowerCase(Locale.ROOT);
    int dash = lower.indexOf('-');
    int word = dash < 0 ? words.number(lower) : words.number(lower.substring(0, dash)) + words.number(lower.substring(dash + 1));
    return word >= 0 ? word * scale : Math.round(Double.parseDouble(figure.replace(",", "")) * scale);
  }

  /** End of the counted noun within three words, or -1: a plural that is not a unit of time, length or money. */
  private int noun(String text, int from) {
    int at = from;
    for (int n = 0; n < 4; n++) {
      int begin = at + 1;
      int end = begin;
      while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      if (end == begin || end > text.length()) {
        return -1;
      }
      String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
      boolean times = words.is(word, Word.TIMES);
      if (!times && words.is(word, Word.UNCOUNTED) || words.is(word, Word.MONTHS) || words.is(word, Word.PREPOSITIONS) || words.is(word, Word.BREAKS) || words.is(word, Word.BE)) {
        return -1;
      }
      if (times || words.is(word, Word.COUNTED) || word.length() > 3 && words.ends(word, Word.PLURAL_ENDINGS) && !words.ends(word, Word.NOT_PLURAL_ENDINGS)) {
        return end;
      }
      if (end >= text.length() || text.charAt(end) != ' ') {
        return -1;
      }
      at = end;
    }
    return -1;
  }
}
