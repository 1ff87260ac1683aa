// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WholeFile;

/**
 * Streets as a GeoPackage (OGC 12-128r17, version 1.3): one layer {@code streets} of line strings in WGS84, which QGIS and GDAL open as they are. No
 * spatial index: QGIS makes one on request.
 */
public final class GeoPackageExport {
  private static final int APPLICATION_ID = 0x47504B47;
  private static final int VERSION = 10300;
  private static final int WGS84 = 4326;
  private static final String WGS84_WKT =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],"
          + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private GeoPackageExport() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    WholeFile.write(file, aside -> {
      try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + aside)) {
        try (Statement s = db.createStatement()) {
          s.execute("PRAGMA journal_mode = OFF"); // the file is thrown away if anything fails
          s.execute("PRAGMA synchronous = OFF");
          s.execute("PRAGMA application_id = " + APPLICATION_ID);
          s.execute("PRAGMA user_version = " + VERSION);
        }
        db.setAutoCommit(false);
        schema(db);
        contents(db, network);
        streets(db, network);
        db.commit();
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    });
  }

  private static void schema(Connection db) throws SQLException {
    String columns = LinkProperties.COLUMNS.entrySet().stream().map(c -> "\"%s\" %s".formatted(c.getKey(), c.getValue())).collect(Collectors.joining(", "));
    for (String sql : List.of(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, "
            + "organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
        "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', "
            + "last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, "
            + "CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, "
            + "z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), "
            + "CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), "
            + "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
        "CREATE TABLE streets (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING, " + columns + ")")) {
      try (Statement s = db.createStatement()) {
        s.execute(sql);
      }
    }
  }

  private static void contents(Connection db, StreetNetwork n) throws SQLException {
    String srs = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
    insert(db, srs, "Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system");
    insert(db, srs, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system");
    insert(db, srs, "WGS 84", WGS84, "EPSG", WGS84, WGS84_WKT, "longitude, latitude in degrees");
    int[] b = n.bounds().orElse(new int[4]);
    String from = n.provenance().fields().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("; "));
    insert(db, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "streets", "features", "streets", from, b[0] / 1e7, b[1] / 1e7, b[2] / 1e7, b[3] / 1e7, WGS84);
    insert(db, "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", "streets", "geom", "LINESTRING", WGS84, 0, 0);
  }

  private static void insert(Connection db, String sql, Object... values) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
      s.executeUpdate();
    }
  }

  private static void streets(Connection db, StreetNetwork n) throws SQLException {
    List<String> columns = List.copyOf(LinkProperties.COLUMNS.keySet());
    String marks = String.join(", ", Collections.nCopies(columns.size() + 1, "?"));
    String names = columns.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(", "));
    try (PreparedStatement s = db.prepareStatement("INSERT INTO streets (geom, %s) VALUES (%s)".formatted(names, marks))) {
      for (int link = 0; link < n.links(); link++) {
        Map<String, Object> p = LinkProperties.of(n, link);
        s.setBytes(1, geometry(n, link));
        for (int c = 0; c < columns.size(); c++) s.setObject(c + 2, p.get(columns.get(c)));
        s.addBatch();
        if (link % 1000 == 999) s.executeBatch();
      }
      s.executeBatch();
    }
  }

  /** GeoPackage's head (no envelope, little-endian), then a line string as well-known binary. */
  static byte[] geometry(StreetNetwork n, int link) {
    int points = n.points(link);
    ByteBuffer b = ByteBuffer.allocate(8 + 9 + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    b.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(WGS84);
    b.put((byte) 1).putInt(2).putInt(points);
    for (int i = 0; i < points; i++) b.putDouble(n.lonE7(link, i) / 1e7).putDouble(n.latE7(link, i) / 1e7);
    return b.array();
  }
}
