// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;

/** What somebody said it takes: "48 h and two lanes". */
public record NeedStated(
    String id, String by, Purpose purpose, Optional<Quantity> hours, Optional<Quantity> lanes, String what, At at) {}
