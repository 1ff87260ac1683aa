// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import org.respite.model.scenario.Window.Interval;

/** One interval of a question, with the id of the window that it belongs to: corridors open by window, not by the clock alone. */
public record Opening(String window, Interval interval) {}
