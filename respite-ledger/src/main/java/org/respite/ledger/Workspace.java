// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Header;
import org.respite.ledger.entry.Label;
import org.respite.ledger.entry.Root;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.AuthorKey;
import org.respite.ledger.proof.Batch;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Roots;
import org.respite.ledger.proof.Sha256;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.ledger.proof.Writer;
import org.respite.ledger.safe.Lock;
import org.respite.ledger.safe.Sealing;
import org.respite.ledger.store.Database;
import org.respite.ledger.store.Store;

/**
 * A folder in which one author works on one ledger. Whatever is appended is on the disk, signed, before the call returns; nothing is ever changed.
 * One thread at a time; several processes may work in one folder, one after the other.
 */
public final class Workspace implements AutoCloseable {
  static final String SQLITE_FILE = "ledger.db";

  private final Path dir;
  private final WorkspaceFile file;
  private final AuthorKey key;
  private final Optional<Sealing> sealing;
  private final Store store;
  private final Header header;
  private final Clock clock;

  private Workspace(Path dir, WorkspaceFile file, Opening opening, Store store, Header header) {
    this.dir = dir;
    this.file = file;
    this.key = opening.key;
    this.sealing = opening.sealing;
    this.store = store;
    this.header = header;
    this.clock = opening.clock;
  }

  private record Opening(AuthorKey key, Optional<Sealing> sealing, Clock clock) {}

  /**
   * A new workspace.
   *
   * @param title of the ledger; unused where one is joined
   * @param zone of the ledger; unused where one is joined
   * @param author role under which its entries are made
   * @param store "sqlite", or the JDBC address of an empty PostgreSQL database
   * @param passphrase empty for a workspace that anyone who holds it can read
   * @param joined a ledger to go on with; empty for a new one
   */
  public record Init(String title, ZoneId zone, String author, String store, Optional<char[]> passphrase, Optional<Contents> joined, Clock clock) {}

