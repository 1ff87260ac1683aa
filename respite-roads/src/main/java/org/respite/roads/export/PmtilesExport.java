// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.respite.roads.network.Label;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WholeFile;

/**
 * Streets as vector tiles in one PMTiles file (version 3), zoom 6 to 14, web Mercator: what a browser needs to draw the map with no server but a file and
 * no tile from anywhere. Layer {@code streets}. Great roads come first, paths last: see {@link #firstZoom}.
 */
public final class PmtilesExport {
  static final String LAYER = "streets";
  static final int FIRST = 6;
  static final int LAST = 14;
  private static final double MERCATOR_LIMIT = 85.0511;

  private final StreetNetwork network;
  private long[] pairs = new long[1024];
  private int count;

  private PmtilesExport(StreetNetwork network) {
    this.network = network;
  }

  /**
   * Writes the file whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    WholeFile.write(file, aside -> {
      try (PmtilesWriter out = new PmtilesWriter(aside)) {
        for (int zoom = FIRST; zoom <= LAST; zoom++) new PmtilesExport(network).zoom(zoom, out);
        out.finish(network);
      }
    });
  }

  /** The zoom from which on a class is drawn. */
  static int firstZoom(RoadClass c) {
    return switch (c) {
      case MOTORWAY, TRUNK -> FIRST;
      case PRIMARY, MOTORWAY_LINK, TRUNK_LINK -> 8;
      case SECONDARY, PRIMARY_LINK -> 9;
      case TERTIARY, SECONDARY_LINK -> 10;
      case UNCLASSIFIED, RESIDENTIAL, TERTIARY_LINK, LIVING_STREET, BUSWAY, ROAD -> 12;
      case SERVICE, TRACK, PEDESTRIAN, FOOTWAY, PATH, STEPS, CYCLEWAY, BRIDLEWAY -> 13;
    };
  }

  private void zoom(int zoom, PmtilesWriter out) throws IOException {
    double[][] line = new double[2][];
    for (int link = 0; link < network.links(); link++) {
      if (firstZoom(network.roadClass(link)) > zoom) continue;
      project(link, zoom, line);
      for (int i = 1; i < line[0].length; i++) touch(zoom, link, line, i);
    }
    Arrays.sort(pairs, 0, count);
    for (int i = 0; i < count; ) i = tile(zoom, i, out);
  }

  /** Link numbers need 31 bits and tile numbers at zoom 14 need 28: both fit one long, and sort by tile first. */
  private void add(long tile, int link) {
    long pair = tile << 31 | link;
    if (count > 0 && pairs[count - 1] == pair) return;
    if (count == pairs.length) pairs = Arrays.copyOf(pairs, 2 * count);
    pairs[count++] = pair;
  }

  /** Notes the tiles that a segment crosses, column by column, so that a long one costs its length and not its area. */
  private void touch(int zoom, int link, double[][] line, int i) {
    double x0 = Math.min(line[0][i - 1], line[0][i]);
    double x1 = Math.max(line[0][i - 1], line[0][i]);
    boolean rising = line[0][i - 1] <= line[0][i];
    double y0 = rising ? line[1][i - 1] : line[1][i];
    double y1 = rising ? line[1][i] : line[1][i - 1];
    int side = 1 << zoom;
    for (int tx = (int) x0; tx <= (int) x1 && tx < side; tx++) {
      double slope = x1 == x0 ? 0 : (y1 - y0) / (x1 - x0);
      double in = x1 == x0 ? y0 : y0 + slope * (Math.max(x0, tx) - x0);
      double out = x1 == x0 ? y1 : y0 + slope * (Math.min(x1, tx + 1.0) - x0);
      int last = Math.min(side - 1, (int) Math.max(in, out));
      for (int ty = (int) Math.min(in, out); ty <= last; ty++) add(Hilbert.index(zoom, tx, ty), link);
    }
  }

  /** The link's line in units of tiles of the zoom. */
  private void project(int link, int zoom, double[][] line) {
    int n = network.points(link);
    line[0] = new double[n];
    line[1] = new double[n];
    double side = 1 << zoom;
    for (int i = 0; i < n; i++) {
      double lat = Math.toRadians(Math.clamp(network.latE7(link, i) / 1e7, -MERCATOR_LIMIT, MERCATOR_LIMIT));
      line[0][i] = Math.clamp((network.lonE7(link, i) / 1e7 + 180) / 360 * side, 0, Math.nextDown(side));
      line[1][i] = Math.clamp((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * side, 0, Math.nextDown(side));
    }
  }

  /** Draws the tile whose first pair is at {@code first}; returns where the next one begins. */
  private int tile(int zoom, int first, PmtilesWriter out) throws IOException {
    long tile = pairs[first] >>> 31;
    int[] xy = Hilbert.tile(zoom, tile);
    TileLayer layer = new TileLayer();
    double[][] line = new double[2][];
    int i = first;
    for (; i < count && pairs[i] >>> 31 == tile; i++) {
      if (i > first && pairs[i] == pairs[i - 1]) continue;
      int link = (int) (pairs[i] & 0x7fffffff);
      project(link, zoom, line);
      for (int p = 0; p < line[0].length; p++) {
        line[0][p] = (line[0][p] - xy[0]) * TileLayer.EXTENT;
        line[1][p] = (line[1][p] - xy[1]) * TileLayer.EXTENT;
      }
      layer.add(link, line[0], line[1], tags(link));
    }
    if (!layer.isEmpty()) out.tile(Hilbert.firstOf(zoom) + tile, layer.tile(LAYER));
    return i;
  }

  private Map<String, String> tags(int link) {
    Map<String, String> tags = new LinkedHashMap<>();
    Label label = network.label(link);
    tags.put("class", network.roadClass(link).word());
    if (!label.name().isEmpty()) tags.put("name", label.name());
    if (!label.latin().isEmpty()) tags.put("name_latin", label.latin());
    if (!label.ref().isEmpty()) tags.put("ref", label.ref());
    for (RoadUser user : RoadUser.values()) {
      String passage = LinkProperties.passage(network, link, user);
      if (!passage.equals("both")) tags.put(user.word(), passage);
    }
    return tags;
  }
}
