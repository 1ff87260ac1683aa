// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.roads.Monaco;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.StreetImport;

class ExportTest {
  @TempDir Path folder;

  private StreetNetwork monaco() {
    return StreetImport.read(Monaco.in(folder), Optional.empty(), 2).read().orElseThrow();
  }

  @Test
  void geoJsonHoldsEachLinkOnALineOfItsOwn() throws IOException {
    StreetNetwork n = monaco();
    Path file = folder.resolve("m.geojson");
    GeoJsonExport.write(n, file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.stream().filter(l -> l.contains("\"type\":\"Feature\",")).count()).isEqualTo(n.links());
    assertThat(lines.getFirst()).contains(Provenance.ODBL).contains("FeatureCollection");
    assertThat(lines.get(1)).contains("[%s,%s]".formatted(java.math.BigDecimal.valueOf(n.lonE7(0, 0), 7), java.math.BigDecimal.valueOf(n.latE7(0, 0), 7)));
  }

  @Test
  void geoPackageIsWhatTheStandardAsksForAndHoldsTheSameLines() throws Exception {
    StreetNetwork n = monaco();
    Path file = folder.resolve("m.gpkg");
    GeoPackageExport.write(n, file);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(text(db, "PRAGMA application_id")).isEqualTo(String.valueOf(0x47504B47));
      assertThat(text(db, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(text(db, "SELECT count(*) FROM pragma_foreign_key_check")).isEqualTo("0");
      assertThat(text(db, "SELECT srs_id || ' ' || geometry_type_name FROM gpkg_geometry_columns")).isEqualTo("4326 LINESTRING");
      assertThat(text(db, "SELECT description FROM gpkg_contents")).contains(Provenance.ODBL);
      assertThat(text(db, "SELECT count(*) FROM streets")).isEqualTo(String.valueOf(n.links()));
      try (ResultSet r = db.createStatement().executeQuery("SELECT link, geom FROM streets WHERE link % 97 = 0")) {
        while (r.next()) sameLine(n, r.getInt(1), r.getBytes(2));
      }
    }
  }

  private static void sameLine(StreetNetwork n, int link, byte[] geometry) {
    ByteBuffer b = ByteBuffer.wrap(geometry).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(geometry, 0, 2)).isEqualTo("GP");
    assertThat(b.getInt(4)).isEqualTo(4326);
    assertThat(b.get(8)).isEqualTo((byte) 1);
    assertThat(b.getInt(9)).isEqualTo(2);
    assertThat(b.getInt(13)).isEqualTo(n.points(link));
    assertThat(geometry).hasSize(17 + 16 * n.points(link));
    assertThat(Math.round(b.getDouble(17 + 16 * (n.points(link) - 1)) * 1e7)).isEqualTo(n.lonE7(n.to(link)));
  }

  private static String text(Connection db, String sql) throws Exception {
    try (ResultSet r = db.createStatement().executeQuery(sql)) {
      return r.next() ? r.getString(1) : "";
    }
  }

  /** Known from the specification: 0/0/0 is 0, zoom 1 is 1 to 4, and a walk along the curve moves by one tile. */
  @ParameterizedTest
  @CsvSource({"0,0,0,0", "1,0,0,1", "1,0,1,2", "1,1,1,3", "1,1,0,4", "2,0,0,5", "12,3423,1763,19078479"})
  void tilesAreNumberedAlongTheCurve(int zoom, int x, int y, long number) {
    assertThat(Hilbert.firstOf(zoom) + Hilbert.index(zoom, x, y)).isEqualTo(number);
    assertThat(Hilbert.tile(zoom, Hilbert.index(zoom, x, y))).containsExactly(x, y);
  }

  @Test
  void everyLinkIsFoundAgainInTheTilesOfTheLastZoom() throws IOException {
    StreetNetwork n = monaco();
    Path file = folder.resolve("m.pmtiles");
    PmtilesExport.write(n, file);
    Archive archive = new Archive(Files.readAllBytes(file));
    Set<Long> links = new HashSet<>();
    for (Map.Entry<Long, byte[]> tile : archive.tiles().entrySet()) {
      Set<Long> ids = features(tile.getValue());
      assertThat(ids).as("no tile is empty").isNotEmpty();
      if (tile.getKey() >= Hilbert.firstOf(PmtilesExport.LAST)) links.addAll(ids);
    }
    assertThat(links).hasSizeGreaterThan(n.links() * 99 / 100); // links shorter than a quarter of a metre fall into one point
    for (int link = 0; link < n.links(); link++) if (n.lengthMm(link) > 1_000) assertThat(links).contains((long) link);
    assertThat(archive.metadata()).contains("vector_layers").contains(Provenance.ODBL);
  }

