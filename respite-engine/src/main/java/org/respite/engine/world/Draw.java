// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.world;

import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/**
 * A sampled world. Every quantity is drawn from the triangular law on its range by a number that depends on seed, index and
 * {@link Quantity#drawnWith} alone: the same on any number of threads, one assumption moves all that rests on it together, and
 * adding a quantity to the case moves no other.
 */
public record Draw(long seed, int index) implements World {
  private static final double UNIT_53 = 0x1.0p-53;

  @Override
  public double value(Quantity quantity, Unit unit) {
    return quantity.quantile(uniform(quantity), unit);
  }

  /** Uniform in [0, 1), 53 bits: SplitMix64's finaliser (Steele, Lea and Flood 2014) over seed, index and key. */
  public double uniform(Quantity quantity) {
    String key = quantity.drawnWith();
    long h = mix(seed + 0x9E3779B97F4A7C15L * (index + 1L));
    for (int i = 0; i < key.length(); i++) h = mix(h ^ key.charAt(i));
    return (mix(h) >>> 11) * UNIT_53;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
