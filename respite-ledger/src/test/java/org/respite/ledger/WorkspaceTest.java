// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.ledger.entry.Label;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.ledger.proof.Writer;
import org.respite.ledger.store.Databases;

/** The same on SQLite and on PostgreSQL. */
class WorkspaceTest {
  @TempDir Path dir;

  private String store(String kind, Path folder) {
    return kind.equals("sqlite") ? "sqlite" : Databases.postgres();
  }

  private Workspace init(String kind, Path folder, Optional<Contents> joined) throws Refused {
    return Workspace.init(folder, new Workspace.Init("a test", Ledgers.DAMASCUS, "tester", store(kind, folder), Optional.empty(), joined, Ledgers.NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whatWasAppendedIsThereAfterReopening(String kind) throws Refused {
    Recorded s;
    try (Workspace w = init(kind, dir, Optional.empty())) {
      s = Ledgers.add(w, "statement", "{'id':'s1','party':'north','text':'A truce.'}");
    }
    try (Workspace again = Workspace.open(dir, Optional.empty(), Ledgers.NOON)) {
      assertThat(again.contents().entries().map(Recorded::hash)).hasSize(2).contains(s.hash());
      assertThat(again.verify(new Verifier.Options(Set.of(), false)).failures()).isEmpty();
      assertThat(Ledgers.verify(Ledgers.file(again)).holds()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whatCouldSteerADatabaseOrATerminalIsKeptAsItIs(String kind) throws Refused {
    String nasty = "'); DROP TABLE entry; -- \" \\ \t\r\n\u0001\u001b[2J\u007f\u202Eevil\u2066 😀 هدنة \uFFFF";
    try (Workspace w = init(kind, dir, Optional.empty())) {
      Statement s = new Statement(nasty, nasty, nasty, Statement.Level.UNIT, org.respite.ledger.entry.Told.UNTOLD, org.respite.ledger.entry.Told.UNTOLD, nasty, nasty, new Statement.Wording(nasty, nasty, nasty, nasty), nasty, nasty, "", Optional.empty(), List.of());
      w.append(List.of(new Writer.Item(Label.USUAL, s)));
      assertThat(w.contents().entries().toList().getLast().entry().body()).isEqualTo(s);
      assertThat(Ledgers.verify(Ledgers.file(w)).contents().orElseThrow().entries().toList().getLast().entry().body()).isEqualTo(s);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aQuotationOfTenMegabytesIsKept(String kind) throws Refused {
    String quote = "هدنة ".repeat(1_200_000); // 9 bytes each in UTF-8: 10.8 MB
    try (Workspace w = init(kind, dir, Optional.empty())) {
      Ledgers.add(w, "statement", "{'party':'north','original':'%s'}".formatted(quote));
      Statement kept = (Statement) w.contents().entries().toList().getLast().entry().body();
      assertThat(kept.wording().original()).isEqualTo(quote);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aRowChangedInTheDatabaseIsFoundAndNamed(String kind) throws Refused, SQLException {
    try (Workspace w = init(kind, dir, Optional.empty())) {
      Ledgers.add(w, "statement", "{'id':'s1','party':'north','text':'A truce.'}");
      Ledgers.add(w, "statement", "{'id':'s2','party':'south','text':'No truce.'}");
      tamper("UPDATE entry SET entry = CAST(REPLACE(CAST(entry AS TEXT), 'A truce', 'A trace') AS BLOB) WHERE CAST(entry AS TEXT) LIKE '%A truce%'", "UPDATE entry SET entry = convert_to(replace(convert_from(entry, 'UTF8'), 'A truce', 'A trace'), 'UTF8')");
      Verification v = w.verify(new Verifier.Options(Set.of(), false));
      assertThat(v.failures()).singleElement().satisfies(f -> assertThat(f.entry()).isEqualTo("entry 2 (s1)"));
      assertThat(catchThrowableOfType(Refused.class, w::contents).findings().getFirst().code()).isEqualTo("ledger-does-not-hold");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void anEntryTakenOutOfTheMiddleIsMissed(String kind) throws Refused, SQLException {
    try (Workspace w = init(kind, dir, Optional.empty())) {
      w.append(List.of(Ledgers.item("statement", "{'id':'s1','party':'north','text':'A.'}"), Ledgers.item("statement", "{'id':'s2','party':'north','text':'B.'}"), Ledgers.item("statement", "{'id':'s3','party':'north','text':'C.'}")));
      tamper("DELETE FROM entry WHERE seq = 3", "DELETE FROM entry WHERE seq = 3");
      assertThat(w.verify(new Verifier.Options(Set.of(), false)).failures()).isNotEmpty().anyMatch(f -> f.why().contains("taken out"));
    }
  }

  private void tamper(String sqlite, String postgres) throws Refused, SQLException {
    String store = WorkspaceFile.read(dir).store();
    String url = store.equals("sqlite") ? "jdbc:sqlite:" + dir.resolve("ledger.db") : store;
    try (Connection c = DriverManager.getConnection(url)) {
      assertThat(c.createStatement().executeUpdate(store.equals("sqlite") ? sqlite : postgres)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void twoThatGrewApartMergeWithoutLoss(String kind) throws Refused {
    try (Workspace a = init(kind, dir.resolve("a"), Optional.empty())) {
      Ledgers.add(a, "statement", "{'id':'s1','party':'north','text':'A truce.'}");
      try (Workspace b = init(kind, dir.resolve("b"), Optional.of(a.contents()))) {
        Ledgers.add(a, "statement", "{'id':'s2','party':'north','text':'And aid.'}");
        Ledgers.add(b, "statement", "{'id':'s3','party':'south','text':'No.'}");
        Contents fromA = a.contents();
        assertThat(a.merge(b.contents())).isEqualTo(2); // b's introduction, and s3
        assertThat(b.merge(fromA)).isEqualTo(1);
        assertThat(a.contents()).isEqualTo(b.contents());
        assertThat(a.contents().entries().map(r -> r.entry().body().label()).filter(l -> !l.isEmpty())).containsExactlyInAnyOrder("s1", "s2", "s3");
        assertThat(a.merge(b.contents())).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void anotherLedgerIsRefused(String kind) throws Refused {
    try (Workspace a = init(kind, dir.resolve("a"), Optional.empty());
        Workspace b = init(kind, dir.resolve("b"), Optional.empty())) {
      assertThat(catchThrowableOfType(Refused.class, () -> a.merge(b.contents())).findings().getFirst().code()).isEqualTo("another-ledger");
    }
  }

  /** 12:00, then 11:00: the chain keeps the order in which things were entered. */
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aClockSetBackChangesNoOrderAndIsTold(String kind) throws Refused {
    try (Workspace w = init(kind, dir, Optional.empty())) {
      Ledgers.add(w, "statement", "{'id':'s1','party':'north','text':'A.'}");
    }
    try (Workspace w = Workspace.open(dir, Optional.empty(), Clock.offset(Ledgers.NOON, Duration.ofHours(-1)))) {
      Ledgers.add(w, "statement", "{'id':'s2','party':'north','text':'B.'}");
      assertThat(w.contents().entries().map(r -> r.entry().body().label())).containsExactly("", "s1", "s2");
      Verification v = w.verify(new Verifier.Options(Set.of(), false));
      assertThat(v.holds()).isTrue();
      assertThat(v.notices()).singleElement().asString().contains("its author's clock was set back");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aRootFixesEverythingBeforeItAndChangesWithIt(String kind) throws Refused {
    try (Workspace w = init(kind, dir, Optional.empty())) {
      var first = (org.respite.ledger.entry.Root) w.root().entry().body();
      var second = (org.respite.ledger.entry.Root) w.root().entry().body();
      assertThat(first.entries()).isEqualTo(1);
      assertThat(second.entries()).isEqualTo(2);
      assertThat(first.digest()).isNotEqualTo(second.digest());
      assertThat(w.verify(new Verifier.Options(Set.of(), false)).failures()).isEmpty();
    }
  }
}
