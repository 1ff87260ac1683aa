// SPDX-License-Identifier: Apache-2.0
package org.respite.app.assess;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.ledger.answer.KnownCase;
import org.respite.ledger.answer.Projection;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;

/** A case folder with what its ledger holds: every verb that takes a case reads it here. */
public final class CaseReading {
  private CaseReading() {}

  /**
   * @param asOf as known then; empty for all that is known
   */
  public static CaseFolder.Result read(Path folder, Optional<Instant> asOf) {
    CaseFolder.Result read = CaseFolder.read(folder);
    if (read.read().isEmpty()) return read;
    Case c = read.read().get();
    List<Finding> findings = new ArrayList<>(read.findings());
    Optional<Case> whole = c.register().ledger().isEmpty() ? Optional.of(c) : withLedger(c, folder, asOf, findings);
    if (asOf.isPresent()) whole = whole.map(w -> KnownCase.at(w, asOf.get(), findings));
    findings.sort(Finding.WORST_FIRST);
    return new CaseFolder.Result(Finding.anyError(findings) ? Optional.empty() : whole, List.copyOf(findings));
  }

  private static Optional<Case> withLedger(Case c, Path folder, Optional<Instant> asOf, List<Finding> findings) {
    Optional<Contents> contents = contents(folder.resolve(c.register().ledger()), c.register().ledger(), findings);
    if (contents.isEmpty()) return Optional.empty();
    Projection.Result projected = Projection.of(c, Readings.of(contents.get(), new Readings.Until(asOf, Optional.empty())));
    findings.addAll(projected.findings());
    return projected.read();
  }

  private static Optional<Contents> contents(Path file, String name, List<Finding> findings) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Verification v = Verifier.file(in, Verifier.Options.reading());
      v.failures().stream().map(f -> Finding.error("ledger-does-not-hold", new At(name, (int) f.line()), "%s: %s".formatted(f.entry(), f.why()), "nothing in a ledger that does not hold can be relied on", "get a sound copy; `respite ledger verify` says more")).forEach(findings::add);
      return v.contents();
    } catch (IOException e) {
      findings.add(Finding.error("unreadable", At.file(name), "it cannot be read: " + e.getMessage(), "nobody's word is known", "check permissions and the disk"));
      return Optional.empty();
    }
  }
}
