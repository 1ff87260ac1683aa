// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

/** For whom a corridor is. */
public enum Users {
  CIVILIANS,
  WOUNDED,
  FIGHTERS,
  AID
}
