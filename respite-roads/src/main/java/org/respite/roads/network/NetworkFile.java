// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/**
 * The compact file. Little-endian:
 *
 * <pre>
 *  0  8 bytes  magic "RSPROADS"
 *  8  int      version
 * 12  int      number of sections: one for each column, in order, then the provenance as UTF-8 text
 * 16  long     length of the file
 * 24  int      CRC-32C of the table, 28 int 0
 * 32           table: for each section int number, int CRC-32C, long offset, long bytes; then the sections, each at a multiple of 8
 * </pre>
 *
 * Opening maps the file into memory, checks every checksum and every reference between columns, and copies nothing: O(file length).
 */
public final class NetworkFile {
  /** Raised whenever a file written before could be misread. */
  public static final int VERSION = 1;

  private static final byte[] MAGIC = "RSPROADS".getBytes(StandardCharsets.US_ASCII);
  private static final int TABLE_AT = 32;
  private static final int ROW = 24;
  private static final int SECTIONS = Column.values().length + 1;
  private static final int LARGEST_CHUNK = 1 << 30;

  private NetworkFile() {}

  /**
   * What came of opening.
   *
   * @param read the network; empty if any finding is an error
   */
  public record Result(Optional<StreetNetwork> read, List<Finding> findings) {
    static Result refused(Path file, String code, String what, String remedy) {
      return new Result(Optional.empty(), List.of(Finding.error(code, At.file(file.toString()), what, "no street can be read from it", remedy)));
    }
  }

