// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

/**
 * Something in an input that a person should know: where, what, what follows from it, what to do.
 *
 * @param code stable name, {@code M1xx} stops the run, {@code M2xx} does not
 * @param place file and line, or the option
 */
public record Finding(String code, String place, String what, String effect, String remedy) {
  /** Whether no answer is given because of it. */
  public boolean stops() {
    return code.startsWith("M1");
  }

  /** Three lines a tired person can act on. */
  public String text() {
    return code + "  " + what + "\n      at " + place + ": " + effect + "\n      " + remedy;
  }
}
