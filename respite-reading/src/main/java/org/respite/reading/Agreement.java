// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.util.List;

/**
 * How a second reader compares on the statements that both quote.
 *
 * @param agree ids of statements with the same words and speaker
 * @param differ ids of statements with the same words and another speaker
 */
public record Agreement(List<String> agree, List<String> differ) {
  public Agreement {
    agree = List.copyOf(agree);
    differ = List.copyOf(differ);
  }
}
