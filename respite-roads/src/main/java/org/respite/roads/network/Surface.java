// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

/** What a street is made of, as far as speed depends on it. The order is the byte stored in the compact file. */
public enum Surface {
  /** Nobody said. */
  NOT_TAGGED,
  /** Asphalt, concrete, paving stones. */
  PAVED,
  /** Setts, cobbles, bricks, metal, wood: slower for wheels. */
  ROUGH_PAVED,
  /** Compacted earth, fine gravel. */
  COMPACTED,
  /** Gravel, earth, grass, sand. */
  LOOSE,
  /** Mud, rock, snow, ice. */
  HARD_GOING
}
