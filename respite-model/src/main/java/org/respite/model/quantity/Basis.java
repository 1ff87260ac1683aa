// SPDX-License-Identifier: Apache-2.0
package org.respite.model.quantity;

import java.util.List;

/** Why a number is what it is. There is no third kind: a number without a basis is a finding. */
public sealed interface Basis {
  /** Keys of the case's sources: where it was stated, or where the assumption's basis comes from. */
  List<String> sources();

  /**
   * Somebody stated it.
   *
   * @param by who, empty where the source itself speaks
   * @param at when, as written; empty where only the source's date is known
   */
  record Stated(List<String> sources, String by, String at) implements Basis {
    public Stated {
      sources = List.copyOf(sources);
    }
  }

  /** Nobody stated it for this case. */
  record Assumed(String why, List<String> sources) implements Basis {
    public Assumed {
      sources = List.copyOf(sources);
    }
  }
}
