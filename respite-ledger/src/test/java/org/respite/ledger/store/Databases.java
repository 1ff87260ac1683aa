// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL, started once for all tests; each test gets a database of its own. */
public final class Databases {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static EmbeddedPostgres server;
  private static String whyNot = "";

  private Databases() {}

  /** JDBC address of an empty database; skips the test, and says why, where the server does not start on this machine. */
  public static synchronized String postgres() {
    if (server == null && whyNot.isEmpty()) start();
    Assumptions.assumeTrue(server != null, () -> "PostgreSQL does not start on this machine: " + whyNot);
    String name = "ledger" + MADE.incrementAndGet();
    try (Connection c = server.getPostgresDatabase().getConnection()) {
      c.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(server.getPort(), name);
  }

  private static void start() {
    try {
      server = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(Databases::stop));
    } catch (IOException | IllegalStateException e) {
      whyNot = e.toString();
    }
  }

  private static void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
