// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

/**
 * How the figures were made, for run.json and the report's last page.
 *
 * @param draws worlds drawn
 * @param seed of the draws: same seed, same bytes
 */
public record Method(String version, int draws, long seed) {}
