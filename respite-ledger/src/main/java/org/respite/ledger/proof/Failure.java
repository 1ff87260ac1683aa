// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

/**
 * Something in a ledger that does not hold.
 *
 * @param line of the file, from 1
 * @param entry which entry: its number among the entries and its name, or "the header", "the closing line", a signature
 * @param why in a sentence
 */
public record Failure(long line, String entry, String why) {}
