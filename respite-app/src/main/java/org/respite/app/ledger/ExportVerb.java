// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.entering.Typed;
import org.respite.ledger.entry.Label;
import org.respite.ledger.entry.Root;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.LedgerFile;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.safe.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole ledger as one file that anyone can verify. */
@Command(
    name = "export",
    description = "Write the whole ledger as one signed file, for whoever is to read, verify or merge it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace or the command is wrong; nothing was written", "70:a bug of ours"})
final class ExportVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1", paramLabel = "FILE", description = "where it goes; by custom NAME.ledger.jsonl")
  Path file;

  @Mixin Access access = new Access();

  @Option(names = "--bundle", description = "encrypt it under a passphrase, for a USB stick")
  boolean bundle;

  @Option(names = "--bundle-passphrase-file", paramLabel = "FILE", description = "file whose first line will open the bundle; else RESPITE_BUNDLE_PASSPHRASE")
  Path bundlePassphrase;

  @Option(names = "--root", description = "add a signed root first and print its digest, for RFC 3161 or OpenTimestamps stamping")
  boolean root;

  @Option(names = "--tlp", paramLabel = "LABEL", description = "refuse where an entry is labelled stricter than this: clear, green, amber, amber-strict or red (default: ${DEFAULT-VALUE})")
  String tlp = "red";

  @Option(names = "--force", description = "replace a file that is there")
  boolean force;

  @Override
  int run() throws Refused {
    try (Workspace w = access.open(folder)) {
      String digest = root ? ((Root) w.root().entry().body()).digest() : "";
      Contents contents = w.contents();
      checkLabels(contents);
      write(w, contents);
      long entries = contents.entries().count();
      if (json) json(Value.Fields.with().text("file", file.toString()).whole("entries", entries).text("root", digest).done());
      else line("%s: %d entries%s", file, entries, digest.isEmpty() ? "" : "; root " + digest);
    }
    return ExitCode.DONE;
  }

  /** A chain is given whole or not at all: what is stricter than its reader may see keeps all of it back. */
  private void checkLabels(Contents contents) throws Refused {
    Label.Tlp most = Typed.label(tlp, "low").tlp();
    List<Recorded> stricter = contents.entries().filter(r -> r.entry().label().tlp().compareTo(most) > 0).toList();
    if (stricter.isEmpty()) return;
    Recorded first = stricter.getFirst();
    throw Refused.of("label-stricter", first.name(), "%d entries are labelled stricter than TLP:%s; the first is %s, TLP:%s".formatted(stricter.size(), tlp.toUpperCase(java.util.Locale.ROOT), first.name(), Asked.written(first.entry().label().tlp()).toUpperCase(java.util.Locale.ROOT)), "export for a reader who may see them, or enter what this one may see into a ledger of its own (`list --json`, then `add --from`)");
  }

  private void write(Workspace w, Contents contents) throws Refused {
    if (!bundle) {
      write(file, force, out -> LedgerFile.write(contents, w.key(), out));
      return;
    }
    char[] passphrase = BundleFile.passphrase(bundlePassphrase);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    write(file, force, out -> {
      LedgerFile.write(contents, w.key(), whole);
      out.write(Bundle.seal(whole.toByteArray(), passphrase));
    });
  }

  /** What writes a whole file. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** Whole or not at all: aside first, then renamed. */
  static void write(Path file, boolean force, Content content) throws Refused {
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      if (!force && Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
      try (OutputStream out = Files.newOutputStream(aside)) {
        content.to(out);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw Refused.of("file-exists", file.toString(), "there is a file of that name", "name another one, or give --force");
    } catch (IOException e) {
      try {
        Files.deleteIfExists(aside);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw Refused.of("not-written", file.toString(), "it cannot be written: " + e.getMessage(), "free the disk, or name another place");
    }
  }
}
