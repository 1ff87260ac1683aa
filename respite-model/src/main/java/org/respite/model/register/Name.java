// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

/**
 * A name in both scripts.
 *
 * @param ar empty where not known
 */
public record Name(String en, String ar) {
  @Override
  public String toString() {
    return en;
  }
}
