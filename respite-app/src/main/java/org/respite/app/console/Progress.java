// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Talk on stderr while something lasts more than a second: one line that renews itself on a terminal, nothing elsewhere. */
public final class Progress implements IntConsumer {
  private static final long QUIET_NS = 1_000_000_000L;
  private static final long BETWEEN_NS = 200_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private final int of;
  private final long started = System.nanoTime();
  private long shown;

  public Progress(PrintWriter err, boolean terminal, int of) {
    this.err = err;
    this.terminal = terminal;
    this.of = of;
  }

  @Override
  public synchronized void accept(int done) {
    long now = System.nanoTime();
    if (!terminal || now - started < QUIET_NS || now - shown < BETWEEN_NS) return;
    shown = now;
    err.print("\r%,d of %,d worlds drawn".formatted(done, of));
    err.flush();
  }

  public synchronized void clear() {
    if (shown == 0) return;
    err.print("\r" + " ".repeat(40) + "\r");
    err.flush();
  }
}
