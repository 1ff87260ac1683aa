// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/**
 * Where people would be taken in.
 *
 * @param takes how many it can take in all; empty where nobody stated it
 * @param beds free for patients when the first window opens; empty where nobody stated it, and then beds do not bind
 * @param discharge beds that become free an hour from then on; empty for none
 */
public record Destination(String id, Name name, String site, Optional<Quantity> takes, Optional<Quantity> beds, Optional<Quantity> discharge, String note, At at) {}
