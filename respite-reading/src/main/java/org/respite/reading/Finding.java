// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * Something about the input that its user should know: where, what, what it does to the reading, and the remedy.
 *
 * @param fatal true when nothing could be read
 */
public record Finding(boolean fatal, String place, String what, String effect, String remedy) {
  /** One line for a terminal. */
  public String line() {
    return (fatal ? "error: " : "note: ") + place + ": " + what + ". " + effect + ". " + remedy + ".";
  }
}
