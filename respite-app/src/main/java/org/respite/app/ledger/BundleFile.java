// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.ledger.safe.Bundle;

/** Bundles on a disk. */
final class BundleFile {
  private BundleFile() {}

  static boolean isBundle(Path file) throws Refused {
    try (InputStream in = Files.newInputStream(file)) {
      return Bundle.begins(in.readNBytes(16));
    } catch (IOException e) {
      throw Refused.of("no-file", file.toString(), Files.exists(file) ? "it cannot be read: " + e.getMessage() : "there is no such file", "name a ledger file or a bundle");
    }
  }

  static char[] passphrase(Path file) throws Refused {
    if (file != null) return Access.firstLine(file);
    String env = System.getenv("RESPITE_BUNDLE_PASSPHRASE");
    if (env == null || env.isEmpty()) throw Refused.of("no-passphrase", "bundle", "no passphrase for the bundle is given", "give --bundle-passphrase-file, or RESPITE_BUNDLE_PASSPHRASE");
    return env.toCharArray();
  }

  static Contents open(Path file, char[] passphrase) throws Refused {
    try {
      byte[] inside = Bundle.open(Files.readAllBytes(file), passphrase, file.toString());
      Verification v = Verifier.file(new ByteArrayInputStream(inside), new Verifier.Options(Set.of(), true));
      return v.contents().orElseThrow(() -> Refused.of("ledger-does-not-hold", file.toString(), "%s: %s".formatted(v.failures().getFirst().entry(), v.failures().getFirst().why()), "ask the sender for a sound one"));
    } catch (IOException e) {
      throw Refused.of("unreadable", file.toString(), "it cannot be read: " + e.getMessage(), "copy it again");
    }
  }
}
