// SPDX-License-Identifier: Apache-2.0
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.ConsentMatrix;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Label;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Told;
import org.respite.ledger.entry.Topic;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.LedgerFile;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.ledger.proof.Writer;
import org.respite.model.register.Moment;
import org.respite.model.register.Term;

/** Appends, writes, verifies and asks a ledger of many entries. Arguments: entries, folder for scratch. Run through run.sh. */
public final class LedgerBench {
  private static final int BATCH = 1_000;
  private static final OperatingSystemMXBean OS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private interface Phase<T> {
    T run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    int entries = Integer.parseInt(args[0]);
    Path dir = Path.of(args[1]);
    Path file = dir.resolve("bench.ledger.jsonl");
    System.out.printf("java %s, %d processors (shared with others), heap limit %d MB, %,d entries, half statements with a claim, half confirmations, %d to a batch%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20, entries, BATCH);
    try (Workspace w = Workspace.init(dir.resolve("w"), new Workspace.Init("bench", ZoneId.of("Asia/Damascus"), "bench", "sqlite", Optional.empty(), Optional.empty(), Clock.systemUTC()))) {
      timed("append, each batch durable", entries, () -> append(w, entries));
      timed("append one by one, each durable, 200 of them", 200, () -> one(w, 200));
      Contents contents = timed("load and verify the store, keep it in memory", entries, w::contents);
      timed("write the file", entries, () -> write(contents, w, file));
      System.out.printf(Locale.ROOT, "file: %,d MB%n", Files.size(file) >> 20);
      for (int i = 0; i < 3; i++) timed("verify the file", entries, () -> verify(file));
      Readings readings = timed("readings", entries, () -> Readings.of(contents, Readings.Until.NOW));
      for (int i = 0; i < 4; i++) timed("readings as of the middle", entries, () -> Readings.of(contents, Readings.Until.heard(OffsetDateTime.parse("2016-10-20T00:00+03:00").toInstant())));
      for (int i = 0; i < 5; i++) timed("consent matrix of the readings", entries, () -> ConsentMatrix.of(readings).cells().size());
    }
  }

  private static <T> T timed(String what, int entries, Phase<T> phase) throws Exception {
    long cpu = OS.getProcessCpuTime();
    long wall = System.nanoTime();
    T result = phase.run();
    double s = (System.nanoTime() - wall) / 1e9;
    System.out.printf(Locale.ROOT, "%-46s %8.3f s wall, %8.3f s on processors, %,12.0f entries/s%n", what, s, (OS.getProcessCpuTime() - cpu) / 1e9, entries / s);
    return result;
  }

  private static int append(Workspace w, int entries) throws Exception {
    Random random = new Random(1);
    List<Recorded> before = List.of();
    for (int done = 0; done < entries; done += BATCH) {
      List<Writer.Item> items = new ArrayList<>(BATCH);
      boolean confirm = !before.isEmpty();
      if (confirm) for (Recorded r : before) items.add(new Writer.Item(Label.USUAL, new Body.Confirmation(r.hash(), Body.Confirmation.Verdict.CONFIRMED, List.of(), "second reader", "")));
      else for (int i = 0; i < BATCH; i++) items.add(new Writer.Item(Label.USUAL, statement(random, done + i)));
      List<Recorded> made = w.append(items);
      before = confirm ? List.of() : made;
    }
    return entries;
  }

  private static Statement statement(Random random, int i) {
    Moment when = new Moment.Exact(OffsetDateTime.parse("2016-10-17T00:00+03:00").plusMinutes(random.nextInt(6 * 1_440)));
    Stated.Stance stance = Stated.Stance.values()[random.nextInt(4)];
    Stated claim = new Stated(Topic.of(Term.values()[random.nextInt(6)]), stance, random.nextBoolean() ? "" : "corridor-" + random.nextInt(8), "", random.nextBoolean() ? "" : "bus", "", "", Optional.empty(), "");
    return new Statement("b" + i, "party-" + random.nextInt(16), "an office", Statement.Level.values()[random.nextInt(4)], Told.of(when), Told.of(when), "source-" + random.nextInt(100), "What was said, in a sentence of some length, number " + i + ".", Statement.Wording.NONE, "", "", "", Optional.empty(), List.of(claim));
  }

  private static int one(Workspace w, int entries) throws Exception {
    for (int i = 0; i < entries; i++) w.append(List.of(Writer.Item.of(statement(new Random(i), 2_000_000 + i))));
    return entries;
  }

  private static long write(Contents contents, Workspace w, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      LedgerFile.write(contents, w.key(), out);
    }
    return Files.size(file);
  }

  private static long verify(Path file) throws Exception {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Verification v = Verifier.file(in, new Verifier.Options(Set.of(), false));
      if (!v.holds()) throw new IllegalStateException(v.failures().toString());
      return v.entries();
    }
  }
}
