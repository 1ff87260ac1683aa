// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

/**
 * What is to be carried.
 *
 * @param amount tonnes wanted at the far end, so that what is taken off on the way is sent again; or people who ride, each at most once
 * @param unit of the amount: {@code t} or {@code people}
 * @param served what one unit that arrives does: person-days a tonne, or 1 for a person
 * @param weight what the user gives one of those in the objective
 * @param volume m3 a unit takes
 * @param group size of the families and escorts that stay together, in units; 0 for goods, which can be split at will
 */
public record Cargo(String id, String name, String purpose, double amount, String unit, double served, double weight, double volume, int group) {
  /** Worth of one unit that arrives. */
  public double value() {
    return served * weight;
  }

  /** People: who is held back on the way does not ride again. */
  public boolean people() {
    return unit.equals("people");
  }

  /** Of the amount, what a load uses up. */
  public double uses(double sent, double arrives) {
    return people() ? sent : arrives;
  }

  public Cargo withWeight(double other) {
    return new Cargo(id, name, purpose, amount, unit, served, other, volume, group);
  }

  public Cargo withAmount(double left) {
    return new Cargo(id, name, purpose, left, unit, served, weight, volume, group);
  }
}
