// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

/** What the process says to the shell. The same four for every verb. */
public final class ExitCode {
  /** Done, and the answer holds. */
  public static final int DONE = 0;

  /** Done, and the answer is "not enough", or what was checked does not hold. */
  public static final int NOT_ENOUGH = 1;

  /** The input or the command is wrong; every finding has been listed. picocli uses the same code for usage errors. */
  public static final int BAD_INPUT = 2;

  /** A bug of ours (sysexits.h: EX_SOFTWARE). */
  public static final int BUG = 70;

  private ExitCode() {}
}
