// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Position;

/** Rasters of 3 by 2 squares of a degree whose north-west corner lies at 10 east, 52 north; people 1 2 3, and 4 5 6 to the south. */
class PeopleRasterTest {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int SAMPLE_FORMAT = 339;

  @TempDir Path folder;

  private interface Put {
    void put(ByteBuffer into, int value);
  }

  /** How a square is written. */
  private enum Sample {
    BYTE(8, 1, (b, v) -> b.put((byte) v)),
    SHORT(16, 2, (b, v) -> b.putShort((short) v)),
    INT(32, 1, ByteBuffer::putInt),
    FLOAT(32, 3, (b, v) -> b.putFloat(v)),
    DOUBLE(64, 3, (b, v) -> b.putDouble(v));

    final int bits;
    final int format;
    final Put put;

    Sample(int bits, int format, Put put) {
      this.bits = bits;
      this.format = format;
      this.put = put;
    }
  }

  /** How a strip is packed. */
  private enum Packing {
    NONE(1),
    LZW(5),
    DEFLATE(8),
    PACK_BITS(32_773);

    final int code;

    Packing(int code) {
      this.code = code;
    }

    byte[] pack(byte[] raw) throws IOException {
      return switch (this) {
        case NONE -> raw;
        case LZW -> lzw(raw);
        case DEFLATE -> deflated(raw);
        case PACK_BITS -> ByteBuffer.allocate(raw.length + 1).put((byte) (raw.length - 1)).put(raw).array();
      };
    }
  }

  /** Clear, each byte as itself, end: codes of nine bits, few enough that none of ten is due. */
  private static byte[] lzw(byte[] raw) {
    java.math.BigInteger bits = java.math.BigInteger.valueOf(256);
    for (byte b : raw) bits = bits.shiftLeft(9).or(java.math.BigInteger.valueOf(b & 0xff));
    bits = bits.shiftLeft(9).or(java.math.BigInteger.valueOf(257));
    int length = 9 * (raw.length + 2);
    byte[] all = bits.shiftLeft(Math.floorMod(-length, 8)).toByteArray();
    return java.util.Arrays.copyOfRange(all, all.length - (length + 7) / 8, all.length);
  }

  private record Field(int type, List<? extends Number> values) {}

  private static Map<Integer, Field> fields(Sample sample, Packing packing, boolean point) {
    Map<Integer, Field> f = new TreeMap<>();
    f.put(WIDTH, new Field(4, List.of(3)));
    f.put(HEIGHT, new Field(4, List.of(2)));
    f.put(BITS, new Field(3, List.of(sample.bits)));
    f.put(COMPRESSION, new Field(3, List.of(packing.code)));
    f.put(262, new Field(3, List.of(1)));
    f.put(277, new Field(3, List.of(1)));
    f.put(278, new Field(4, List.of(2)));
    f.put(284, new Field(3, List.of(1)));
    f.put(SAMPLE_FORMAT, new Field(3, List.of(sample.format)));
    f.put(33_550, new Field(12, List.of(1.0, 1.0, 0.0)));
    f.put(33_922, new Field(12, List.of(0.0, 0.0, 0.0, point ? 10.5 : 10.0, point ? 51.5 : 52.0, 0.0)));
    f.put(34_735, new Field(3, List.of(1, 1, 0, 3, 1_024, 0, 1, 2, 1_025, 0, 1, point ? 2 : 1, 2_048, 0, 1, 4_326)));
    return f;
  }

