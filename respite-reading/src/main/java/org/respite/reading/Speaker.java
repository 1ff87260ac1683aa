// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * Who is taken to have spoken.
 *
 * @param name the fullest name the document itself gives, e.g. "Frank-Walter Steinmeier"
 * @param role as written, e.g. "German Foreign Minister"; "" where none is given
 * @param party label out of the actors file, or "not stated"
 * @param person true for a human being, false for a ministry, group or organisation
 */
public record Speaker(String name, String role, String party, boolean person) {
  /** The value for what a text does not tell. */
  public static final String NOT_STATED = "not stated";

  /** Words in a headline's quotation marks with nobody named. */
  public static final Speaker HEADLINE = new Speaker("(headline; no speaker named)", "", NOT_STATED, false);
}
