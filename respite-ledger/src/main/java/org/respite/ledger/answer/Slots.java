// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.ledger.answer.ConsentMatrix.Scope;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Topic;
import org.respite.model.register.Term;

/** Numbers the cells of the consent matrix as claims come up, so that asking again costs no look-up by words. */
final class Slots {
  /** A cell of the matrix. */
  record Slot(String party, Statement.Level level, Term term, Scope scope) {}

  private final Map<Slot, Integer> numbers = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  /** The number of the cell that a claim speaks to; -1 where its topic is no term, or its stance neither grants nor denies one. */
  int of(Statement s, Stated claim) {
    Optional<Term> term = Topic.term(claim.topic());
    if (term.isEmpty() || !position(claim.stance())) return -1;
    return numbers.computeIfAbsent(new Slot(s.party(), s.level(), term.get(), Scope.of(claim)), this::next);
  }

  private int next(Slot slot) {
    slots.add(slot);
    return slots.size() - 1;
  }

  private static boolean position(Stated.Stance stance) {
    return switch (stance) {
      case AGREES, CONDITIONAL, REFUSES, DISPUTES -> true;
      case ASSERTS, DENIES, ACCUSES -> false;
    };
  }

  List<Slot> all() {
    return slots;
  }
}
