// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.LanguageFolder;

/**
 * The words of one language, out of the files of its folder: {@code words.txt}, {@code cues.txt}, {@code topics.tsv}, {@code
 * stances.tsv}, {@code hedges.tsv}, {@code rules.tsv}. Another language is another folder.
 */
final class Vocabulary {
  private static final int SHORTEST_ADVERB = 6;
  private static final Set<Word> ADVERB = EnumSet.of(Word.ADVERBS);
  private static final Set<Word> NONE = EnumSet.noneOf(Word.class);
  private static final Pattern CLASS = Pattern.compile("\\{([a-z_]{3,})}");

  private final Map<String, EnumSet<Word>> classes = new HashMap<>();
  private final Map<Word, List<String>> lists = new EnumMap<>(Word.class);
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<CueEntry>> cues = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final LanguageFolder folder;

  /** A cue of several words ("draws attention"), by its lower-case words. */
  record Phrase(List<String> words, CueEntry entry) {
    boolean matches(Sentence s, int from) {
      for (int i = 0; i < words.size(); i++) {
        if (from + i >= s.size() || !s.token(from + i).is(words.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private Vocabulary(String language) {
    this.folder = LanguageFolder.of(language);
    folder.lines("words.txt").forEach(this::addWords);
    folder.lines("cues.txt").forEach(this::addCues);
  }

  /** Loads the folder {@code language} ("en"). */
  static Vocabulary of(String language) {
    return new Vocabulary(language);
  }

  boolean is(Token token, Word word) {
    return token.classes().contains(word);
  }

  boolean is(String lower, Word word) {
    return classes(lower).contains(word);
  }

  /** The classes of a form; one in no list that ends as adverbs do is an adverb. */
  Set<Word> classes(String lower) {
    EnumSet<Word> found = classes.get(lower);
    return found != null ? found : lower.length() >= SHORTEST_ADVERB && ends(lower, Word.ADVERB_ENDINGS) ? ADVERB : NONE;
  }

  /** Whether a form ends as the forms of a class of endings do: a past form, a participle, a plural. */
  boolean ends(String lower, Word endings) {
    for (String ending : list(endings)) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  boolean ends(Token token, Word endings) {
    return !token.isQuote() && ends(token.lower(), endings);
  }

  /** The words of a class, in the order of the file. */
  List<String> list(Word word) {
    return lists.getOrDefault(word, List.of());
  }

  /** The alternatives for a verb form, in the order of the file; empty where the form reports nothing. */
  List<CueEntry> cues(String lower) {
    return cues.getOrDefault(lower, List.of());
  }

  /** The longest phrase that begins at a token of the sentence. */
  Optional<Phrase> phrase(Sentence s, int from) {
    List<Phrase> candidates = phrases.getOrDefault(s.token(from).lower(), List.of());
    return candidates.stream().filter(p -> p.matches(s, from)).max(Comparator.comparingInt(p -> p.words().size()));
  }

  /** The value of a number word, or -1. */
  int number(String lower) {
    return numbers.getOrDefault(lower, -1);
  }

  /** The lines of one of the folder's tables, split at tabs, without comments. */
  List<String[]> table(String file) {
    return folder.table(file);
  }

  /** A pattern of {@code patterns.tsv} by its name. */
  Pattern pattern(String name) {
    return Pattern.compile(filled(folder.written(name)), Pattern.UNICODE_CASE);
  }

  /** The same, matched without regard to case. */
  Pattern anyCase(String name) {
    return Pattern.compile(filled(folder.written(name)), Pattern.CASE_INSENSITIVE);
  }

  /** With {@code {months}} and the like replaced by the words of that class, the longest first. */
  private String filled(String pattern) {
    Matcher m = CLASS.matcher(pattern);
    return m.replaceAll(r -> Matcher.quoteReplacement(String.join("|", list(Word.valueOf(r.group(1).toUpperCase(Locale.ROOT))).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList())));
  }

  private void addWords(String line) {
    int colon = line.indexOf(':');
    Word word = Word.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
    List<String> list = new ArrayList<>();
    for (String entry : line.substring(colon + 1).trim().split("\\s+")) {
      int equals = entry.indexOf('=');
      String form = (equals < 0 ? entry : entry.substring(0, equals)).replace('_', ' ');
      if (equals >= 0) {
        numbers.put(form, Integer.parseInt(entry.substring(equals + 1)));
      }
      list.add(form);
      classes.computeIfAbsent(form, _ -> EnumSet.noneOf(Word.class)).add(word);
    }
    lists.put(word, List.copyOf(list));
  }

  private void addCues(String line) {
    String[] parts = line.split("\\|");
    Set<String> frames = new LinkedHashSet<>(List.of(parts[1].trim().split("\\s+")));
    CueEntry entry = new CueEntry(parts[0].trim(), Set.copyOf(frames));
    for (String form : parts[2].trim().split("\\s+")) {
      List<String> words = List.of(form.split("_"));
      if (words.size() > 1) {
        phrases.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Phrase(words, entry));
      } else {
        cues.computeIfAbsent(form, _ -> new ArrayList<>()).add(entry);
      }
    }
  }
}
