// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/** One way of reading a text. The rule reader is the one we ship; others may run in processes of their own. */
public interface StatementReader {
  /** Proposes the statements of {@code text}; deterministic, and total: any text gives a reading. */
  Reading read(String text, Publication publication);
}
