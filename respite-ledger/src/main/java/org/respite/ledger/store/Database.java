// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.respite.ledger.form.Refused;

/**
 * Where a ledger's rows are: an SQLite file in the workspace, or a PostgreSQL database named by its JDBC address. The same migrations on both.
 *
 * <p>SQLite runs with a rollback journal and {@code synchronous=EXTRA}: a commit is on the disk, directory entry included, before it is
 * acknowledged, and between commits the workspace is one file that can be carried away.
 */
public record Database(String url, String user, String password) {
  /** The last migration; an older database is brought up to it when it is opened for writing. */
  private static final String VERSION = "1";

  /** Held here, since the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private static final int WAIT_MS = 10_000;

  /** The SQLite file. */
  public static Database sqlite(Path file) {
    return new Database("jdbc:sqlite:" + file.toAbsolutePath(), "", "");
  }

  boolean isSqlite() {
    return url.startsWith("jdbc:sqlite:");
  }

  String bytesType() {
    return isSqlite() ? "BLOB" : "BYTEA";
  }

  /** A connection on the current schema; {@code writing} makes the schema where it is not there. */
  Connection connect(boolean writing) throws Refused {
    try {
      Connection connection = DriverManager.getConnection(url, properties(writing));
      if (isCurrent(connection)) return connection;
      if (!writing) {
        connection.close();
        throw Refused.of("no-ledger", where(), "there is no ledger in this database", "make one with `respite ledger init`");
      }
      migrate();
      return connection;
    } catch (SQLException e) {
      throw Trouble.of(e, where());
    }
  }

  private Properties properties(boolean writing) {
    Properties p = new Properties();
    if (isSqlite()) {
      Path file = Path.of(url.substring("jdbc:sqlite:".length()));
      boolean readOnly = !writing && Files.exists(file) && !Files.isWritable(file);
      p.setProperty("transaction_mode", "IMMEDIATE");
      p.setProperty("busy_timeout", Integer.toString(WAIT_MS));
      p.setProperty("synchronous", "EXTRA");
      p.setProperty("foreign_keys", "true");
      p.setProperty("secure_delete", "true");
      if (readOnly) p.setProperty("open_mode", "1");
    } else {
      if (!user.isEmpty()) p.setProperty("user", user);
      if (!password.isEmpty()) p.setProperty("password", password);
      p.setProperty("connectTimeout", Integer.toString(WAIT_MS / 1000));
    }
    return p;
  }

  /** Asks the migrations' own table, so that Flyway is loaded only where there is something to migrate. */
  private static boolean isCurrent(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
      if (!tables.next()) return false;
    }
    try (Statement s = connection.createStatement();
        ResultSet r = s.executeQuery("SELECT COUNT(*) FROM flyway_schema_history WHERE version = '" + VERSION + "' AND success")) {
      return r.next() && r.getInt(1) == 1;
    }
  }

  private void migrate() throws Refused {
    MIGRATIONS.setLevel(Level.WARNING); // stderr is for people; that a schema was made is of no use to them
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, user.isEmpty() ? null : user, password.isEmpty() ? null : password)
            .locations("classpath:org/respite/ledger/store")
            .placeholders(Map.of("bytes", bytesType()))
            .validateMigrationNaming(true)
            .load();
    try {
      flyway.migrate();
    } catch (org.flywaydb.core.api.FlywayException e) {
      throw Refused.of("migration-failed", where(), "the database could not be prepared: " + e.getMessage().lines().findFirst().orElse("unknown reason"), "free the disk, check the right to create tables, or name another store");
    }
  }

  /** For messages: without user and password. */
  String where() {
    return isSqlite() ? url.substring("jdbc:sqlite:".length()) : url.replaceAll("\\?.*", "");
  }
}
