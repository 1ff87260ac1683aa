// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Span;

/**
 * Cuts a text into paragraphs, headings and speakers' turns.
 *
 * <p>A line is a paragraph, unless the text is hard-wrapped: then blank lines separate paragraphs. O(n).
 */
final class BlockFinder {
  private static final int LONGEST_HEADLINE = 120;
  private static final int LONGEST_TITLE = 180;
  private static final Pattern LABEL = Pattern.compile("(\\p{Lu}[\\p{L} .'’-]{0,48}?)( \\([^)]{1,60}\\))?:\\s+(?=\\S)");

  private final String text;
  private final Vocabulary words;
  private final Pattern stamp;
  private final List<Block> blocks = new ArrayList<>();

  private BlockFinder(String text, Vocabulary words) {
    this.text = text;
    this.words = words;
    this.stamp = words.anyCase("stamp");
  }

  static List<Block> find(String text, Vocabulary words) {
    BlockFinder finder = new BlockFinder(text, words);
    List<Span> paragraphs = finder.paragraphs();
    Map<String, Integer> labels = finder.labels(paragraphs);
    int end = finder.endOfTurns(paragraphs, labels);
    String turn = null;
    for (int i = 0; i < paragraphs.size(); i++) {
      turn = finder.add(paragraphs, i, labels, i < end ? turn : null);
    }
    return List.copyOf(finder.blocks);
  }

  private String add(List<Span> paragraphs, int index, Map<String, Integer> labels, String turn) {
    Span paragraph = paragraphs.get(index);
    String label = label(paragraph, labels);
    if (label != null) {
      Matcher m = LABEL.matcher(paragraph.in(text));
      m.lookingAt();
      Block.Kind kind = asks(label) ? Block.Kind.QUESTION : Block.Kind.TURN;
      blocks.add(new Block(kind, new Span(paragraph.begin() + m.end(), paragraph.end()), label));
      return label;
    }
    Block.Kind kind = kindOf(paragraph, index == 0);
    if (kind == Block.Kind.BODY && turn != null) {
      blocks.add(new Block(asks(turn) ? Block.Kind.QUESTION : Block.Kind.TURN, paragraph, turn));
      return turn;
    }
    blocks.add(new Block(kind, paragraph, ""));
    return kind == Block.Kind.HEADLINE ? null : turn;
  }

