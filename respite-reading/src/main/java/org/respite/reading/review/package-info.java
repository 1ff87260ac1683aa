// SPDX-License-Identifier: Apache-2.0
/**
 * What people decide on proposals, and what follows from them.
 *
 * <p>The journal is a file of JSON Lines that only grows. Each line: {@code action} (accept, correct, reject, undo), {@code document}
 * (SHA-256 of the original), {@code statement} (id within this reading), {@code by}, {@code at} (UTC), {@code reader} (name and version),
 * {@code source}; accept and correct carry {@code kind}, {@code speaker}, {@code role}, {@code party}, {@code said_on}, {@code words} (begin, end, text),
 * {@code claims} (topic/stance), {@code rule}. An undo takes back the last decision on its statement that stands. A register of statements
 * takes over the accept and correct lines that no undo follows.
 *
 * <p>Contradictions, consent rows and the patch for the case are computed from proposals and say so: they show places side by side and
 * never who is right.
 */
package org.respite.reading.review;
