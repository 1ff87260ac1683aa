// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Label;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Told;
import org.respite.ledger.entry.Topic;
import org.respite.ledger.proof.Writer;
import org.respite.model.register.Claim;
import org.respite.model.register.Party;
import org.respite.model.register.Source;
import org.respite.model.scenario.Case;

/** The register of a case folder as entries: its parties, the sources that its statements cite, its statements. */
public final class FromCase {
  private final Label label;
  private final List<Writer.Item> items = new ArrayList<>();

  private FromCase(Label label) {
    this.label = label;
  }

  /** In the order of the case. */
  public static List<Writer.Item> items(Case c, Label label) {
    FromCase from = new FromCase(label);
    c.register().parties().forEach(from::party);
    Set<String> cited = new LinkedHashSet<>();
    c.register().statements().forEach(s -> cited.add(s.source()));
    c.register().sources().values().stream().filter(s -> cited.contains(s.key())).forEach(from::source);
    c.register().statements().forEach(from::statement);
    return List.copyOf(from.items);
  }

  private void add(Body body) {
    items.add(new Writer.Item(label, body));
  }

  private void party(Party p) {
    add(new Body.Party(p.id(), p.name().en(), p.name().ar(), p.kind(), p.levels().stream().map(FromCase::level).toList()));
  }

  private static Statement.Level level(Party.Level level) {
    return Statement.Level.valueOf(level.name());
  }

  private void source(Source s) {
    add(new Body.Source(s.key(), s.publisher(), s.date(), s.url(), s.title(), s.note(), "", ""));
  }

  private void statement(org.respite.model.register.Statement s) {
    List<Stated> claims = s.claims().stream().map(FromCase::claim).toList();
    add(new Statement(s.id(), s.party(), s.speaker(), level(s.level()), Told.of(s.said()), Told.of(s.heard()), s.source(), s.text().isEmpty() ? Told.NOT_STATED : s.text(), Statement.Wording.NONE, "", "", "", Optional.empty(), claims));
  }

  private static Stated claim(Claim c) {
    return new Stated(Topic.of(c.term()), Stated.Stance.valueOf(c.stance().name()), c.corridor(), "", "", c.window(), "", Optional.empty(), c.note());
  }
}
