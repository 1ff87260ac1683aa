// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.NumberMention;
import org.respite.reading.Span;

/** Finds counted people and things with their hedge: "roughly 250,000 civilians", "hundreds of patients". */
final class NumberFinder {
  private static final String FIGURE = "\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?";

  private static final String UNITS = "one|two|three|four|five|six|seven|eight|nine";

  private final Vocabulary words;
  private final Pattern counted;
  private final Pattern vague;

  NumberFinder(Vocabulary words) {
    this.words = words;
    String hedges = String.join("|", words.list(Word.HEDGES).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
    String spelled = String.join("|", words.list(Word.NUMBERS).stream().filter(n -> !n.equals("hundred")).map(n -> n.endsWith("ty") ? n + "(?:-(?:" + UNITS + "))?" : n).toList());
    this.counted = Pattern.compile("(?<![\\p{L}\\d.,:$€£-])(?:(between|from) )?(?:(" + hedges + ") )?(" + FIGURE + "|\\b(?:" + spelled + "))(?: ?(?:-|–|to|and|or) ?(" + FIGURE + "))?( million| thousand| hundred)?(?=[ \u00A0])", Pattern.CASE_INSENSITIVE);
    this.vague = Pattern.compile("\\b(dozens|scores|tens of thousands|hundreds of thousands|hundreds|thousands) of ((?:[\\p{L}-]+ ){0,2}?)(\\p{L}{3,}(?<!thousand|million)s|people|children|men|women)\\b", Pattern.CASE_INSENSITIVE);
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
        long[] range = range(v.group(1).toLowerCase(Locale.ROOT));
        found.add(new NumberMention(new Span(v.start(), v.end()), text.substring(v.start(2), v.end()), range[0], range[1], v.group(1)));
      }
    }
    found.sort(Comparator.comparingInt((NumberMention n) -> n.span().begin()));
    return List.copyOf(found);
  }

  /** A dozen is twelve: "dozens" is at least two of them; a word for a power of ten is at least two of it and less than the next. */
  private static long[] range(String word) {
    return switch (word) {
      case "dozens" -> new long[] {24, 99};
      case "scores" -> new long[] {40, 99};
      case "hundreds" -> new long[] {200, 999};
      case "thousands" -> new long[] {2_000, 9_999};
      case "tens of thousands" -> new long[] {20_000, 99_999};
      default -> new long[] {200_000, 999_999};
    };
  }

  private NumberMention figure(String text, Matcher m, int end) {
    long scale = m.group(5) == null ? 1 : switch (m.group(5).strip().toLowerCase(Locale.ROOT)) {
      case "million" -> 1_000_000;
      case "thousand" -> 1_000;
      default -> 100;
    };
    long low = value(m.group(3), scale);
    boolean plainList = m.group(4) != null && m.group(1) == null && text.substring(m.end(3), m.start(4)).contains("and");
    long high = m.group(4) == null || plainList ? low : value(m.group(4), scale);
    String hedge = m.group(2) == null ? "" : m.group(2).toLowerCase(Locale.ROOT);
    boolean exact = hedge.equals("only") || hedge.equals("a further") || hedge.equals("another") || hedge.equals("a total of");
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
      boolean times = word.equals("times");
      if (!times && words.is(word, Word.UNCOUNTED) || words.is(word, Word.MONTHS) || words.is(word, Word.PREPOSITIONS) || words.is(word, Word.BREAKS) || words.is(word, Word.BE)) {
        return -1;
      }
      if (times || words.is(word, Word.COUNTED) || word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("ous") && !word.endsWith("'s")) {
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
