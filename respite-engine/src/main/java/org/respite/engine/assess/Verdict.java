// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VerdictRow;
import org.respite.engine.answer.VerdictRow.Answer;
import org.respite.model.register.Term;
import org.respite.model.scenario.Purpose;

/**
 * Is it long enough, and for whom? "Not enough" where even the 95th percentile falls short; "enough" only where the 5th suffices, all who must agree
 * have agreed and, for leaving, somebody stated how many would go; "cannot say" in every other case.
 */
final class Verdict {
  private static final double ALL = 1 - 1e-9;

  private final Consent consent;
  private final double hoursOffered;
  private final List<VerdictRow> rows = new ArrayList<>();

  private Verdict(Consent consent, double hoursOffered) {
    this.consent = consent;
    this.hoursOffered = hoursOffered;
  }

  static List<VerdictRow> of(PeopleOut people, Optional<AidIn> aid, Consent consent, double hoursOffered) {
    Verdict v = new Verdict(consent, hoursOffered);
    v.leave(people);
    people.wounded().ifPresent(v::wounded);
    aid.ifPresent(v::aid);
    return List.copyOf(v.rows);
  }

  private void leave(PeopleOut p) {
    String unwilling = p.would().stated() ? "" : " Nobody stated how many would choose to go.";
    add(Purpose.LEAVE, "all", "all civilians", p.couldShare(), p.hoursNeeded(), p.would().stated(), p.plan().bottleneck().words() + never(p.hoursNeeded()) + unwilling, Term.LEAVING);
    for (PeopleOut.ClassOut c : p.firsts()) {
      String first = "If they went first: " + c.bottleneck().words();
      add(Purpose.LEAVE, c.id(), c.name(), c.couldShare(), c.hoursNeeded(), p.would().stated(), first + never(c.hoursNeeded()) + unwilling, Term.LEAVING);
    }
  }

  private void wounded(PeopleOut.ClassOut c) {
    add(Purpose.WOUNDED, c.id(), c.name(), c.couldShare(), c.hoursNeeded(), true, c.bottleneck().words() + never(c.hoursNeeded()), Term.MEDICAL_EVACUATION);
  }

  /** Where no hours can be named, what stands beside the middle plan's bottleneck: worlds differ, and in some a few live behind streets that war shut. */
  private static String never(Optional<Spread> hoursNeeded) {
    return hoursNeeded.isPresent() ? "" : " Over the drawn worlds some can never get out by these ways, or not within two weeks more: no length of pause serves all of them.";
  }

  private void aid(AidIn a) {
    for (AidIn.ItemIn item : a.items()) {
      Purpose purpose = Purpose.valueOf(item.purpose().toUpperCase(java.util.Locale.ROOT));
      String because =
          a.lanes() == 0
              ? "No lane for aid in this option."
              : item.trucks().high() < 0.5
                  ? "No truck is left for it: what serves more person-days a tonne is loaded first."
              : "%.0f to %.0f trucks of it in %.0f h of work. %s".formatted(item.trucks().low(), item.trucks().high(), a.workingHours(), a.chain());
      add(purpose, "all", "all inside, for %.0f %s".formatted(item.days(), item.days() == 1 ? "day" : "days"), item.shareOfNeed(), item.hoursNeeded(), true, because, Term.AID);
    }
  }

  private void add(Purpose purpose, String group, String name, Spread share, Optional<Spread> hoursNeeded, boolean known, String because, Term term) {
    String lacking = ConsentTable.lacking(consent, term);
    Answer answer = share.high() < ALL ? Answer.NOT_ENOUGH : share.low() >= ALL && known && lacking.isEmpty() ? Answer.ENOUGH : Answer.CANNOT_SAY;
    Optional<Spread> missing = hoursNeeded.map(h -> new Spread(missing(h.low()), missing(h.mid()), missing(h.high()), "h"));
    String agreed = lacking.isEmpty() ? "" : " Not agreed: %s (%s).".formatted(term.words(), lacking);
    rows.add(new VerdictRow(purpose, group, name, answer, Optional.of(share), missing, because + agreed));
  }

  private double missing(double needed) {
    return Math.max(0, needed - hoursOffered);
  }
}
