// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

/** How they move. */
public enum Mode {
  FOOT,
  VEHICLE
}