  /** Makes the folder, the key and the ledger, and introduces the author. Refused where there is a workspace. */
  public static Workspace init(Path dir, Init init) throws Refused {
    if (Files.exists(dir.resolve(WorkspaceFile.NAME))) throw Refused.of("workspace-exists", dir.toString(), "there is a workspace here already", "work in it, or name another folder");
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw Refused.of("not-written", dir.toString(), "the folder cannot be made: " + e.getMessage(), "name another folder");
    }
    AuthorKey key = AuthorKey.create();
    Optional<Lock.Opened> lock = init.passphrase.map(Lock::create);
    Header header = init.joined.map(Contents::header).orElseGet(() -> new Header(newId(), init.title, init.zone, now(init.clock, init.zone).toString()));
    Optional<Sealing> sealing = lock.map(Lock.Opened::sealing);
    Store store = Store.open(database(init.store, dir), true, sealing);
    store.begin(header.id(), Contents.headerLine(header));
    if (init.joined.isPresent()) store.add(init.joined.get().batches());
    WorkspaceFile file = WorkspaceFile.of(init.store, key, lock);
    file.write(dir);
    Workspace made = new Workspace(dir, file, new Opening(key, sealing, init.clock), store, header);
    made.append(List.of(new Writer.Item(Label.PUBLIC, new Body.Author(key.publicKey(), init.author))));
    return made;
  }

  private static String newId() {
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    return Sha256.hex(id);
  }

  /** Whether there is a workspace in this folder. */
  public static boolean isIn(Path dir) {
    return Files.isRegularFile(dir.resolve(WorkspaceFile.NAME));
  }

  /** Whether it opens only with a passphrase. */
  public static boolean isLocked(Path dir) throws Refused {
    return WorkspaceFile.read(dir).lock().isPresent();
  }

  public static Workspace open(Path dir, Optional<char[]> passphrase, Clock clock) throws Refused {
    WorkspaceFile file = WorkspaceFile.read(dir);
    Optional<Sealing> sealing = Optional.empty();
    if (file.lock().isPresent()) {
      char[] given = passphrase.orElseThrow(() -> Refused.of("locked", dir.toString(), "the workspace is locked", "give its passphrase: RESPITE_PASSPHRASE, or --passphrase-file"));
      sealing = file.lock().get().open(given);
      if (sealing.isEmpty()) throw wrongPassphrase(dir);
    }
    AuthorKey key = file.key(sealing, dir);
    Store store = Store.open(database(file.store(), dir), true, sealing);
    String headerLine = store.headerLine().orElse("");
    Verification headerOnly = Verifier.lines(List.of(headerLine.getBytes(StandardCharsets.UTF_8)).iterator(), new Verifier.Options(Set.of(), false));
    Header header = headerOnly.header().orElseThrow(() -> Refused.of("ledger-damaged", dir.toString(), "the ledger's header cannot be read", "`respite ledger verify` tells more; restore it from an export"));
    return new Workspace(dir, file, new Opening(key, sealing, clock), store, header);
  }

  private static Database database(String store, Path dir) {
    if (store.equals(WorkspaceFile.SQLITE)) return Database.sqlite(dir.resolve(SQLITE_FILE));
    return new Database(store, env("RESPITE_DB_USER"), env("RESPITE_DB_PASSWORD"));
  }

  private static String env(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  public Header header() {
    return header;
  }

  public AuthorKey key() {
    return key;
  }

  public Path folder() {
    return dir;
  }

  private static OffsetDateTime now(Clock clock, ZoneId zone) {
    return OffsetDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Signs the items as one batch and adds it; they are on the disk when this returns. */
  public List<Recorded> append(List<Writer.Item> items) throws Refused {
    String headerHash = Contents.empty(header).headerHash();
    Writer writer = new Writer(key, headerHash);
    OffsetDateTime now = now(clock, header.zone());
    return store.append(key.id(), headerHash, place -> writer.batch(place, items, now)).entries();
  }

  /** Adds a signed root over everything that is in. */
  public Recorded root() throws Refused {
    List<Root.Head> heads = store.heads();
    return append(List.of(new Writer.Item(Label.PUBLIC, Roots.of(heads, Contents.empty(header).headerHash())))).getFirst();
  }

  /** Checks every line of the store. */
  public Verification verify(Verifier.Options options) throws Refused {
    return Verifier.lines(store.lines(), options);
  }

  /** The ledger in memory, verified; refused where it does not hold. */
  public Contents contents() throws Refused {
    Verification v = verify(new Verifier.Options(Set.of(), true));
    Contents read = v.contents().orElseThrow(() -> Refused.of("ledger-does-not-hold", dir.toString(), "the ledger does not hold: %s: %s".formatted(v.failures().getFirst().entry(), v.failures().getFirst().why()), "`respite ledger verify` lists what fails; restore it from an export"));
    return Contents.empty(header).merge(read);
  }

  /** Takes over what {@code other} has and this one has not; how many batches that were. */
  public int merge(Contents other) throws Refused {
    if (!other.header().equals(header)) throw Refused.of("another-ledger", dir.toString(), "the file is of ledger %s (%s), the workspace holds ledger %s (%s)".formatted(other.header().id(), other.header().title(), header.id(), header.title()), "import it into a workspace that joined that ledger");
    return store.add(new ArrayList<Batch>(other.batches()));
  }

  /**
   * Puts a workspace that has no passphrase under one: the key first, then the entries, so that a break between the two loses nothing; running it again goes on.
   */
  public static void lock(Path dir, char[] passphrase, Clock clock) throws Refused {
    try (Workspace open = open(dir, Optional.empty(), clock)) {
      Lock.Opened made = Lock.create(passphrase);
      open.file.locked(made, open.key).write(dir);
    }
    try (Workspace locked = open(dir, Optional.of(passphrase), clock)) {
      locked.store.sealAll();
      locked.originals().sealAll();
    }
  }

  /** Another passphrase over the same key. */
  public static void changePassphrase(Path dir, char[] from, char[] to) throws Refused {
    WorkspaceFile file = WorkspaceFile.read(dir);
    Lock lock = file.lock().orElseThrow(() -> Refused.of("not-locked", dir.toString(), "the workspace has no passphrase yet", "set one"));
    file.withLock(lock.change(from, to).orElseThrow(() -> wrongPassphrase(dir))).write(dir);
  }

  private static Refused wrongPassphrase(Path dir) {
    return Refused.of("wrong-passphrase", dir.toString(), "this is not the passphrase of the workspace", "try again; nobody can open it without");
  }

  /** Originals of documents, kept in this workspace. */
  public Originals originals() {
    return new Originals(dir, sealing);
  }

  @Override
  public void close() {
    store.close();
  }
}
