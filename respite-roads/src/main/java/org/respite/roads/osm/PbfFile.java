// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An {@code .osm.pbf} file. Its blobs are found first, from their headers alone, so that a truncated file is refused before any work; then
 * they are inflated and decoded block by block in a few threads, never more in memory at once than there are threads and a few.
 *
 * <p>Files that say they are sorted (nearly all) are searched for the first block with ways by bisection, so that each block is inflated
 * once although nodes are read after ways. If the file lied, {@link OutOfOrder} tells and it is read again without that trust.
 */
final class PbfFile implements Source {
  /** Largest header and largest block that the format allows, bytes. */
  static final int LARGEST_HEADER = 64 * 1024;
  static final int LARGEST_BLOCK = 32 * 1024 * 1024;

  private static final int UNKNOWN = 0;

  private final FileChannel in;
  private final int threads;
  private final List<Blob> data = new ArrayList<>();
  private final int[] kinds;
  private final PbfHeader header;

  /** Where a blob lies in the file. */
  record Blob(String type, long offset, int size) {}

  /** The file says it is sorted and is not. */
  static final class OutOfOrder extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfOrder() {
      super("blocks are not in the order that the header promises");
    }
  }

  PbfFile(FileChannel in, int threads, boolean trustOrder) throws IOException, BrokenSource {
    this.in = in;
    this.threads = threads;
    header = scan();
    kinds = new int[data.size()];
    if (trustOrder && header.sorted()) markNodesBeforeWays();
  }

  private PbfHeader scan() throws IOException, BrokenSource {
    Optional<PbfHeader> found = Optional.empty();
    ByteBuffer four = ByteBuffer.allocate(4);
    for (long at = 0, size = in.size(); at < size; ) {
      String cut = "it ends in the middle of the block that begins at byte %,d of %,d".formatted(at, size);
      if (size - at < 4) throw BrokenSource.damaged(cut);
      readFully(four.clear(), at);
      int headerSize = four.getInt(0);
      if (headerSize < 2 || headerSize > LARGEST_HEADER) throw noHeader(at);
      if (size - at - 4 < headerSize) throw BrokenSource.damaged(cut);
      Blob blob = blob(at + 4, headerSize);
      if (size - blob.offset < blob.size) throw BrokenSource.damaged(cut);
      if (blob.type.equals("OSMHeader")) found = Optional.of(PbfHeader.read(inflated(blob)));
      else if (found.isEmpty()) throw new BrokenSource("not-pbf", "its first block is `%s`, not `OSMHeader`".formatted(blob.type), "give an .osm.pbf, .osm or .osm.gz file");
      else if (blob.type.equals("OSMData")) data.add(blob);
      at = blob.offset + blob.size;
    }
    return found.orElseThrow(() -> BrokenSource.damaged("it is empty"));
  }

  private static BrokenSource noHeader(long at) {
    if (at == 0) return new BrokenSource("not-pbf", "it does not begin as an OSM PBF file does", "give an .osm.pbf, .osm or .osm.gz file");
    return BrokenSource.damaged("there is no block where one should begin, at byte %,d".formatted(at));
  }

  private Blob blob(long at, int headerSize) throws IOException, BrokenSource {
    byte[] bytes = new byte[headerSize];
    readFully(ByteBuffer.wrap(bytes), at);
    String type = "";
    long size = -1;
    try {
      for (Wire w = new Wire(bytes, 0, headerSize); w.more(); ) {
        int key = w.key();
        switch (key) {
          case 1 << 3 | Wire.BYTES -> {
            Wire t = w.message();
            type = new String(bytes, t.pos, t.end - t.pos, StandardCharsets.UTF_8);
          }
          case 3 << 3 -> size = w.varint();
          default -> w.skip(key);
        }
      }
    } catch (BrokenSource e) {
      throw at == 4 ? noHeader(0) : BrokenSource.damaged("the block's header at byte %,d cannot be read: %s".formatted(at, e.getMessage()));
    }
    if (type.isEmpty() && at == 4) throw noHeader(0);
    if (size < 0 || size > LARGEST_BLOCK) throw BrokenSource.damaged("the block at byte %,d says it is %s bytes long; the format allows %,d".formatted(at, Long.toUnsignedString(size), LARGEST_BLOCK));
    return new Blob(type, at + headerSize, (int) size);
  }

  /** Finds the first block that holds more than nodes. In a sorted file every block before it holds nodes alone. */
  private void markNodesBeforeWays() throws IOException, BrokenSource {
    int low = 0;
    int high = data.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      byte[] block = inflated(data.get(middle));
      kinds[middle] = at(middle, new PbfBlock(block, 0, new Elements() {}), block.length);
      if (kinds[middle] == Elements.NODES) low = middle + 1;
      else high = middle;
    }
    for (int b = 0; b < low; b++) kinds[b] = Elements.NODES;
  }

  private int at(int b, PbfBlock block, int length) throws BrokenSource {
    try {
      return block.decode(length);
    } catch (BrokenSource e) {
      throw new BrokenSource(e.code(), "the block at byte %,d: %s".formatted(data.get(b).offset, e.getMessage()), e.remedy());
    }
  }

  @Override
  public <E extends Elements> void read(int wanted, Supplier<E> block, Consumer<E> merge) throws IOException, BrokenSource {
    List<Integer> due = new ArrayList<>();
    for (int b = 0; b < kinds.length; b++) if (kinds[b] == UNKNOWN || (kinds[b] & wanted) != 0) due.add(b);
    new InOrder(threads).run(due, b -> decode(b, wanted, block.get()), merge);
  }

  private <E extends Elements> E decode(int b, int wanted, E to) throws IOException, BrokenSource {
    byte[] bytes = inflated(data.get(b));
    int found = at(b, new PbfBlock(bytes, wanted, to), bytes.length);
    if (kinds[b] != UNKNOWN && (found & ~kinds[b]) != 0) throw new OutOfOrder();
    kinds[b] = found == 0 ? -1 & ~7 : found;
    return to;
  }

  @Override
  public String timestamp() {
    return header.replicationSeconds() == 0 ? "" : Instant.ofEpochSecond(header.replicationSeconds()).toString();
  }

  private byte[] inflated(Blob blob) throws IOException, BrokenSource {
    byte[] bytes = new byte[blob.size];
    readFully(ByteBuffer.wrap(bytes), blob.offset);
    try {
      return PbfBlob.inflate(bytes);
    } catch (BrokenSource e) {
      throw new BrokenSource(e.code(), "the block at byte %,d: %s".formatted(blob.offset, e.getMessage()), e.remedy());
    }
  }

  private void readFully(ByteBuffer to, long at) throws IOException, BrokenSource {
    for (long p = at; to.hasRemaining(); ) {
      int n = in.read(to, p);
      if (n < 0) throw BrokenSource.damaged("it became shorter while it was read");
      p += n;
    }
  }
}
