// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.ReadingJson;
import org.respite.reading.review.Contradictions;
import org.respite.reading.rules.RuleReader;

/** Time, memory and sameness of reading. Arguments: articles. Run through run.sh, which sets the heap to 64 MB. */
public final class ReadingBench {
  private static final int ROUNDS = 100;

  /** Time of this thread on a processor: what a shared machine does beside us is not the reader's. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  public static void main(String[] args) throws Exception {
    System.out.printf("java %s, heap limit %d MB, %d rounds an article after as many to warm up%n", Runtime.version(), Runtime.getRuntime().maxMemory() >> 20, ROUNDS);
    long start = System.nanoTime();
    RuleReader reader = RuleReader.english();
    System.out.printf(Locale.ROOT, "load of the vocabulary   %6.1f ms%n", (System.nanoTime() - start) / 1e6);
    for (String arg : args) {
      article(reader, Path.of(arg));
    }
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(Locale.ROOT, "heap in use at the end   %6.1f MB%n", used / 1048576.0);
  }

  private static void article(RuleReader reader, Path path) throws Exception {
    String text = Files.readString(path);
    long first = System.nanoTime();
    String expected = hash(json(reader, text));
    double cold = (System.nanoTime() - first) / 1e6;
    double[] ms = new double[ROUNDS];
    for (int i = 0; i < 2 * ROUNDS; i++) {
      long begin = CLOCK.getCurrentThreadCpuTime();
      String json = json(reader, text);
      ms[i % ROUNDS] = (CLOCK.getCurrentThreadCpuTime() - begin) / 1e6;
      if (!hash(json).equals(expected)) {
        throw new IllegalStateException("round " + i + " of " + path + " gave other bytes");
      }
    }
    Arrays.sort(ms);
    System.out.printf(Locale.ROOT, "%-28s %5d chars  first %6.1f ms  warm median %5.2f ms of processor  95 %% %5.2f ms  bytes the same%n", path.getFileName(), text.length(), cold, ms[ROUNDS / 2], ms[ROUNDS * 95 / 100]);
  }

  private static String json(RuleReader reader, String text) {
    Reading reading = reader.read(text, Publication.given(LocalDate.of(2016, 10, 19)));
    return ReadingJson.write(new ReadingJson.Document("bench", "", "en", "UTF-8", "bench", Optional.empty(), List.of()), reading, new ReadingJson.Derived(Contradictions.of(reading, reading.statements()), Optional.empty()));
  }

  private static String hash(String json) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
  }
}
