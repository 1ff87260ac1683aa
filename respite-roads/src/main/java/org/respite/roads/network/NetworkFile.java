// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
  public static final int VERSION = 2;

  private static final byte[] MAGIC = "RSPROADS".getBytes(StandardCharsets.US_ASCII);
  private static final int TABLE_AT = 32;
  private static final int ROW = 24;
  private static final int SECTIONS = Column.values().length + 1;

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
    ByteBuffer head = part(all, 0, Math.min(all.byteSize(), TABLE_AT + (long) SECTIONS * ROW));
    if (head.capacity() < TABLE_AT || !head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      return Result.refused(file, "not-roads", "it is no compact street file", "make one with `respite roads import FILE`");
    }
    int version = head.getInt(8);
    if (version != VERSION) {
      return Result.refused(file, "roads-version", "it was written as version %d, this program reads version %d".formatted(version, VERSION), again);
    }
    Optional<String> damage = damage(head, all);
    if (damage.isPresent()) return Result.refused(file, "roads-damaged", damage.get(), "copy it once more, or " + again);
    Map<Column, ByteBuffer> columns = new EnumMap<>(Column.class);
    for (Column c : Column.values()) columns.put(c, section(head, all, c.ordinal()));
    String provenance = StandardCharsets.UTF_8.decode(section(head, all, SECTIONS - 1)).toString();
    Optional<String> broken = new NetworkCheck(columns).firstFault();
    if (broken.isPresent()) return Result.refused(file, "roads-inconsistent", broken.get(), again);
    return new Result(Optional.of(new StreetNetwork(columns, Provenance.parse(provenance))), List.of());
  }

  /** Read-only and little-endian. Buffers rather than memory segments for reading: their first use in a JVM costs 15 ms less. */
  private static ByteBuffer part(MemorySegment all, long offset, long bytes) {
    return all.asSlice(offset, bytes).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Optional<String> damage(ByteBuffer head, MemorySegment all) {
    if (head.getInt(12) != SECTIONS) return Optional.of("it says %d sections where %d are".formatted(head.getInt(12), SECTIONS));
    long stated = head.getLong(16);
    if (stated != all.byteSize()) return Optional.of("it is %,d bytes long and says it should be %,d".formatted(all.byteSize(), stated));
    int tableEnd = TABLE_AT + SECTIONS * ROW;
    if (tableEnd > head.capacity()) return Optional.of("it ends inside its table of sections");
    if (head.getInt(24) != crc(head.slice(TABLE_AT, tableEnd - TABLE_AT))) return Optional.of("the checksum of its table of sections does not hold");
    for (int s = 0; s < SECTIONS; s++) {
      int row = TABLE_AT + s * ROW;
      long offset = head.getLong(row + 8);
      long bytes = head.getLong(row + 16);
      boolean inside = head.getInt(row) == s && offset >= tableEnd && bytes >= 0 && bytes <= Integer.MAX_VALUE && bytes <= all.byteSize() - offset;
      if (!inside) return Optional.of("section %d lies outside the file".formatted(s));
      if (head.getInt(row + 4) != crc(section(head, all, s))) return Optional.of("the checksum of section %s does not hold".formatted(name(s)));
    }
    return Optional.empty();
  }

  private static String name(int section) {
    return section < Column.values().length ? Column.values()[section].name().toLowerCase(java.util.Locale.ROOT) : "provenance";
  }

  private static ByteBuffer section(ByteBuffer head, MemorySegment all, int s) {
    int row = TABLE_AT + s * ROW;
    return part(all, head.getLong(row + 8), head.getLong(row + 16));
  }

  /**
   * Writes the network as one compact file: aside first, then renamed into place.
   *
   * @throws IOException if the disk is full or the folder cannot be written; what stood there before is then untouched
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    WholeFile.write(file, aside -> {
      try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        write(network, out); // not forced to the disk: whatever a power cut leaves of it, the checksums refuse
      }
    });
  }

  static void write(StreetNetwork network, WritableByteChannel out) throws IOException {
    ByteBuffer[] sections = new ByteBuffer[SECTIONS];
    for (Column c : Column.values()) sections[c.ordinal()] = network.column(c);
    sections[SECTIONS - 1] = ByteBuffer.wrap(network.provenance().text().getBytes(StandardCharsets.UTF_8));
    writeAll(out, head(sections));
    for (ByteBuffer s : sections) {
      writeAll(out, s.duplicate());
      writeAll(out, ByteBuffer.allocate(-s.capacity() & 7));
    }
  }

  private static ByteBuffer head(ByteBuffer[] sections) {
    ByteBuffer head = ByteBuffer.allocate(TABLE_AT + SECTIONS * ROW).order(ByteOrder.LITTLE_ENDIAN);
    long at = head.capacity();
    for (int s = 0; s < SECTIONS; s++) {
      int row = TABLE_AT + s * ROW;
      head.putInt(row, s).putInt(row + 4, crc(sections[s])).putLong(row + 8, at).putLong(row + 16, sections[s].capacity());
      at += sections[s].capacity() + (-sections[s].capacity() & 7);
    }
    head.put(0, MAGIC).putInt(8, VERSION).putInt(12, SECTIONS).putLong(16, at);
    return head.putInt(24, crc(head.slice(TABLE_AT, SECTIONS * ROW)));
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) out.write(bytes);
  }
}
