// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.List;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Root;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;
import org.respite.model.finding.Nearest;

/** Finds the entry that a person means: by its short name, or by the first digits of its hash. */
public final class Lookup {
  private static final int FEWEST_DIGITS = 6;

  private Lookup() {}

  /** The same body, with the whole hash of what it speaks of. */
  public static Body resolved(Body body, Contents contents) throws Refused {
    return switch (body) {
      case Body.Confirmation c -> new Body.Confirmation(get(contents, c.of()).hash(), c.verdict(), c.claims(), c.by(), c.note());
      case Body.Correction c -> new Body.Correction(get(contents, c.of()).hash(), c.reason(), c.heard(), c.statement());
      case Body.MoreClaims c -> new Body.MoreClaims(get(contents, c.of()).hash(), c.claims());
      case Notification.Acknowledgement a -> new Notification.Acknowledgement(get(contents, a.of()).hash(), a.level(), a.by(), a.through(), a.at());
      case Statement _, Body.Author _, Body.Party _, Body.Source _, Body.Document _, Body.Count _, Body.Incident _, Body.Decision _, Notification _, Root _ -> body;
    };
  }

  /** Refused where nothing, or more than one thing, is called so. Of a name that was used again the first entry is meant where the others are no rivals. */
  public static Recorded get(Contents contents, String called) throws Refused {
    List<Recorded> found = contents.entries().filter(r -> r.entry().body().label().equals(called)).toList();
    if (found.isEmpty() && called.length() >= FEWEST_DIGITS) found = contents.entries().filter(r -> r.hash().startsWith(called)).toList();
    if (found.size() == 1) return found.getFirst();
    if (found.isEmpty()) {
      List<String> known = contents.entries().map(r -> r.entry().body().label()).filter(l -> !l.isEmpty()).distinct().toList();
      throw Refused.of("unknown-entry", called, "the ledger has no entry `%s`.%s".formatted(called, Nearest.hint(called, known)), "`respite ledger list` shows ids and hashes; at least %d digits of a hash".formatted(FEWEST_DIGITS));
    }
    throw Refused.of("ambiguous-entry", called, "%d entries are called `%s`: %s".formatted(found.size(), called, String.join(", ", found.stream().map(Recorded::shortHash).toList())), "name one by the digits of its hash");
  }
}
