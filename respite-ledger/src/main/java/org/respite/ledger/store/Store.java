// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.ledger.entry.Root;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Batch;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;
import org.respite.ledger.safe.Sealing;

/**
 * A ledger's rows. Every append is one transaction that first takes the ledger's row, so that two processes never build on the same end of a chain; a
 * transaction that does not commit leaves nothing.
 */
public final class Store implements AutoCloseable {
  private final Connection connection;
  private final String where;
  private final Optional<Sealing> sealing;

  private Store(Connection connection, String where, Optional<Sealing> sealing) {
    this.connection = connection;
    this.where = where;
    this.sealing = sealing;
  }

  /**
   * @param sealing under which entries are kept; empty where the workspace has no passphrase
   */
  public static Store open(Database database, boolean writing, Optional<Sealing> sealing) throws Refused {
    return new Store(database.connect(writing), database.where(), sealing);
  }

  /** What runs in one transaction. */
  private interface Work<T> {
    T run() throws SQLException, Refused;
  }

  private <T> T inTransaction(Work<T> work) throws Refused {
    try {
      connection.setAutoCommit(false);
      T done = work.run();
      connection.commit();
      connection.setAutoCommit(true);
      return done;
    } catch (SQLException e) {
      abandon(e);
      throw Trouble.of(e, where);
    } catch (Refused | RuntimeException e) {
      abandon(e);
      throw e;
    }
  }

  /** Takes back what was begun; where nothing had begun (another process writes), there is nothing to take back. */
  private void abandon(Exception e) {
    attempt(connection::rollback, e);
    attempt(() -> connection.setAutoCommit(true), e); // the next call begins afresh, also where the driver finds no transaction to end
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void attempt(Step step, Exception because) {
    try {
      step.run();
    } catch (SQLException left) {
      because.addSuppressed(left);
    }
  }

  /** Writes the header line of an empty store. */
  public void begin(String id, String headerLine) throws Refused {
    inTransaction(() -> {
      try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM ledger");
          ResultSet r = count.executeQuery()) {
        if (r.next() && r.getInt(1) > 0) throw Refused.of("ledger-exists", where, "there is a ledger in this database already", "open it, or name another place");
      }
      return execute("INSERT INTO ledger (id, header) VALUES (?, ?)", id, headerLine);
    });
  }

  /** Makes a batch out of where the chains end, and adds it. */
  public interface Making {
    Batch at(Writer.Place place);
  }

  /** Adds one batch at the end of {@code author}'s chain; returns when it is on the disk. */
  public Batch append(String author, String headerHash, Making making) throws Refused {
    return inTransaction(() -> {
      lock();
      Batch batch = making.at(place(author, headerHash));
      insert(batch);
      return batch;
    });
  }

  /** Adds the batches that are not there yet, causes first; all or none. How many were new. */
  public int add(List<Batch> batches) throws Refused {
    return inTransaction(() -> {
      lock();
      int added = 0;
      for (Batch b : batches) {
        if (has(b.head())) continue;
        insert(b);
        added++;
      }
      return added;
    });
  }

  /** Takes the ledger's row: on PostgreSQL for this transaction; on SQLite the transaction has the file already. */
  private void lock() throws SQLException {
    execute("UPDATE ledger SET header = header");
  }

  private boolean has(String head) throws SQLException {
    try (PreparedStatement s = prepared("SELECT 1 FROM batch WHERE head = ?", head);
        ResultSet r = s.executeQuery()) {
      return r.next();
    }
  }

  private Writer.Place place(String author, String headerHash) throws SQLException {
    List<String> tips = new ArrayList<>();
    try (PreparedStatement s = prepared("SELECT head FROM tip ORDER BY head");
        ResultSet r = s.executeQuery()) {
      while (r.next()) tips.add(r.getString(1));
    }
    try (PreparedStatement s = prepared("SELECT head, last_seq FROM batch WHERE author = ? ORDER BY last_seq DESC, head DESC", author)) {
      s.setMaxRows(1);
      try (ResultSet r = s.executeQuery()) {
        boolean any = r.next();
        String prev = any ? r.getString(1) : headerHash;
        long seq = any ? r.getLong(2) : 0;
        tips.remove(prev);
        return new Writer.Place(seq, prev, tips);
      }
    }
  }

  /** Where the chains end: everything before is tied to these. */
  public List<Root.Head> heads() throws Refused {
    List<Root.Head> heads = new ArrayList<>();
    try (PreparedStatement s = prepared("SELECT b.author, b.last_seq, b.head FROM batch b JOIN tip t ON t.head = b.head");
        ResultSet r = s.executeQuery()) {
      while (r.next()) heads.add(new Root.Head(r.getString(1), r.getLong(2), r.getString(3)));
    } catch (SQLException e) {
      throw Trouble.of(e, where);
    }
    return heads;
  }

