// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Position;
import org.respite.roads.network.NetworkColumns.Kind;
import org.respite.roads.network.NetworkColumns.Limits;
import org.respite.roads.network.NetworkColumns.Way;

class NetworkFileTest {
  @TempDir Path folder;
  Path file;
  StreetNetwork written;

  // A ──(one inner point)── B ── C, the second one-way for cars; no left turn from A over B into C
  @BeforeEach
  void writeThreeNodes() throws IOException {
    NetworkColumns c = new NetworkColumns();
    int a = c.node(371_000_000, 362_000_000, 11, RoadUser.ALL);
    int b = c.node(371_100_000, 362_000_000, 12, RoadUser.WALKERS);
    int d = c.node(371_100_000, 362_100_000, Long.MAX_VALUE, RoadUser.ALL);
    c.innerPoint(371_050_000, 362_010_000);
    Way both = new Way(RoadUser.ALL, 2, 50);
    c.link(a, b, 900_123, new Kind(77, RoadClass.PRIMARY, both, both, Trait.BRIDGE.bit(), Attribute.LANES.bit(), Surface.PAVED, new Limits(750, 0, 380, 0, 350), new Label("شارع النيل", "Nile Street", "M5")));
    c.link(b, d, 1_112_000, new Kind(78, RoadClass.RESIDENTIAL, both, new Way(RoadUser.WALKERS, 0, 0), 0, 0, Surface.NOT_TAGGED, Limits.NONE, Label.NONE));
    c.turnRule(new TurnRule(List.of(0, 2), RoadUser.VEHICLES, false));
    written = c.build(new Provenance("aleppo.osm.pbf", "ab12", "2016-10-19T00:00:00Z", Provenance.ODBL, "", "test"));
    file = folder.resolve("three.roads");
    NetworkFile.write(written, file);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    StreetNetwork n = NetworkFile.open(file).read().orElseThrow();
    assertThat(n.nodes()).isEqualTo(3);
    assertThat(n.arcs()).isEqualTo(4);
    assertThat(n.position(1)).isEqualTo(new Position(37.11, 36.2));
    assertThat(n.osmNode(2)).isEqualTo(Long.MAX_VALUE);
    assertThat(n.usersThrough(1)).isEqualTo(RoadUser.WALKERS);
    assertThat(n.metres(0)).isEqualTo(900.123);
    assertThat(n.label(0)).isEqualTo(new Label("شارع النيل", "Nile Street", "M5"));
    assertThat(n.label(1)).isEqualTo(Label.NONE);
    assertThat(n.line(0)).containsExactly(new Position(37.1, 36.2), new Position(37.105, 36.201), new Position(37.11, 36.2));
    assertThat(n.maxWeight(0)).isEqualTo(3.5);
    assertThat(n.maxHeight(1)).isInfinite();
    assertThat(n.mayUse(3, RoadUser.CAR)).isFalse();
    assertThat(n.mayUse(3, RoadUser.SLOW)).isTrue();
    assertThat(n.has(0, Trait.BRIDGE)).isTrue();
    assertThat(n.isTagged(1, Attribute.LANES)).isFalse();
    assertThat(n.turnRule(0)).isEqualTo(new TurnRule(List.of(0, 2), RoadUser.VEHICLES, false));
    assertThat(n.provenance()).isEqualTo(written.provenance());
  }

  @Test
  void arcsLeaveTheNodeTheyAreListedAt() {
    StreetNetwork n = NetworkFile.open(file).read().orElseThrow();
    int seen = 0;
    for (int v = 0; v < n.nodes(); v++) {
      for (int i = n.firstOut(v); i < n.firstOut(v + 1); i++, seen++) {
        assertThat(n.tail(n.outgoing(i))).isEqualTo(v);
        assertThat(n.head(n.outgoing(i) ^ 1)).isEqualTo(v);
      }
    }
    assertThat(seen).isEqualTo(n.arcs());
    assertThat(n.degree(1)).isEqualTo(2);
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(20161019);
    for (int i = 0; i < 400; i++) {
      int bit = random.nextInt(good.length * 8);
      if (isPadding(good, bit / 8)) continue;
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, bad);
      assertThat(NetworkFile.open(file).read()).as("bit %d", bit).isEmpty();
    }
  }

  /** Bytes between sections, and the unused word of the head, carry nothing. */
  private static boolean isPadding(byte[] bytes, int at) {
    java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    if (at >= 28 && at < 32) return true;
    int sections = b.getInt(12);
    if (at < 32 + 24 * sections) return false;
    for (int s = 0; s < sections; s++) {
      long from = b.getLong(32 + 24 * s + 8);
      if (at >= from && at < from + b.getLong(32 + 24 * s + 16)) return false;
    }
    return true;
  }

  /** Checksums tell chance from intent; whoever mends them after the change must still not lead a reader outside. */
  @Test
  void aFileWithMendedChecksumsIsRefusedOrCanBeReadThrough() throws IOException {
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(good.clone()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      int row = 32 + 24 * random.nextInt(b.getInt(12));
      int at = (int) b.getLong(row + 8);
      int bytes = (int) b.getLong(row + 16);
      if (bytes == 0) continue;
      b.put(at + random.nextInt(bytes), (byte) random.nextInt(256));
      if (random.nextInt(5) == 0) b.putLong(row + 16, random.nextInt(bytes + 9));
      b.putInt(row + 4, crc(b, at, Math.min((int) b.getLong(row + 16), b.capacity() - at)));
      b.putInt(24, crc(b, 32, 24 * b.getInt(12)));
      Files.write(file, b.array());
      NetworkFile.Result result = NetworkFile.open(file);
      if (result.read().isEmpty()) refused++;
      else readThrough(result.read().get());
    }
    assertThat(refused).isBetween(200, 1_900);
  }

  private static int crc(java.nio.ByteBuffer b, int at, int length) {
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(b.array(), at, length);
    return (int) crc.getValue();
  }

  private static void readThrough(StreetNetwork n) {
    n.bounds();
    for (int v = 0; v < n.nodes(); v++) for (int i = n.firstOut(v); i < n.firstOut(v + 1); i++) n.head(n.outgoing(i));
    for (int l = 0; l < n.links(); l++) {
      assertThat(n.line(l)).hasSizeGreaterThan(1);
      assertThat(n.label(l).shown() + n.roadClass(l) + n.surface(l) + n.maxWeight(l) + n.lanesTagged(2 * l)).isNotNull();
    }
    for (int r = 0; r < n.turnRules(); r++) n.turnRule(r);
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(good, length));
      assertThat(NetworkFile.open(file).read()).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 9;
    Files.write(file, bytes);
    Finding finding = NetworkFile.open(file).findings().getFirst();
    assertThat(finding.what()).isEqualTo("it was written as version 9, this program reads version 2");
    assertThat(finding.remedy()).isEqualTo("run `respite roads import` again on its source");
  }

  @Test
  void nothingIsLeftBehindWhenWritingFails() throws IOException {
    Path blocked = folder.resolve("taken.roads");
    Files.createDirectories(blocked.resolve("inside"));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> NetworkFile.write(written, blocked)).isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(blocked, file);
    }
  }
}
