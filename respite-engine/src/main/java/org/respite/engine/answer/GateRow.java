// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import org.respite.model.scenario.GateItem;

/** One item of the do-no-harm gate; open where the case says nothing. */
public record GateRow(GateItem.Kind kind, GateItem.Status status, String why, String source) {}
