// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a copy of the same wire story from an independent account, by shared runs of five words (Broder 1997, containment).
 *
 * <p>Half of the shorter text's runs in the other is a copy; two reporters who quote the same speech share far fewer.
 */
public final class Copies {
  private static final int RUN = 5;

  /** Share from which a text counts as a copy: an assumption, not measured. */
  public static final double COPY = 0.5;

  private Copies() {}

  /** Share, 0..1, of the shorter text's runs of five words that the other holds too; 0 for texts shorter than a run. */
  public static double containment(String a, String b) {
    Set<String> left = runs(a);
    Set<String> right = runs(b);
    Set<String> fewer = left.size() <= right.size() ? left : right;
    Set<String> more = fewer == left ? right : left;
    long shared = fewer.stream().filter(more::contains).count();
    return fewer.isEmpty() ? 0 : (double) shared / fewer.size();
  }

  private static Set<String> runs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.length; i++) {
      runs.add(String.join(" ", java.util.Arrays.copyOfRange(words, i, i + RUN)));
    }
    return runs;
  }
}
