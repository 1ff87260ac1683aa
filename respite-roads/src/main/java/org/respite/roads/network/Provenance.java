// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a network comes from. Kept inside the compact file and printed wherever the network is used.
 *
 * @param source name of the source file, without its folders
 * @param sha256 of the source file, in hexadecimal
 * @param osmTimestamp as the source states it, ISO 8601; empty where it does not
 * @param attribution what must stand beside every picture and table made from it
 * @param area what was cut out, such as {@code 37.05,36.10,37.35,36.35 and 2000 m around}; empty for all of it
 * @param importer name and version of the importer
 */
public record Provenance(String source, String sha256, String osmTimestamp, String attribution, String area, String importer) {
  /** The licence of OpenStreetMap data asks for these words. */
  public static final String ODBL = "© OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright)";

  public Provenance {
    Objects.requireNonNull(source);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(osmTimestamp);
    Objects.requireNonNull(attribution);
    Objects.requireNonNull(area);
    Objects.requireNonNull(importer);
  }

  /** One {@code key=value} a line; a value holds no line feed. */
  String text() {
    StringBuilder text = new StringBuilder();
    fields().forEach((key, value) -> text.append(key).append('=').append(value.replaceAll("\\p{Cntrl}", " ")).append('\n'));
    return text.toString();
  }

  /** Keys and values in a fixed order, for reports. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("source", source);
    fields.put("sha256", sha256);
    fields.put("osm_timestamp", osmTimestamp);
    fields.put("attribution", attribution);
    fields.put("area", area);
    fields.put("importer", importer);
    return fields;
  }

  static Provenance parse(String text) {
    Map<String, String> f = new LinkedHashMap<>();
    text.lines().forEach(line -> f.put(line.substring(0, Math.max(0, line.indexOf('='))), line.substring(line.indexOf('=') + 1)));
    return new Provenance(
        f.getOrDefault("source", ""), f.getOrDefault("sha256", ""), f.getOrDefault("osm_timestamp", ""), f.getOrDefault("attribution", ""),
        f.getOrDefault("area", ""), f.getOrDefault("importer", ""));
  }
}
