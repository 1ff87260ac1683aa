// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
import mil.nga.tiff.util.TiffException;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Position;

/**
 * How many people live in each square of ground, from a GeoTIFF in degrees (WorldPop, GHSL and the like, band 1). It only says where within a
 * district its people live: how many they are stays the case's own.
 */
final class PeopleRaster {
  private static final long LARGEST_BYTES = 64L << 20;
  private static final int GEOGRAPHIC_TYPE = 2048;
  private static final int MODEL_TYPE = 1024;
  private static final int MODEL_GEOGRAPHIC = 2;
  private static final int WGS84 = 4326;

  private final Rasters pixels;
  private final double west;
  private final double north;
  private final double width;
  private final double height;
  private final double nothing;

  private PeopleRaster(Rasters pixels, double west, double north, double width, double height, double nothing) {
    this.pixels = pixels;
    this.west = west;
    this.north = north;
    this.width = width;
    this.height = height;
    this.nothing = nothing;
  }

  /** The raster; empty after a finding. */
  static Optional<PeopleRaster> read(Path file, List<Finding> findings) {
    try {
      if (!Files.isRegularFile(file)) return refuse(file, "there is no such file", "correct the path", findings);
      if (Files.size(file) > LARGEST_BYTES) return refuse(file, "%,d bytes".formatted(Files.size(file)), "cut it to the case's area: at most 64 MiB are read", findings);
      FileDirectory image = TiffReader.readTiff(Files.readAllBytes(file)).getFileDirectory();
      List<Double> scale = image.getModelPixelScale();
      List<Double> tie = image.getModelTiepoint();
      if (scale == null || tie == null || tie.size() < 6 || !(scale.get(0) > 0) || !(scale.get(1) > 0)) return refuse(file, "it says not where it lies", "give a GeoTIFF that stands north up, with pixel scale and tie point", findings);
      if (!inDegrees(image)) return refuse(file, "it is not in degrees of WGS84", "convert it (gdalwarp -t_srs EPSG:4326)", findings);
      double west = tie.get(3) - tie.get(0) * scale.get(0);
      double north = tie.get(4) + tie.get(1) * scale.get(1);
      return Optional.of(new PeopleRaster(image.readRasters(), west, north, scale.get(0), scale.get(1), nothing(image)));
    } catch (IOException | TiffException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException | java.nio.BufferUnderflowException e) {
      return refuse(file, "it cannot be read as a TIFF (%s)".formatted(e.getMessage()), "save it as GeoTIFF without BigTIFF or ZSTD", findings);
    }
  }

  private static Optional<PeopleRaster> refuse(Path file, String what, String remedy, List<Finding> findings) {
    findings.add(Finding.error("no-raster", At.file(file.getFileName().toString()), what, "nobody can tell where people live", remedy));
    return Optional.empty();
  }

  private static boolean inDegrees(FileDirectory image) {
    FileDirectoryEntry entry = image.get(FieldTagType.GeoKeyDirectory);
    if (entry == null || !(entry.getValues() instanceof List<?> keys)) return true; // not said: degrees are looked for, and the bounds tell
    for (int i = 4; i + 3 < keys.size(); i += 4) {
      int key = ((Number) keys.get(i)).intValue();
      int value = ((Number) keys.get(i + 3)).intValue();
      if (key == MODEL_TYPE && value != MODEL_GEOGRAPHIC || key == GEOGRAPHIC_TYPE && value != WGS84) return false;
    }
    return true;
  }

  private static double nothing(FileDirectory image) {
    FileDirectoryEntry entry = image.get(FieldTagType.GDAL_NODATA);
    if (entry == null) return Double.NaN;
    Object value = entry.getValues() instanceof List<?> list && !list.isEmpty() ? list.getFirst() : entry.getValues();
    try {
      return Double.parseDouble(value.toString().replace("\0", "").strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Number of the square that holds a position; -1 outside. */
  private long square(Position p) {
    double column = Math.floor((p.lon() - west) / width);
    double row = Math.floor((north - p.lat()) / height);
    boolean in = column >= 0 && column < pixels.getWidth() && row >= 0 && row < pixels.getHeight();
    return in ? (long) row * pixels.getWidth() + (long) column : -1;
  }

  /** People in a square, 0 where nothing is known. */
  private double people(long square) {
    double value = pixels.getFirstPixelSample((int) (square % pixels.getWidth()), (int) (square / pixels.getWidth())).doubleValue();
    return Double.isFinite(value) && value > 0 && value != nothing ? value : 0;
  }

  /**
   * The weight of each place: a square's people, divided among its places by the weights they had.
   *
   * @return all 0 where the raster knows of nobody at any place
   */
  double[] spread(Places places, double[] weight) {
    Map<Long, Double> sums = new HashMap<>();
    long[] square = new long[weight.length];
    for (int v = 0; v < weight.length; v++) {
      square[v] = square(places.position(v));
      if (square[v] >= 0) sums.merge(square[v], weight[v], Double::sum);
    }
    double[] spread = new double[weight.length];
    for (int v = 0; v < weight.length; v++) if (square[v] >= 0 && weight[v] > 0) spread[v] = people(square[v]) * weight[v] / sums.get(square[v]);
    return spread;
  }
}
