// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

/**
 * An input that moves a headline figure.
 *
 * @param figure the figure moved, such as "people who could leave"
 * @param input key of the quantity
 * @param share of the figure's variance over the draws that this input explains by itself, in [0, 1]
 * @param whenLow median of the figure while the input is in its lowest third
 * @param whenHigh the same for its highest third
 * @param basis who says so, or why it is assumed
 * @param at where it is written
 */
public record Driver(String figure, String unit, String input, String range, double share, double whenLow, double whenHigh, String basis, String at) {}
