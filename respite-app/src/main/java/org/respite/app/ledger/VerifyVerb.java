// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Failure;
import org.respite.ledger.proof.PublicKeys;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Needs nothing but the file: whoever gets one can check it. */
@Command(
    name = "verify",
    description = "Check every byte of a ledger: form, hashes, chains, signatures. Says which entry fails and what is not proved.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it holds", "1:it does not hold, or the file is no ledger; what fails is listed", "2:there is no such file, or it cannot be read", "70:a bug of ours"})
final class VerifyVerb extends LedgerVerb {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "LEDGER", description = "a ledger file, or a workspace folder")
  Path ledger;

  @Mixin Access access = new Access();

  @Option(names = "--keys", paramLabel = "FILE", description = "public keys that may sign, 64 hexadecimal digits a line; what any other key signed does not hold")
  Path keys;

  @Override
  int run() throws Refused {
    Verifier.Options options = new Verifier.Options(pinned(), false);
    Verification v = Files.isDirectory(ledger) ? ofWorkspace(options) : Source.verify(ledger, options);
    if (json) json(fields(v));
    else print(v);
    return v.holds() ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private Verification ofWorkspace(Verifier.Options options) throws Refused {
    try (Workspace w = access.open(ledger)) {
      return w.verify(options);
    }
  }

  private Set<String> pinned() throws Refused {
    if (keys == null) return Set.of();
    Set<String> pinned = new LinkedHashSet<>();
    try {
      for (String line : Files.readAllLines(keys)) {
        String key = line.replaceAll("#.*", "").strip().split("\\s+")[0];
        if (key.isEmpty()) continue;
        if (!PublicKeys.isKey(key)) throw Refused.of("not-a-key", keys.toString(), "`%s` is no public key".formatted(key), "write 64 hexadecimal digits, as `respite ledger verify --json` prints them");
        pinned.add(key);
      }
    } catch (IOException e) {
      throw Refused.of("no-keys", keys.toString(), "it cannot be read: " + e.getMessage(), "name a text file with one key a line");
    }
    if (pinned.isEmpty()) throw Refused.of("no-keys", keys.toString(), "there is no key in it", "write one key a line");
    return pinned;
  }

  private void print(Verification v) {
    v.header().ifPresent(h -> line("%s  (ledger %s, %s)", h.title(), h.id(), h.zone()));
    for (Failure f : v.failures().subList(0, Math.min(SHOWN, v.failures().size()))) line("DOES NOT HOLD  line %d, %s: %s", f.line(), f.entry(), f.why());
    if (v.failures().size() > SHOWN) line("... and %d more", v.failures().size() - SHOWN);
    if (v.holds()) line("HOLDS  %d entries under %d signatures: nothing was changed, taken out or put in since they were signed", v.entries(), v.signatures());
    for (Verification.Author a : v.authors()) line("  key %s  %s, %d entries%s", a.key(), a.name(), a.entries(), keys == null ? "" : a.pinned() ? ", known" : ", NOT among the known keys");
    for (String notice : v.notices()) line("  note: %s", notice);
    line("Not proved:");
    for (String not : Verification.NOT_PROVED) line("  - %s", not);
  }

  private static Value.Fields fields(Verification v) {
    Value.Builder out = Value.Fields.with().put("holds", new Value.Flag(v.holds())).whole("entries", v.entries()).whole("signatures", v.signatures());
    v.header().ifPresent(h -> out.put("header", h.fields()));
    out.put("failures", new Value.Items(v.failures().stream().<Value>map(f -> Value.Fields.with().whole("line", f.line()).text("entry", f.entry()).text("why", f.why()).done()).toList()));
    out.put("authors", new Value.Items(v.authors().stream().<Value>map(a -> Value.Fields.with().text("id", a.id()).text("key", a.key()).text("name", a.name()).whole("entries", a.entries()).put("known", new Value.Flag(a.pinned())).done()).toList()));
    out.put("notices", new Value.Items(v.notices().stream().<Value>map(Value.Text::new).toList()));
    return out.put("not_proved", new Value.Items(Verification.NOT_PROVED.stream().<Value>map(Value.Text::new).toList())).done();
  }
}