  /** Where every turn but the last is one paragraph, what follows the last one is the writer's again. */
  private int endOfTurns(List<Span> paragraphs, Map<String, Integer> labels) {
    int last = -1;
    boolean continued = false;
    boolean open = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      if (label(paragraphs.get(i), labels) != null) {
        continued |= open;
        open = false;
        last = i;
      } else {
        open |= last >= 0 && kindOf(paragraphs.get(i), false) == Block.Kind.BODY;
      }
    }
    return continued || last < 0 ? paragraphs.size() : last + 1;
  }

  private boolean asks(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return words.is(lower, Word.INTERVIEWERS) || words.is(lower.split("[ (]")[0], Word.INTERVIEWERS);
  }

  /** Labels of a transcript: in capitals, or the same label more than once, or two paragraphs in five have one. At least three turns make a transcript. */
  private Map<String, Integer> labels(List<Span> paragraphs) {
    Map<String, Integer> counts = new HashMap<>();
    for (Span paragraph : paragraphs) {
      Matcher m = LABEL.matcher(text).region(paragraph.begin(), paragraph.end());
      if (m.lookingAt() && text.charAt(m.end()) != '“' && text.charAt(m.end()) != '"' && text.charAt(m.end()) != '‘') {
        counts.merge(m.group(1), 1, Integer::sum);
      }
    }
    boolean most = counts.values().stream().mapToInt(Integer::intValue).sum() * 5 >= paragraphs.size() * 2;
    counts.entrySet().removeIf(e -> !most && e.getValue() < 2 && !isUpper(e.getKey()) && !asks(e.getKey()));
    boolean transcript = counts.values().stream().mapToInt(Integer::intValue).sum() >= 3;
    return transcript ? counts : Map.of();
  }

  private static boolean isUpper(String label) {
    return label.length() >= 2 && label.equals(label.toUpperCase(Locale.ROOT));
  }

  private String label(Span paragraph, Map<String, Integer> labels) {
    if (labels.isEmpty()) {
      return null;
    }
    Matcher m = LABEL.matcher(text).region(paragraph.begin(), paragraph.end());
    return m.lookingAt() && labels.containsKey(m.group(1)) ? m.group(1) : null;
  }

  private Block.Kind kindOf(Span paragraph, boolean first) {
    String body = paragraph.in(text);
    if (stamp.matcher(body).matches() || isCredit(body)) {
      return Block.Kind.SKIPPED;
    }
    return isHeadline(body, first) ? Block.Kind.HEADLINE : Block.Kind.BODY;
  }

  private boolean isCredit(String body) {
    if (body.length() > 300) {
      return false;
    }
    String lower = body.toLowerCase(Locale.ROOT);
    return words.list(Word.CREDITS).stream().anyMatch(lower::contains);
  }

  /** Short and without the full stop of a sentence; a mark inside closing quotation marks counts as one. */
  private static boolean isHeadline(String body, boolean first) {
    int end = body.length();
    boolean quoted = end > 1 && "”\"’'»".indexOf(body.charAt(end - 1)) >= 0;
    char last = quoted ? body.charAt(end - 2) : body.charAt(end - 1);
    if (first && end <= LONGEST_TITLE && last != '.' && last != ':') {
      return true;
    }
    boolean wholeSingle = end > 2 && "‘'".indexOf(body.charAt(0)) >= 0 && "’'".indexOf(body.charAt(end - 1)) >= 0;
    boolean stopped = ".?!…,;".indexOf(last) >= 0 && !wholeSingle;
    return end <= LONGEST_HEADLINE && !stopped && last != ':' && !body.contains(". ") && "[(".indexOf(body.charAt(0)) < 0;
  }

  private List<Span> paragraphs() {
    List<Span> lines = new ArrayList<>();
    List<Boolean> gapBefore = new ArrayList<>();
    boolean gap = true;
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      Span line = trimmed(begin, end);
      if (line.length() > 0) {
        lines.add(line);
        gapBefore.add(gap);
        gap = false;
      } else {
        gap = true;
      }
      begin = end + 1;
    }
    return isWrapped(lines, gapBefore) ? joined(lines, gapBefore) : lines;
  }

  /** Most lines that have a neighbour right below end in mid-sentence: the line ends are the editor's, not the writer's. */
  private boolean isWrapped(List<Span> lines, List<Boolean> gapBefore) {
    int inner = 0;
    int open = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!gapBefore.get(i + 1)) {
        inner++;
        char last = text.charAt(lines.get(i).end() - 1);
        open += lines.get(i).length() >= 40 && lines.get(i).length() <= 110 && ".?!:”\"’".indexOf(last) < 0 ? 1 : 0;
      }
    }
    return inner >= 3 && open * 10 >= inner * 6;
  }

  private static List<Span> joined(List<Span> lines, List<Boolean> gapBefore) {
    List<Span> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (gapBefore.get(i)) {
        joined.add(lines.get(i));
      } else {
        joined.set(joined.size() - 1, new Span(joined.getLast().begin(), lines.get(i).end()));
      }
    }
    return joined;
  }

  private Span trimmed(int begin, int end) {
    int b = begin;
    int e = end;
    while (b < e && isBlank(text.charAt(b))) {
      b++;
    }
    while (e > b && isBlank(text.charAt(e - 1))) {
      e--;
    }
    return new Span(b, e);
  }

  /** Blanks, byte order marks and direction marks. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF' || c == '\u200B' || c == '\u200E' || c == '\u200F';
  }
}
