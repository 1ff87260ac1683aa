// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.store;

import java.sql.SQLException;
import org.respite.ledger.form.Refused;

/** What a database says went wrong, in words that can be acted on. */
final class Trouble {
  private Trouble() {}

  /** SQLite's primary result codes (sqlite.org/rescode.html); PostgreSQL's classes (appendix A of its manual). */
  static Refused of(SQLException e, String where) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    int code = e.getErrorCode() & 0xff;
    boolean sqlite = state.isEmpty();
    if (sqlite && (code == 5 || code == 6) || state.equals("55P03")) return Refused.of("ledger-busy", where, "another process is writing to this ledger", "wait for it to finish, then try again");
    if (sqlite && code == 8 || state.equals("25006")) return Refused.of("ledger-read-only", where, "the ledger stands where nothing can be written", "make the disk and the file writable, or copy the workspace");
    if (sqlite && code == 13 || state.startsWith("53")) return Refused.of("disk-full", where, "the disk is full", "free some space, then try again");
    if (sqlite && code == 14) return Refused.of("no-ledger", where, "the ledger's file cannot be opened", "check the folder and its permissions");
    if (sqlite && (code == 11 || code == 26)) return Refused.of("ledger-damaged", where, "the ledger's file is damaged: " + e.getMessage(), "restore it from an export: `respite ledger init --join FILE`");
    if (sqlite && code == 10) return Refused.of("disk-error", where, "the disk does not write or read: " + e.getMessage(), "save what you have elsewhere and check the disk");
    if (state.startsWith("08") || state.startsWith("28") || state.equals("3D000")) return Refused.of("no-database", where, "the database cannot be reached: " + e.getMessage(), "check that it runs, its name, RESPITE_DB_USER and RESPITE_DB_PASSWORD");
    if (sqlite && code != 1) return Refused.of("store-failed", where, "the store refused: " + e.getMessage(), "check the disk and the file");
    throw new IllegalStateException("SQL of ours failed at " + where, e);
  }
}
