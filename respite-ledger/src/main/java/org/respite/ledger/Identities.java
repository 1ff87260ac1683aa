// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.safe.Lock;
import org.respite.ledger.safe.Sealing;

/**
 * Who a source really is, by the source's key, in {@code identities.json} of the workspace: sealed under a key of its own with a passphrase of its own, so that whoever
 * works on the ledger, and whoever is sent it, need not know. It is never part of the ledger.
 */
public final class Identities {
  private static final String NAME = "identities.json";

  private final Path file;
  private final Sealing key;

  private Identities(Path file, Sealing key) {
    this.file = file;
    this.key = key;
  }

  /** Opens the identities; the first passphrase given becomes theirs. */
  public static Identities open(Path workspace, char[] passphrase) throws Refused {
    WorkspaceFile settings = WorkspaceFile.read(workspace);
    if (settings.identityLock().isEmpty()) {
      Lock.Opened made = Lock.create(passphrase);
      settings.withIdentityLock(made.lock()).write(workspace);
      return new Identities(workspace.resolve(NAME), made.sealing());
    }
    Optional<Sealing> key = settings.identityLock().get().open(passphrase);
    return new Identities(workspace.resolve(NAME), key.orElseThrow(() -> Refused.of("wrong-passphrase", workspace.toString(), "this is not the passphrase of the identities", "it is another than the workspace's; nobody can open them without")));
  }

  /** Keeps, or replaces, who a source is. */
  public void put(String source, String identity) throws Refused {
    TreeMap<String, Value> all = new TreeMap<>(read());
    all.put(source, new Value.Text(HexFormat.of().formatHex(key.seal(identity.getBytes(StandardCharsets.UTF_8), "identity " + source))));
    WorkspaceFile.writeAside(file, Canonical.bytes(new Value.Fields(all)));
  }

  /** Who a source is; empty where nobody wrote it down. */
  public Optional<String> find(String source) throws Refused {
    if (!(read().get(source) instanceof Value.Text(String hex))) return Optional.empty();
    byte[] plain = key.open(HexFormat.of().parseHex(hex), "identity " + source).orElseThrow(this::damaged);
    return Optional.of(new String(plain, StandardCharsets.UTF_8));
  }

  private Refused damaged() {
    return Refused.of("identities-damaged", file.toString(), "what is kept there was changed", "restore it from a copy");
  }

  private TreeMap<String, Value> read() throws Refused {
    if (!Files.exists(file)) return new TreeMap<>();
    try {
      return new TreeMap<>(Canonical.read(Files.readAllBytes(file)).entries());
    } catch (IOException | Canonical.NotCanonical e) {
      throw damaged();
    }
  }
}
