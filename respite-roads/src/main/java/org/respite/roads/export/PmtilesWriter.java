// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.respite.roads.network.StreetNetwork;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A PMTiles file, version 3 (github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): head, root directory, metadata, leaf directories, tiles, all but
 * the head gzipped. Tiles are put aside first, because the directories before them are only known at the end.
 */
final class PmtilesWriter implements AutoCloseable {
  private static final int HEAD = 127;

  /** The root directory must lie in the file's first 16,384 bytes. */
  private static final int ROOT_AT_MOST = 16_384 - HEAD;
  private static final int GZIP = 2;
  private static final int MVT = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final Path tilesFile;
  private final FileChannel tiles;
  private final List<Entry> entries = new ArrayList<>();
  private long written;

  private record Entry(long tile, long offset, int length, int run) {}

  PmtilesWriter(Path file) throws IOException {
    this.file = file;
    tilesFile = file.resolveSibling(file.getFileName() + ".tiles");
    tiles = FileChannel.open(tilesFile, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.READ);
  }

  /** Adds a tile; tile numbers rise. */
  void tile(long number, byte[] mvt) throws IOException {
    byte[] packed = gzip(mvt);
    writeAll(tiles, ByteBuffer.wrap(packed));
    entries.add(new Entry(number, written, packed.length, 1));
    written += packed.length;
  }

  /** Writes the file. */
  void finish(StreetNetwork n) throws IOException {
    byte[] root = gzip(directory(entries));
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    for (int size = 4096; root.length > ROOT_AT_MOST; size *= 2) {
      leaves.reset();
      root = gzip(directory(leaves(size, leaves)));
    }
    byte[] metadata = gzip(metadata(n).getBytes(StandardCharsets.UTF_8));
    long metadataAt = HEAD + (long) root.length;
    long leavesAt = metadataAt + metadata.length;
    long tilesAt = leavesAt + leaves.size();
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    head.putLong(HEAD).putLong(root.length).putLong(metadataAt).putLong(metadata.length).putLong(leavesAt).putLong(leaves.size()).putLong(tilesAt).putLong(written);
    head.putLong(entries.size()).putLong(entries.size()).putLong(entries.size());
    head.put((byte) 1).put((byte) GZIP).put((byte) GZIP).put((byte) MVT).put((byte) PmtilesExport.FIRST).put((byte) PmtilesExport.LAST);
    int[] b = n.bounds().orElse(new int[4]);
    head.putInt(b[0]).putInt(b[1]).putInt(b[2]).putInt(b[3]).put((byte) 12).putInt(b[0] / 2 + b[2] / 2).putInt(b[1] / 2 + b[3] / 2);
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      for (byte[] part : List.of(head.array(), root, metadata, leaves.toByteArray())) writeAll(out, ByteBuffer.wrap(part));
      for (long at = 0; at < written; ) at += tiles.transferTo(at, written - at, out);
      out.force(true);
    }
  }

  /** Splits the entries into leaf directories of a size; returns the entries of the root that point at them. */
  private List<Entry> leaves(int size, ByteArrayOutputStream leaves) throws IOException {
    List<Entry> root = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += size) {
      List<Entry> part = entries.subList(from, Math.min(from + size, entries.size()));
      byte[] leaf = gzip(directory(part));
      root.add(new Entry(part.getFirst().tile, leaves.size(), leaf.length, 0));
      leaves.writeBytes(leaf);
    }
    return root;
  }

  /** Tile numbers as differences, run lengths, lengths, offsets (0 where it follows the one before). */
  private static byte[] directory(List<Entry> entries) {
    ProtoBytes d = new ProtoBytes().varint(entries.size());
    long last = 0;
    for (Entry e : entries) {
      d.varint(e.tile - last);
      last = e.tile;
    }
    for (Entry e : entries) d.varint(e.run);
    for (Entry e : entries) d.varint(e.length);
    long next = -1;
    for (Entry e : entries) {
      d.varint(e.offset == next ? 0 : e.offset + 1);
      next = e.offset + e.length;
    }
    return d.toArray();
  }

  private static String metadata(StreetNetwork n) {
    StringWriter text = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      g.writeStartObject();
      g.writeStringProperty("name", n.provenance().source());
      g.writeStringProperty("attribution", n.provenance().attribution());
      g.writeObjectPropertyStart("provenance");
      n.provenance().fields().forEach(g::writeStringProperty);
      g.writeEndObject();
      g.writeArrayPropertyStart("vector_layers");
      g.writeStartObject();
      g.writeStringProperty("id", PmtilesExport.LAYER);
      g.writeNumberProperty("minzoom", PmtilesExport.FIRST);
      g.writeNumberProperty("maxzoom", PmtilesExport.LAST);
      g.writeObjectPropertyStart("fields");
      for (String field : List.of("class", "name", "name_latin", "ref", "foot", "slow", "car", "bus", "truck")) g.writeStringProperty(field, "String");
      g.writeEndObject();
      g.writeEndObject();
      g.writeEndArray();
      g.writeEndObject();
    }
    return text.toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    tiles.close();
    Files.deleteIfExists(tilesFile);
  }
}
