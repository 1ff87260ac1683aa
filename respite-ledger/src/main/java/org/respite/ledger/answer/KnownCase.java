// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Basis;
import org.respite.model.register.Moment;
import org.respite.model.register.Source;
import org.respite.model.register.Statement;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Count;
import org.respite.model.scenario.GateItem;
import org.respite.model.scenario.NeedStated;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Records;
import org.respite.model.scenario.Window;

/**
 * A case as it stood at an instant: statements heard, windows announced, needs stated, people counted by then. What is dated later is left out, a gate item that
 * rests on a later source is open again. A day without an hour counts from its midnight. Ranges of assumptions stay: they are ours, not news.
 */
public final class KnownCase {
  private final Case theCase;
  private final Instant at;
  private final ZoneId zone;

  private KnownCase(Case theCase, Instant at) {
    this.theCase = theCase;
    this.at = at;
    this.zone = theCase.theatre().zone();
  }

  /** Adds a finding that says what was left out. Refused as a finding where nothing had been announced by then. */
  public static Case at(Case c, Instant at, List<Finding> findings) {
    return new KnownCase(c, at).known(findings);
  }

  private Case known(List<Finding> findings) {
    List<Statement> statements = theCase.register().statements().stream().filter(s -> known(s.heard(), !theCase.register().ledger().isEmpty())).toList();
    Set<String> windows = theCase.windows().filter(w -> known(w.announced(), true)).map(Window::id).collect(Collectors.toSet());
    List<Option> options = theCase.options().stream().filter(o -> windows.containsAll(o.windows())).toList();
    List<NeedStated> needs = theCase.records().needs().stream().filter(this::known).toList();
    List<Count> counts = theCase.records().counts().stream().filter(n -> known(n.to(), false)).toList();
    List<GateItem> gate = theCase.records().gate().stream().map(this::known).toList();
    String when = OffsetDateTime.ofInstant(at, zone.getRules().getOffset(at)).toString();
    if (options.isEmpty()) {
      findings.add(Finding.error("nothing-announced", At.file("--as-of"), "by %s none of the case's options had been announced".formatted(when), "there is no pause to ask about", "ask for a later time; `respite ledger list CASE-LEDGER` shows when things were heard"));
      return theCase;
    }
    findings.add(
        Finding.warning("as-of", At.file("--as-of"), "as known at %s: %d statements, %d of %d options, %d of %d stated needs, %d of %d counts".formatted(when, statements.size(), options.size(), theCase.options().size(), needs.size(), theCase.records().needs().size(), counts.size(), theCase.records().counts().size()),
            "what was heard, announced or counted later is left out; what is known to the day counts from its midnight", "leave out --as-of for all that is known"));
    return theCase.asKnown(theCase.register().with(statements), options, new Records(needs, gate, counts));
  }

  /** Whether a moment lies before the instant; {@code untold} where nobody stated it. */
  private boolean known(Moment moment, boolean untold) {
    return switch (moment) {
      case Moment.NotStated() -> untold;
      case Moment.Day(LocalDate day) -> !day.atStartOfDay(zone).toInstant().isAfter(at);
      case Moment.Exact exact -> !exact.instant().isAfter(at);
    };
  }

  private boolean known(NeedStated need) {
    return java.util.stream.Stream.of(need.hours(), need.lanes()).flatMap(Optional::stream).allMatch(q -> !(q.basis() instanceof Basis.Stated s) || knownDate(s.at()));
  }

  private GateItem known(GateItem item) {
    Source source = theCase.register().sources().get(item.source());
    if (item.status() == GateItem.Status.OPEN || source == null || knownDate(source.date())) return item;
    return new GateItem(item.kind(), GateItem.Status.OPEN, "not known by then", "");
  }

  /** Whether an ISO day lies before the instant; anything else is taken as known. */
  private boolean knownDate(String written) {
    try {
      return known(new Moment.Day(LocalDate.parse(written)), true);
    } catch (DateTimeParseException e) {
      return true; // a month, or "not stated"
    }
  }
}
