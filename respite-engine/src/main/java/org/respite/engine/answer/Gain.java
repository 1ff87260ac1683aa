// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

/**
 * What one more of something adds in the middle world: the difference of two totals, each solved, with streets taken as wide enough.
 *
 * @param what such as "one more hour"
 * @param people more people out by the end; 0 is an answer
 * @param trucks more trucks unloaded by the end
 */
public record Gain(String what, long people, double trucks) {}