  private static byte[] tiff(Map<Integer, Field> fields, Sample sample, Packing packing, ByteOrder order) throws IOException {
    ByteBuffer raw = ByteBuffer.allocate(6 * sample.bits / 8).order(order);
    for (int v = 1; v <= 6; v++) sample.put.put(raw, v);
    byte[] strip = packing.pack(raw.array());
    Map<Integer, Field> all = new TreeMap<>(fields);
    int data = 8;
    all.put(273, new Field(4, List.of(data)));
    all.put(279, new Field(4, List.of(strip.length)));
    int directory = data + strip.length + strip.length % 2;
    ByteBuffer out = ByteBuffer.allocate(4_096).order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes()).putShort((short) 42).putInt(directory).put(strip).position(directory);
    out.putShort((short) all.size());
    int beyond = directory + 2 + 12 * all.size() + 4;
    for (var e : all.entrySet()) {
      Field f = e.getValue();
      int size = f.type == 3 ? 2 : f.type == 12 ? 8 : 4;
      out.putShort(e.getKey().shortValue()).putShort((short) f.type).putInt(f.values.size());
      boolean inside = size * f.values.size() <= 4;
      int back = out.position() + 4;
      if (!inside) {
        out.putInt(beyond);
        out.position(beyond);
      }
      for (Number n : f.values) {
        if (f.type == 3) out.putShort(n.shortValue());
        else if (f.type == 12) out.putDouble(n.doubleValue());
        else out.putInt(n.intValue());
      }
      if (!inside) beyond = out.position();
      out.position(back);
    }
    out.putInt(0);
    return java.util.Arrays.copyOf(out.array(), beyond);
  }

  private static byte[] deflated(byte[] raw) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(bytes)) {
      deflate.write(raw);
    }
    return bytes.toByteArray();
  }

  private Optional<PeopleRaster> read(byte[] bytes, List<Finding> findings) throws IOException {
    Path file = folder.resolve("people.tif");
    Files.write(file, bytes);
    return PeopleRaster.read(file, findings);
  }

  @Test
  void everyKindOfNumberIsReadInBothByteOrders() throws IOException {
    for (Sample sample : Sample.values()) {
      for (Packing packing : Packing.values()) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
          List<Finding> findings = new ArrayList<>();
          PeopleRaster r = read(tiff(fields(sample, packing, false), sample, packing, order), findings).orElseThrow(() -> new AssertionError(sample + " " + packing + " " + order + " " + findings));
          assertThat(List.of(r.peopleAt(new Position(10.1, 51.9)), r.peopleAt(new Position(12.9, 51.1)), r.peopleAt(new Position(11.5, 50.5)), r.peopleAt(new Position(9.9, 51.5)))).as("%s %s %s", sample, packing, order)
              .containsExactly(1.0, 3.0, 5.0, 0.0);
        }
      }
    }
  }

  /** GeoTIFF 1.1, GTRasterTypeGeoKey 2: the tie point is the middle of the square, not its corner. */
  @Test
  void whereSquaresAreTiedByTheirMiddlesTheyLieHalfASquareFartherNorthWest() throws IOException {
    PeopleRaster r = read(tiff(fields(Sample.FLOAT, Packing.NONE, true), Sample.FLOAT, Packing.NONE, ByteOrder.LITTLE_ENDIAN), new ArrayList<>()).orElseThrow();
    assertThat(r.peopleAt(new Position(10.1, 51.9))).isEqualTo(1);
    assertThat(r.peopleAt(new Position(12.9, 50.1))).isEqualTo(6);
  }

  @Test
  void aRasterThatSaysItIsHugeIsRefusedBeforeItIsUnfolded() throws IOException {
    for (int side : new int[] {50_000, 2_000_000_000, -1}) {
      Map<Integer, Field> f = fields(Sample.DOUBLE, Packing.DEFLATE, false);
      f.put(WIDTH, new Field(4, List.of(side)));
      f.put(HEIGHT, new Field(4, List.of(side)));
      List<Finding> findings = new ArrayList<>();
      assertThat(read(tiff(f, Sample.DOUBLE, Packing.DEFLATE, ByteOrder.LITTLE_ENDIAN), findings)).isEmpty();
      assertThat(findings).singleElement().extracting(Finding::code).isEqualTo("no-raster");
    }
  }

  /** Whatever is damaged, there is a raster or a finding: 4,000 files with one to four bytes changed or their end cut off. */
  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    List<byte[]> whole = new ArrayList<>();
    for (Packing packing : Packing.values()) whole.add(tiff(fields(Sample.FLOAT, packing, false), Sample.FLOAT, packing, packing == Packing.LZW ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = whole.get(i % whole.size()).clone();
      for (int k = random.nextInt(4); k >= 0; k--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      if (random.nextInt(8) == 0) bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      List<Finding> findings = new ArrayList<>();
      if (read(bytes, findings).isEmpty()) refused++;
      assertThat(findings).hasSize(findings.isEmpty() ? 0 : 1);
    }
    assertThat(refused).isBetween(400, 3_600);
  }
}