  /** 30,000 tiles of changing length, scattered over the curve, are more than one directory of 16 kB holds. */
  @Test
  void aLargeArchiveHasLeafDirectories() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    Map<Long, byte[]> written = new TreeMap<>();
    Path file = folder.resolve("w.pmtiles");
    try (PmtilesWriter out = new PmtilesWriter(file)) {
      for (long number = 0; written.size() < 30_000; number += random.nextInt(1, 5_000)) {
        byte[] tile = new byte[random.nextInt(1, 60)];
        random.nextBytes(tile);
        written.put(number, tile);
        out.tile(number, tile);
      }
      out.finish(monaco());
    }
    Archive archive = new Archive(Files.readAllBytes(file));
    assertThat(archive.leafBytes).isPositive();
    Map<Long, byte[]> read = archive.tiles();
    assertThat(read.keySet()).isEqualTo(written.keySet());
    written.forEach((number, tile) -> assertThat(read.get(number)).isEqualTo(tile));
  }

  private static Set<Long> features(byte[] tile) throws IOException {
    Set<Long> ids = new HashSet<>();
    for (CodedInputStream layer = message(CodedInputStream.newInstance(tile), 3); !layer.isAtEnd(); ) {
      int tag = layer.readTag();
      if (tag >>> 3 != 2) {
        layer.skipField(tag);
        continue;
      }
      CodedInputStream feature = layer.readBytes().newCodedInput();
      while (!feature.isAtEnd()) {
        int field = feature.readTag();
        if (field >>> 3 == 1) ids.add(feature.readUInt64());
        else if (field >>> 3 == 4) checkGeometry(feature.readBytes().newCodedInput());
        else feature.skipField(field);
      }
    }
    return ids;
  }

  private static CodedInputStream message(CodedInputStream in, int field) throws IOException {
    assertThat(in.readTag() >>> 3).isEqualTo(field);
    return in.readBytes().newCodedInput();
  }

  /** Move to, line to, move to, line to ..., all inside the tile and its border. */
  private static void checkGeometry(CodedInputStream in) throws IOException {
    int x = 0;
    int y = 0;
    int parts = 0;
    while (!in.isAtEnd()) {
      int command = in.readUInt32();
      assertThat(command & 7).isEqualTo(parts++ % 2 == 0 ? 1 : 2);
      for (int i = 0; i < command >> 3; i++) {
        x += in.readSInt32();
        y += in.readSInt32();
        assertThat(x).isBetween(-64, 4096 + 64);
        assertThat(y).isBetween(-64, 4096 + 64);
      }
    }
    assertThat(parts % 2).isZero();
  }

  /** Reads a PMTiles archive as the specification says, sharing nothing with the writer. */
  private static final class Archive {
    private final byte[] bytes;
    private final ByteBuffer head;
    final long leafBytes;

    Archive(byte[] bytes) {
      this.bytes = bytes;
      head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(new String(bytes, 0, 7)).isEqualTo("PMTiles");
      assertThat(bytes[7]).isEqualTo((byte) 3);
      assertThat(head.getLong(8) + head.getLong(16)).as("the root is near the start").isLessThanOrEqualTo(16_384);
      leafBytes = head.getLong(48);
    }

    String metadata() throws IOException {
      return new String(gunzip(head.getLong(24), head.getLong(32)));
    }

    Map<Long, byte[]> tiles() throws IOException {
      Map<Long, byte[]> tiles = new TreeMap<>();
      directory(gunzip(head.getLong(8), head.getLong(16)), tiles);
      assertThat(tiles).hasSize((int) head.getLong(72));
      return tiles;
    }

    private void directory(byte[] packed, Map<Long, byte[]> tiles) throws IOException {
      CodedInputStream in = CodedInputStream.newInstance(packed);
      int n = in.readUInt32();
      List<long[]> entries = new ArrayList<>();
      long tile = 0;
      for (int i = 0; i < n; i++) entries.add(new long[] {tile += in.readUInt64(), 0, 0, 0});
      for (long[] e : entries) e[1] = in.readUInt64();
      for (long[] e : entries) e[2] = in.readUInt64();
      for (int i = 0; i < n; i++) {
        long offset = in.readUInt64();
        entries.get(i)[3] = offset == 0 ? entries.get(i - 1)[3] + entries.get(i - 1)[2] : offset - 1;
      }
      for (long[] e : entries) {
        if (e[1] == 0) directory(gunzip(head.getLong(40) + e[3], e[2]), tiles);
        else tiles.put(e[0], gunzip(head.getLong(56) + e[3], e[2]));
      }
    }

    private byte[] gunzip(long at, long length) throws IOException {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, (int) at, (int) length))) {
        return in.readAllBytes();
      }
    }
  }
}
