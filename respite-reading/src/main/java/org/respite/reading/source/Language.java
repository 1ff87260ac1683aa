// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.util.Locale;
import java.util.Set;
import org.respite.reading.LanguageFolder;

/** Tells English from what is not, by script and by the share of its commonest words. */
final class Language {
  private static final int FEWEST_WORDS = 12;
  private static final Set<String> COMMON = Set.of(LanguageFolder.ENGLISH.written("commonest_words").split(" "));

  private Language() {}

  /** "en", "ar", "ru", "other", or "unknown" for fewer words than can tell. */
  static String of(String text) {
    int arabic = 0;
    int cyrillic = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
        Character.UnicodeScript script = Character.UnicodeScript.of(text.charAt(i));
        arabic += script == Character.UnicodeScript.ARABIC ? 1 : 0;
        cyrillic += script == Character.UnicodeScript.CYRILLIC ? 1 : 0;
      }
    }
    if (arabic * 2 > letters || cyrillic * 2 > letters) {
      return arabic > cyrillic ? "ar" : "ru";
    }
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    int common = 0;
    for (String word : words) {
      common += COMMON.contains(word) ? 1 : 0;
    }
    if (words.length < FEWEST_WORDS) {
      return "unknown";
    }
    return common * 100 >= words.length * 14 ? "en" : "other";
  }
}
