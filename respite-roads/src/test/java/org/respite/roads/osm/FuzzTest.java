// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.roads.Monaco;
import org.respite.roads.network.NetworkFile;

/**
 * Random damage: whatever comes in is read or refused with a remedy, and what was read can be written and opened. {@code -Drespite.fuzz=N} runs N times as many rounds as a
 * build does and prints what they met; {@code -Drespite.fuzz.keep=FOLDER} keeps the first file that met each refusal there. Those in {@code corpus.zip} are read in every build.
 */
class FuzzTest {
  private static final int LONGER = Integer.getInteger("respite.fuzz", 1);
  private static final int LARGEST_KEPT = 4_096;

  @TempDir Path folder;
  private final Map<String, Integer> met = new TreeMap<>();

  // An entry's name is the code of its refusal and a number; `read` for those that are read.
  @Test
  void theKeptCorpusIsMetAsBefore() throws IOException {
    int kept = 0;
    try (ZipInputStream zip = new ZipInputStream(FuzzTest.class.getResourceAsStream("corpus.zip"))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry(), kept++) {
        Path file = Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
        assertThat(code(file)).as(entry.getName()).isEqualTo(entry.getName().replaceFirst("-\\d+\\.bin$", ""));
      }
    }
    assertThat(kept).isGreaterThan(30);
  }

  private static String code(Path file) {
    StreetImport.Result result = StreetImport.read(file, Optional.empty(), 1);
    return result.read().isPresent() ? "read" : result.findings().getFirst().code();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomDamageNeverThrows(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed + 1_000L * LONGER);
    byte[] monaco = Files.readAllBytes(Monaco.in(folder));
    List<byte[]> small = List.of(bare(), BadInputTest.XML.getBytes(), OsmText.xml(HOURS).getBytes());
    for (int i = 0; i < 15 * LONGER; i++) read(mutant(monaco, monaco, random));
    for (int i = 0; i < 2_000 * LONGER; i++) read(mutant(small.get(random.nextInt(small.size())), small.get(random.nextInt(small.size())), random));
    if (LONGER > 1) System.out.println("seed %d: %,d files; %s".formatted(seed, 2_015L * LONGER, met));
  }

  private static final String HOURS =
      """
      node A 0 0
      node B 1 0
      node C 2 0 barrier=gate access:conditional=no~@~(22:00-06:00)
      way 10 A-B highway=primary access:conditional=no~@~(Mo-Fr~07:00-09:00,16:00-18:00;Sa);yes~@~wet maxspeed=50
      way 11 B-C highway=motorway hgv:conditional=no~@~24/7 lanes=3
      turn 7 from=10 via=B to=11 restriction:conditional=no_straight_on~@~(Su~00:00-24:00)
      """;

  /** Not compressed: damage must get past zlib's own checksum to reach the decoder. */
  private static byte[] bare() {
    PbfMaker maker = new PbfMaker();
    maker.zlib = false;
    return maker.header().nodes(new PbfMaker.Node(1, 37.1, 36.2), new PbfMaker.Node(2, 37.11, 36.2), new PbfMaker.Node(3, 37.12, 36.2, "barrier", "gate"))
        .ways(new PbfMaker.Way(9, new long[] {1, 2}, "highway", "residential"), new PbfMaker.Way(10, new long[] {2, 3}, "highway", "steps", "foot:conditional", "no @ (Mo-We 01:00-02:00)")).bytes();
  }

  /** Cut short, bytes set, bits turned, a part doubled, or a part of another file set in. */
  private static byte[] mutant(byte[] good, byte[] other, SplittableRandom random) {
    byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
    if (random.nextInt(5) == 0 && bad.length > 1) bad = spliced(bad, other, random);
    boolean text = good[0] == '<';
    for (int flips = random.nextInt(6); flips > 0 && bad.length > 0; flips--) {
      int at = random.nextInt(bad.length);
      bad[at] = switch (random.nextInt(4)) {
        case 0 -> (byte) (text ? '"' : -1);
        case 1 -> (byte) (text ? '>' : 0);
        case 2 -> (byte) (bad[at] ^ 1 << random.nextInt(text ? 5 : 8));
        default -> (byte) (text ? ' ' + random.nextInt(95) : random.nextInt(256));
      };
    }
    return bad;
  }

  private static byte[] spliced(byte[] into, byte[] from, SplittableRandom random) {
    int at = random.nextInt(into.length);
    int begins = random.nextInt(from.length);
    int length = random.nextInt(Math.min(200, from.length - begins) + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(into, 0, at);
    out.write(from, begins, length);
    out.write(into, at, into.length - at);
    return out.toByteArray();
  }

  private void read(byte[] bad) throws IOException {
    Path file = Files.write(folder.resolve("bad.bin"), bad);
    StreetImport.Result result;
    try {
      result = StreetImport.read(file, Optional.empty(), 1);
    } catch (RuntimeException | Error e) {
      Path kept = Files.write(Files.createTempFile("fuzz", ".bin"), bad);
      fail("%s on the %,d bytes kept in %s".formatted(e, bad.length, kept), e);
      return;
    }
    if (result.read().isEmpty()) {
      assertThat(result.findings()).anySatisfy(f -> assertThat(f.remedy()).isNotBlank());
      keep(result.findings().getFirst().code(), result.findings().getFirst().what().replaceAll("[0-9][0-9,]*", "#").replaceAll("`[^`]*`|\"[^\"]*\"", "…"), bad);
      return;
    }
    NetworkFile.write(result.read().get(), folder.resolve("out.roads"));
    assertThat(NetworkFile.open(folder.resolve("out.roads")).read()).as("what is imported can be opened").isPresent();
    for (String odd : result.findings().stream().map(f -> f.code()).distinct().toList()) keep("read", odd, bad);
  }

  private void keep(String code, String how, byte[] bad) throws IOException {
    int times = met.merge(code + ": " + how, 1, Integer::sum);
    String to = System.getProperty("respite.fuzz.keep");
    if (to == null || times > 1 || bad.length > LARGEST_KEPT) return;
    for (int n = 1; ; n++) {
      Path file = Path.of(to, "%s-%d.bin".formatted(code, n));
      if (Files.exists(file)) continue;
      Files.write(file, bad);
      return;
    }
  }
}