  /** Whether the file begins as a compact file does, of whatever version. */
  public static boolean isOne(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer start = ByteBuffer.allocate(MAGIC.length);
      while (start.hasRemaining() && in.read(start) >= 0) {}
      return !start.hasRemaining() && java.util.Arrays.equals(start.array(), MAGIC);
    }
  }

  /** Maps a compact file into memory; never throws for what stands in it. The mapping lives as long as the network is reachable. */
  public static Result open(Path file) {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), Arena.ofAuto()));
    } catch (NoSuchFileException e) {
      return Result.refused(file, "no-file", "there is no such file", "check the path");
    } catch (IOException e) {
      return Result.refused(file, "unreadable", "it cannot be read (%s)".formatted(e.getMessage()), "check the path and its permissions");
    }
  }

  static Result read(Path file, MemorySegment all) {
    String again = "run `respite roads import` again on its source";
    if (all.byteSize() < TABLE_AT || all.asSlice(0, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) >= 0) {
      return Result.refused(file, "not-roads", "it is no compact street file", "make one with `respite roads import FILE`");
    }
    int version = all.get(Column.INT, 8);
    if (version != VERSION) {
      return Result.refused(file, "roads-version", "it was written as version %d, this program reads version %d".formatted(version, VERSION), again);
    }
    Optional<String> damage = damage(all);
    if (damage.isPresent()) return Result.refused(file, "roads-damaged", damage.get(), "copy it once more, or " + again);
    Map<Column, MemorySegment> columns = new EnumMap<>(Column.class);
    for (Column c : Column.values()) columns.put(c, section(all, c.ordinal()));
    String provenance = new String(section(all, SECTIONS - 1).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    Optional<String> broken = new NetworkCheck(columns).firstFault();
    if (broken.isPresent()) return Result.refused(file, "roads-inconsistent", broken.get(), again);
    return new Result(Optional.of(new StreetNetwork(columns, Provenance.parse(provenance))), List.of());
  }

  private static Optional<String> damage(MemorySegment all) {
    if (all.get(Column.INT, 12) != SECTIONS) return Optional.of("it says %d sections where %d are".formatted(all.get(Column.INT, 12), SECTIONS));
    long stated = all.get(Column.LONG, 16);
    if (stated != all.byteSize()) return Optional.of("it is %,d bytes long and says it should be %,d".formatted(all.byteSize(), stated));
    long tableEnd = TABLE_AT + (long) SECTIONS * ROW;
    if (tableEnd > all.byteSize()) return Optional.of("it ends inside its table of sections");
    if (all.get(Column.INT, 24) != crc(all.asSlice(TABLE_AT, tableEnd - TABLE_AT))) return Optional.of("the checksum of its table of sections does not hold");
    for (int s = 0; s < SECTIONS; s++) {
      long row = TABLE_AT + (long) s * ROW;
      long offset = all.get(Column.LONG, row + 8);
      long bytes = all.get(Column.LONG, row + 16);
      if (all.get(Column.INT, row) != s || offset < tableEnd || bytes < 0 || bytes > all.byteSize() - offset) return Optional.of("section %d lies outside the file".formatted(s));
      if (all.get(Column.INT, row + 4) != crc(all.asSlice(offset, bytes))) return Optional.of("the checksum of section %s does not hold".formatted(name(s)));
    }
    return Optional.empty();
  }

  private static String name(int section) {
    return section < Column.values().length ? Column.values()[section].name().toLowerCase(java.util.Locale.ROOT) : "provenance";
  }

  private static MemorySegment section(MemorySegment all, int s) {
    long row = TABLE_AT + (long) s * ROW;
    return all.asSlice(all.get(Column.LONG, row + 8), all.get(Column.LONG, row + 16));
  }

  /**
   * Writes the network as one compact file: aside first, then renamed into place.
   *
   * @throws IOException if the disk is full or the folder cannot be written; what stood there before is then untouched
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    WholeFile.write(file, aside -> {
      try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        write(network, out);
        out.force(true);
      }
    });
  }

  static void write(StreetNetwork network, WritableByteChannel out) throws IOException {
    MemorySegment[] sections = new MemorySegment[SECTIONS];
    for (Column c : Column.values()) sections[c.ordinal()] = network.column(c);
    sections[SECTIONS - 1] = MemorySegment.ofArray(network.provenance().text().getBytes(StandardCharsets.UTF_8));
    writeAll(out, MemorySegment.ofBuffer(head(sections)));
    for (MemorySegment s : sections) {
      writeAll(out, s);
      writeAll(out, MemorySegment.ofArray(new byte[(int) (-s.byteSize() & 7)]));
    }
  }

  private static ByteBuffer head(MemorySegment[] sections) {
    MemorySegment head = MemorySegment.ofArray(new byte[TABLE_AT + SECTIONS * ROW]);
    long at = head.byteSize();
    for (int s = 0; s < SECTIONS; s++) {
      long row = TABLE_AT + (long) s * ROW;
      head.set(Column.INT, row, s);
      head.set(Column.INT, row + 4, crc(sections[s]));
      head.set(Column.LONG, row + 8, at);
      head.set(Column.LONG, row + 16, sections[s].byteSize());
      at += sections[s].byteSize() + (-sections[s].byteSize() & 7);
    }
    head.asSlice(0, MAGIC.length).copyFrom(MemorySegment.ofArray(MAGIC));
    head.set(Column.INT, 8, VERSION);
    head.set(Column.INT, 12, SECTIONS);
    head.set(Column.LONG, 16, at);
    head.set(Column.INT, 24, crc(head.asSlice(TABLE_AT)));
    return head.asByteBuffer();
  }

  private static int crc(MemorySegment bytes) {
    CRC32C crc = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += LARGEST_CHUNK) {
      crc.update(bytes.asSlice(at, Math.min(LARGEST_CHUNK, bytes.byteSize() - at)).asByteBuffer());
    }
    return (int) crc.getValue();
  }

  private static void writeAll(WritableByteChannel out, MemorySegment bytes) throws IOException {
    for (long at = 0; at < bytes.byteSize(); at += LARGEST_CHUNK) {
      ByteBuffer chunk = bytes.asSlice(at, Math.min(LARGEST_CHUNK, bytes.byteSize() - at)).asByteBuffer();
      while (chunk.hasRemaining()) out.write(chunk);
    }
  }
}
