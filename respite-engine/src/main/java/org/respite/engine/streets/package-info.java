// SPDX-License-Identifier: Apache-2.0
/**
 * A case on real streets: which of them may be walked, who lives along them, how far it is to each place where a way out begins.
 *
 * <p>{@link org.respite.engine.streets.StreetGraph} is the part of a network inside an area; {@link org.respite.engine.streets.StreetPlan} puts
 * districts and gates on it. Lengths are whole millimetres, added up along a way before they become minutes, so that a way of forty short
 * stretches is rounded once and not forty times.
 */
package org.respite.engine.streets;
