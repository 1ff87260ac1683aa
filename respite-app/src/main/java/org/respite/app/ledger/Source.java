// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a verb that only reads works on: a workspace or a ledger file, as known at an instant. */
final class Source {
  @Parameters(index = "0", paramLabel = "LEDGER", description = "a ledger file, or a workspace folder")
  Path ledger;

  @Mixin Access access = new Access();

  @Option(names = "--as-of", paramLabel = "TIME", description = "as known then: what was heard by 2016-10-19T21:00+03:00, and nothing later")
  String asOf;

  @Option(names = "--entered-by", paramLabel = "TIME", description = "only what had been entered by then, on its authors' clocks")
  String enteredBy;

  /** The ledger, verified; refused where it does not hold. */
  Contents contents() throws Refused {
    if (!Files.isDirectory(ledger)) return ofFile(ledger);
    try (Workspace w = access.open(ledger)) {
      return w.contents();
    }
  }

  Readings readings() throws Refused {
    return Readings.of(contents(), new Readings.Until(instant("--as-of", asOf), instant("--entered-by", enteredBy)));
  }

  static Contents ofFile(Path file) throws Refused {
    Verification v = verify(file, new Verifier.Options(Set.of(), true));
    if (v.holds()) return v.contents().orElseThrow();
    throw Refused.of("ledger-does-not-hold", file + ":" + v.failures().getFirst().line(), "%s: %s".formatted(v.failures().getFirst().entry(), v.failures().getFirst().why()), "`respite ledger verify %s` lists what fails; ask for a sound copy".formatted(file));
  }

  static Verification verify(Path file, Verifier.Options options) throws Refused {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return Verifier.file(in, options);
    } catch (IOException e) {
      throw Refused.of("no-ledger", file.toString(), Files.exists(file) ? "it cannot be read: " + e.getMessage() : "there is no such file", "name a ledger file or a workspace folder");
    }
  }

  /** An instant with offset, as given to an option. */
  static Optional<Instant> instant(String option, String written) throws Refused {
    if (written == null) return Optional.empty();
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      throw Refused.of("not-a-time", option, "`%s` is no time with offset".formatted(written), "write 2016-10-19T21:00+03:00");
    }
  }
}
