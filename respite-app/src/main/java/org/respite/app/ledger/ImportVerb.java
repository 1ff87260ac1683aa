// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two ledgers that grew apart become one. */
@Command(
    name = "import",
    description = "Merge a ledger file or bundle into a workspace: nothing is lost, causes stand before effects, conflicts are shown.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done; conflicts, if any, are listed", "2:the file or the workspace is wrong; nothing was entered", "70:a bug of ours"})
final class ImportVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1", paramLabel = "FILE", description = "a ledger file, or a bundle")
  Path file;

  @Mixin Access access = new Access();

  @Option(names = "--bundle-passphrase-file", paramLabel = "FILE", description = "file whose first line opens the bundle; else RESPITE_BUNDLE_PASSPHRASE")
  Path bundlePassphrase;

  @Override
  int run() throws Refused {
    Contents other = BundleFile.isBundle(file) ? BundleFile.open(file, BundleFile.passphrase(bundlePassphrase)) : Source.ofFile(file);
    try (Workspace w = access.open(folder)) {
      long before = w.contents().entries().count();
      w.merge(other);
      Contents merged = w.contents();
      long more = merged.entries().count() - before;
      Verification v = w.verify(new Verifier.Options(Set.of(), false));
      Set<String> conflicts = new HashSet<>(v.notices());
      conflicts.addAll(Readings.of(merged, Readings.Until.NOW).conflicts());
      List<String> shown = conflicts.stream().sorted().toList();
      if (json) json(Value.Fields.with().whole("new_entries", more).whole("entries", before + more).put("conflicts", new Value.Items(shown.stream().<Value>map(Value.Text::new).toList())).done());
      else {
        line("%d new entries, %d in all", more, before + more);
        shown.forEach(c -> line("conflict: %s", c));
      }
    }
    return ExitCode.DONE;
  }
}