  private void insert(Batch batch) throws SQLException {
    long lastSeq = batch.firstSeq() + batch.entries().size() - 1;
    execute("INSERT INTO batch (head, position, author, last_seq, signature) VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM batch), ?, ?, ?)", batch.head(), batch.author(), lastSeq, batch.signature());
    try (PreparedStatement s = connection.prepareStatement("INSERT INTO entry (batch, seq, hash, entry) VALUES (?, ?, ?, ?)")) {
      s.setString(1, batch.head());
      for (Recorded r : batch.entries()) {
        s.setLong(2, r.entry().seq());
        s.setString(3, r.hash());
        byte[] bytes = Canonical.bytes(r.entry().fields());
        s.setBytes(4, sealing.map(k -> k.seal(bytes, r.hash())).orElse(bytes));
        s.addBatch();
      }
      s.executeBatch();
    }
    for (String cause : batch.causes()) execute("DELETE FROM tip WHERE head = ?", cause);
    execute("INSERT INTO tip (head) VALUES (?)", batch.head());
  }

  /** The header line; empty where there is none. */
  public Optional<String> headerLine() throws Refused {
    try (PreparedStatement s = prepared("SELECT header FROM ledger");
        ResultSet r = s.executeQuery()) {
      return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw Trouble.of(e, where);
    }
  }

  private record Rows(String signature, String author, List<byte[]> lines) {}

  /** Every line as a file would have it, without a closing line, causes first: for the verifier. */
  public Iterator<byte[]> lines() throws Refused {
    Map<String, Rows> batches = new LinkedHashMap<>();
    try (PreparedStatement s = prepared("SELECT head, author, signature FROM batch ORDER BY position");
        ResultSet r = s.executeQuery()) {
      while (r.next()) batches.put(r.getString(1), new Rows(r.getString(3), r.getString(2), new ArrayList<>()));
    } catch (SQLException e) {
      throw Trouble.of(e, where);
    }
    readEntries(batches);
    return StoredLines.of(headerLine().orElse(""), batches.entrySet().stream().map(e -> new StoredLines.Stored(e.getKey(), e.getValue().author, e.getValue().signature, e.getValue().lines)).toList());
  }

  private void readEntries(Map<String, Rows> batches) throws Refused {
    try (PreparedStatement s = prepared("SELECT batch, hash, entry FROM entry ORDER BY batch, seq")) {
      s.setFetchSize(10_000);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) batches.get(r.getString(1)).lines.add(line(r.getString(2), r.getBytes(3)));
      }
    } catch (SQLException e) {
      throw Trouble.of(e, where);
    }
  }

  /** An entry that does not open under its key gives a line without content, which no verifier takes. */
  private byte[] line(String hash, byte[] kept) {
    byte[] plain = plain(hash, kept).orElse(new byte[0]);
    byte[] before = "{\"entry\":".getBytes(StandardCharsets.UTF_8);
    byte[] after = (",\"hash\":\"" + hash + "\"}").getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[before.length + plain.length + after.length];
    System.arraycopy(before, 0, line, 0, before.length);
    System.arraycopy(plain, 0, line, before.length, plain.length);
    System.arraycopy(after, 0, line, before.length + plain.length, after.length);
    return line;
  }

  /** Where a passphrase was set and the sealing broke off, plain entries stand beside sealed ones; the chain tells whether they are ours. */
  private Optional<byte[]> plain(String hash, byte[] kept) {
    if (sealing.isEmpty()) return Optional.of(kept);
    Optional<byte[]> opened = sealing.get().open(kept, hash);
    return opened.isEmpty() && Recorded.isHashOf(hash, kept) ? Optional.of(kept) : opened;
  }

  /** Seals what is not sealed yet; all or none. How many entries that were. */
  public int sealAll() throws Refused {
    Sealing key = sealing.orElseThrow();
    int sealed = inTransaction(() -> {
      lock();
      List<byte[]> plain = new ArrayList<>();
      List<String> hashes = new ArrayList<>();
      try (PreparedStatement s = prepared("SELECT hash, entry FROM entry");
          ResultSet r = s.executeQuery()) {
        while (r.next()) {
          if (!Recorded.isHashOf(r.getString(1), r.getBytes(2))) continue;
          hashes.add(r.getString(1));
          plain.add(r.getBytes(2));
        }
      }
      for (int i = 0; i < hashes.size(); i++) execute("UPDATE entry SET entry = ? WHERE hash = ?", key.seal(plain.get(i), hashes.get(i)), hashes.get(i));
      return hashes.size();
    });
    try {
      execute("VACUUM"); // leaves no page with what stood there before
    } catch (SQLException e) {
      throw Trouble.of(e, where);
    }
    return sealed;
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement s = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
    return s;
  }

  private int execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement s = prepared(sql, values)) {
      return s.executeUpdate();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("an open connection can be closed", e);
    }
  }
}
