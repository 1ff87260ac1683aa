// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.time.ZoneId;
import org.respite.model.register.Name;

/** Where the case plays. Bounds in degrees WGS84; every position of the case lies inside. */
public record Theatre(Name name, String country, ZoneId zone, double west, double south, double east, double north) {
  public boolean contains(Position p) {
    return p.lon() >= west && p.lon() <= east && p.lat() >= south && p.lat() <= north;
  }

  public Position centre() {
    return new Position((west + east) / 2, (south + north) / 2);
  }
}
