// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

/** What a pause is for. */
public enum Purpose {
  LEAVE,
  WOUNDED,
  FOOD,
  MEDICINE,
  WATER,
  AID,
  OTHER
}
