// SPDX-License-Identifier: Apache-2.0
package org.respite.model.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean": the known word closest to a misspelt one. */
public final class Nearest {
  private Nearest() {}

  /** The closest of {@code known} within a third of the word's length (at least 2 edits); empty where nothing is near. */
  public static Optional<String> to(String word, Collection<String> known) {
    int limit = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(k -> Math.abs(k.length() - word.length()) <= limit)
        .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(Comparator.naturalOrder()))
        .filter(k -> distance(word, k) <= limit);
  }

  /** " Did you mean `x`?" or nothing. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(k -> " Did you mean `" + k + "`?").orElse("");
  }

  /** Edits (insert, delete, replace, swap neighbours) from one word to the other: Damerau's optimal string alignment. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
