// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
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
  private static final int DEFLATE = 8;
  private static final int DEFLATE_OLD = 32_946;
  private static final int RASTER_TYPE = 1025;
  /** Values belong to points, so that the tie point is the middle of a square. */
  private static final int PIXEL_IS_POINT = 2;
  /** A country of 500 by 500 km in squares of 100 m has 25 million. */
  private static final long MOST_SQUARES = 1 << 25;

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
      byte[] bytes = alone(Files.readAllBytes(file));
      FileDirectory image = TiffReader.readTiff(bytes).getFileDirectory();
      if (!inflates(image, bytes)) return refuse(file, "a packed part of it is damaged", "get the file once more", findings);
      return of(file, image, findings);
    } catch (IOException | RuntimeException e) { // the reader answers damage with whatever exception it runs into: missing fields, casts, indices
      return refuse(file, "it cannot be read as a TIFF (%s)".formatted(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), "save it as GeoTIFF without BigTIFF or ZSTD", findings);
    }
  }

  /** The first image alone: a damaged chain of images may run in a circle, which the reader would follow for ever. */
  private static byte[] alone(byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(4);
    int next = directory + 2 + 12 * Short.toUnsignedInt(bytes.getShort(directory));
    bytes.putInt(next, 0);
    return tiff;
  }

  /** Whether every deflated part comes to its end: at one that is cut short the reader would wait for ever. */
  private static boolean inflates(FileDirectory image, byte[] tiff) {
    Integer packed = image.getCompression();
    if (packed == null || packed != DEFLATE && packed != DEFLATE_OLD) return true;
    boolean tiled = image.getTileOffsets() != null;
    List<? extends Number> offsets = tiled ? image.getTileOffsets() : image.getStripOffsets();
    List<? extends Number> sizes = tiled ? image.getTileByteCounts() : image.getStripByteCounts();
    byte[] out = new byte[1 << 16];
    Inflater inflater = new Inflater();
    try {
      for (int i = 0; i < offsets.size(); i++) {
        inflater.reset();
        inflater.setInput(tiff, offsets.get(i).intValue(), sizes.get(i).intValue());
        for (long all = 0; !inflater.finished(); ) {
          int some = inflater.inflate(out);
          all += some;
          if (some == 0 && !inflater.finished() || all > MOST_SQUARES * Double.BYTES) return false;
        }
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static Optional<PeopleRaster> of(Path file, FileDirectory image, List<Finding> findings) {
    List<Double> scale = image.getModelPixelScale();
    List<Double> tie = image.getModelTiepoint();
    if (scale == null || tie == null || tie.size() < 6 || !(scale.get(0) > 0) || !(scale.get(1) > 0)) return refuse(file, "it says not where it lies", "give a GeoTIFF that stands north up, with pixel scale and tie point", findings);
    Map<Integer, Integer> keys = keys(image);
    // Where keys are not there degrees are looked for, and the bounds tell.
    if (keys.getOrDefault(MODEL_TYPE, MODEL_GEOGRAPHIC) != MODEL_GEOGRAPHIC || keys.getOrDefault(GEOGRAPHIC_TYPE, WGS84) != WGS84) return refuse(file, "it is not in degrees of WGS84", "convert it (gdalwarp -t_srs EPSG:4326)", findings);
    long width = image.getImageWidth().longValue();
    long height = image.getImageHeight().longValue();
    if (width < 1 || height < 1 || width > MOST_SQUARES / height) return refuse(file, "%,d by %,d squares".formatted(width, height), "cut it to the case's area: at most %,d squares are read".formatted(MOST_SQUARES), findings);
    double middle = keys.getOrDefault(RASTER_TYPE, 0) == PIXEL_IS_POINT ? 0.5 : 0;
    double west = tie.get(3) - (tie.get(0) + middle) * scale.get(0);
    double north = tie.get(4) + (tie.get(1) + middle) * scale.get(1);
    return Optional.of(new PeopleRaster(image.readRasters(new int[] {0}), west, north, scale.get(0), scale.get(1), nothing(image)));
  }

  private static Optional<PeopleRaster> refuse(Path file, String what, String remedy, List<Finding> findings) {
    findings.add(Finding.error("no-raster", At.file(file.getFileName().toString()), what, "nobody can tell where people live", remedy));
    return Optional.empty();
  }

  /** GeoKeys that stand in the directory itself (GeoTIFF 1.1, 7.1.1). */
  private static Map<Integer, Integer> keys(FileDirectory image) {
    Map<Integer, Integer> all = new HashMap<>();
    FileDirectoryEntry entry = image.get(FieldTagType.GeoKeyDirectory);
    if (entry == null || !(entry.getValues() instanceof List<?> shorts)) return all;
    for (int i = 4; i + 3 < shorts.size(); i += 4) if (((Number) shorts.get(i + 1)).intValue() == 0) all.put(((Number) shorts.get(i)).intValue(), ((Number) shorts.get(i + 3)).intValue());
    return all;
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

  /** People in the square at a position; 0 where nothing is known. */
  double peopleAt(Position p) {
    long square = square(p);
    return square < 0 ? 0 : people(square);
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
