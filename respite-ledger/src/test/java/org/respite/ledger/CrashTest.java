// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Verifier;

/** Processes that die, disks that are full, two at once. */
class CrashTest {
  /** How often the process is killed; {@code -Drespite.kills=300} for the full proof (bench/logs/ledger-crash-*.txt). */
  private static final int KILLS = Integer.getInteger("respite.kills", 8);

  @TempDir Path dir;

  /** A process that appends one entry after the other and says each hash once it was acknowledged. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws Refused {
      try (Workspace w = Workspace.open(Path.of(args[0]), Optional.empty(), Clock.systemUTC())) {
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
          List<Recorded> done = w.append(List.of(Ledgers.item("decision", "{'decision':'go','on':'entry %d','reason':'%s'}".formatted(i, "x".repeat(500))), Ledgers.item("decision", "{'decision':'no-go','on':'entry %d','reason':'y'}".formatted(i))));
          done.forEach(r -> System.out.println(r.hash()));
        }
      }
    }
  }

  private Process appender(int entries, String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command.addAll(List.of(java, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Appender.class.getName(), dir.toString(), Integer.toString(entries)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void whatWasAcknowledgedSurvivesSigkillAtAnyMoment() throws Exception {
    Ledgers.init(dir).close();
    Random random = new Random(20161020);
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process p = appender(Integer.MAX_VALUE);
      try (BufferedReader out = new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
        acknowledged.add(out.readLine()); // at work now
        Thread.sleep(random.nextInt(120));
        p.toHandle().destroyForcibly(); // SIGKILL; what it had said can still be read
        for (String line = out.readLine(); line != null; line = out.readLine()) if (line.length() == 64) acknowledged.add(line);
      }
      p.waitFor();
    }
    try (Workspace w = Workspace.open(dir, Optional.empty(), Ledgers.NOON)) {
      assertThat(w.verify(new Verifier.Options(Set.of(), false)).failures()).isEmpty();
      Set<String> there = w.contents().entries().map(Recorded::hash).collect(Collectors.toSet());
      assertThat(there).containsAll(acknowledged);
      assertThat(there.size() % 2).as("the author, and pairs: nothing is there by half").isEqualTo(1);
    }
  }

  @Test
  void twoProcessesAtOnceWaitForOneAnother() throws Exception {
    Ledgers.init(dir).close();
    Process one = appender(40);
    Process two = appender(40);
    one.getInputStream().readAllBytes();
    two.getInputStream().readAllBytes();
    assertThat(List.of(one.waitFor(), two.waitFor())).containsOnly(0);
    try (Workspace w = Workspace.open(dir, Optional.empty(), Ledgers.NOON)) {
      var v = w.verify(new Verifier.Options(Set.of(), false));
      assertThat(v.failures()).isEmpty();
      assertThat(v.entries()).isEqualTo(1 + 2 * 80);
      assertThat(v.notices()).as("no chain forks").noneMatch(n -> n.contains("follow the same entry"));
    }
  }

  /** The operating system refuses to let any file grow beyond 64 blocks of 1,024 bytes. */
  @Test
  void onAFullDiskNothingIsHalfWritten() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to limit file sizes with");
    Ledgers.init(dir).close();
    Process p = appender(10_000, "/bin/bash", "-c", "ulimit -f 64; exec \"$@\"", "limited");
    List<String> acknowledged = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(p.waitFor()).isNotZero();
    try (Workspace w = Workspace.open(dir, Optional.empty(), Ledgers.NOON)) {
      assertThat(w.verify(new Verifier.Options(Set.of(), false)).failures()).isEmpty();
      assertThat(w.contents().entries().map(Recorded::hash)).containsAll(acknowledged);
      Ledgers.add(w, "decision", "{'decision':'go','on':'there is room again','reason':'z'}");
    }
  }

  @Test
  void whoCannotWaitLongerIsToldThatAnotherWrites() throws Exception {
    Ledgers.init(dir).close();
    try (Workspace w = Workspace.open(dir, Optional.empty(), Ledgers.NOON);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ledger.db"))) {
      other.createStatement().execute("BEGIN IMMEDIATE");
      Refused refused = catchThrowableOfType(Refused.class, () -> Ledgers.add(w, "decision", "{'decision':'go','on':'x','reason':'y'}"));
      assertThat(refused.findings().getFirst().code()).isEqualTo("ledger-busy");
      assertThat(refused.findings().getFirst().what()).isEqualTo("another process is writing to this ledger");
      other.createStatement().execute("ROLLBACK");
      Ledgers.add(w, "decision", "{'decision':'go','on':'x','reason':'y'}");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
