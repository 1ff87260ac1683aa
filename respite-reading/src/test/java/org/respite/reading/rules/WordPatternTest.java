// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `truces?\\b`              | the truce holds       | true
      `truces?\\b`              | an untruced town      | false
      `(un)?broken|whole`       | an unbroken line      | true
      `(un)?broken|whole`       | a broken line         | true
      `(a|b(c|d))x`             | it was bdx            | true
      `[xyz]ed`                 | it was yed            | true
      `n?ever`                  | it was ever so        | true
      """)
  void matchesOnlyWhereAWordBegins(String pattern, String clause, boolean found) {
    assertThat(new WordPattern(pattern).in(clause)).isEqualTo(found);
  }

  /** The oracle tries every word start with every topic and stance of the vocabulary, on all our own texts. */
  @Test
  void findsWhatTryingEveryLetterFinds() throws IOException {
    Vocabulary words = Vocabulary.of("en");
    List<String> patterns = Stream.concat(words.table("topics.tsv").stream().map(row -> row[3]), words.table("stances.tsv").stream().map(row -> row[3]).filter(p -> !p.equals("*") && !p.startsWith("{"))).toList();
    for (String sentence : sentences()) {
      for (String pattern : patterns) {
        assertThat(new WordPattern(pattern).in(sentence)).as(pattern + " in " + sentence).isEqualTo(everywhere(Pattern.compile(pattern), sentence));
      }
    }
  }

  private static boolean everywhere(Pattern pattern, String clause) {
    Matcher m = pattern.matcher(clause).useTransparentBounds(true).useAnchoringBounds(false);
    for (int i = 0; i < clause.length(); i++) {
      boolean starts = Character.isLetterOrDigit(clause.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(clause.charAt(i - 1)));
      if (starts && m.region(i, clause.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> sentences() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("respite.root"), "respite-reading", "src", "test", "resources", "gold"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
        all.append(Files.readString(file));
      }
      return Stream.of(all.toString().toLowerCase(Locale.ROOT).split("(?<=[.?!])\\s+|\n")).filter(s -> !s.isBlank()).toList();
    }
  }
}
