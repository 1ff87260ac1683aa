// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.stream.Collectors;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Root;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;

/** Entries in words, for lists. */
public final class EntryWords {
  private EntryWords() {}

  /** Name or hash, kind, and what it says, in one line. */
  public static String line(Recorded r) {
    return "%-12s  %-15s  %s".formatted(r.name(), Asked.written(r.entry().body().kind()), of(r.entry().body()));
  }

  static String of(Body body) {
    return switch (body) {
      case Statement s -> "%s (%s), said %s, heard %s: %s%s".formatted(s.party(), Asked.written(s.level()), s.said().at().print(), s.heard().at().print(), s.text().isEmpty() ? s.wording().original() : s.text(), claims(s.claims()));
      case Body.Author a -> "%s, key %s".formatted(a.name(), a.key());
      case Body.Party p -> "%s, %s, levels: %s".formatted(p.name(), Asked.written(p.partyKind()), p.levels().stream().map(Asked::written).collect(Collectors.joining(", ")));
      case Body.Source s -> "%s, %s%s".formatted(s.publisher(), s.date(), s.reliability().isEmpty() ? "" : ", reliability " + s.reliability());
      case Body.Document d -> "%s (%d bytes, SHA-256 %s)".formatted(d.title().isEmpty() ? "document" : d.title(), d.bytes(), d.sha256());
      case Body.MoreClaims m -> "of %s%s".formatted(brief(m.of()), claims(m.claims()));
      case Body.Confirmation c -> "%s: %s of %s%s".formatted(Asked.written(c.verdict()), c.claims().isEmpty() ? "all claims" : "claims " + c.claims(), brief(c.of()), c.note().isEmpty() ? "" : ": " + c.note());
      case Body.Correction c -> "of %s, because %s%s".formatted(brief(c.of()), c.reason(), c.statement().isEmpty() ? "; withdrawn" : "");
      case Body.Count c -> "%s: %s to %s %s, counted by %s".formatted(c.what(), c.figure().low(), c.figure().high(), c.figure().unit(), c.by());
      case Body.Incident i -> "%s, %s, %s".formatted(i.what(), i.occurred().at().print(), i.place());
      case Body.Decision d -> "%s on %s: %s".formatted(d.decision(), d.on(), d.reason());
      case Notification n -> "to %s (%s): %s".formatted(n.party(), Asked.written(n.level()), n.what());
      case Notification.Acknowledgement a -> "of %s by level %s, %s".formatted(brief(a.of()), Asked.written(a.level()), a.at().at().print());
      case Root root -> "%d entries known, digest %s".formatted(root.entries(), root.digest());
    };
  }

  private static String claims(java.util.List<Stated> claims) {
    return claims.isEmpty() ? "" : claims.stream().map(EntryWords::claim).collect(Collectors.joining(", ", "  [", "]"));
  }

  static String claim(Stated c) {
    return c.topic() + " " + Asked.written(c.stance()) + (c.corridor().isEmpty() ? "" : " " + c.corridor()) + (c.window().isEmpty() ? "" : " " + c.window());
  }

  static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  /** The entry as it stands, with its hash. */
  public static Value.Fields fields(Recorded r) {
    return Value.Fields.with().text("hash", r.hash()).put("entry", r.entry().fields()).done();
  }
}
