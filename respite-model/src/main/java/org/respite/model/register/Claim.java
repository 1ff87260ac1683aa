// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

/**
 * One term and the stance taken on it in a statement.
 *
 * @param corridor id, empty where the claim is not about one corridor
 * @param window id, empty where the claim is not about one window
 */
public record Claim(Term term, Stance stance, String corridor, String window, String note) {
  /** What was said of the term. */
  public enum Stance {
    AGREES,
    CONDITIONAL,
    REFUSES,
    /** Says that the term as offered is not good enough, without refusing it. */
    DISPUTES
  }
}
