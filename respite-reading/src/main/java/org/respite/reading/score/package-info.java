// SPDX-License-Identifier: Apache-2.0
/**
 * Readings held against registers made by hand.
 *
 * <p>A register is YAML: {@code document} (id, published), {@code entities} (id, name, aliases), {@code statements} (id, required,
 * speaker, {@code quotes} and {@code content} with {@code span: [begin, end]}, said_on, claims with topic and stance), {@code times}
 * (span, type, value), {@code numbers} (span, low, high, approximate). The text stands beside it with the ending {@code .txt}.
 */
package org.respite.reading.score;
