// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.respite.roads.network.StreetNetwork;

/**
 * A small map as text. A line is {@code node A 2 3 barrier=gate} (0.001 degrees east and north of 37/36), {@code way 10 A-B-C highway=residential} or
 * {@code turn 7 from=10 via=B to=11 restriction=no_left_turn}; letters become ids 1 to 26, {@code ~} in a value a blank.
 */
public final class OsmText {
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder ways = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();

  /** The map as OSM XML. */
  public static String xml(String text) {
    OsmText osm = new OsmText();
    text.strip().lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(osm::line);
    return "<osm version=\"0.6\">\n" + osm.nodes + osm.ways + osm.relations + "</osm>\n";
  }

  /** The map imported. */
  public static StreetNetwork network(String text) {
    return imported(text).read().orElseThrow();
  }

  /** What importing the map gives. */
  public static StreetImport.Result imported(String text) {
    try {
      Path file = Files.createTempFile("map", ".osm");
      try {
        return StreetImport.read(Files.writeString(file, xml(text)), Optional.empty(), 1);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network's node of a letter. */
  public static int node(StreetNetwork n, char letter) {
    for (int v = 0; v < n.nodes(); v++) if (n.osmNode(v) == letter - 'A' + 1) return v;
    throw new IllegalArgumentException("no node " + letter);
  }

  private void line(String line) {
    String[] words = line.split(" +");
    switch (words[0]) {
      case "node" -> nodes.append("<node id=\"%d\" lon=\"%s\" lat=\"%s\">%s</node>\n".formatted(id(words[1]), 37 + Double.parseDouble(words[2]) / 1000, 36 + Double.parseDouble(words[3]) / 1000, tags(words, 4)));
      case "way" -> {
        ways.append("<way id=\"%s\">".formatted(words[1]));
        for (String node : words[2].split("-")) ways.append("<nd ref=\"%d\"/>".formatted(id(node)));
        ways.append(tags(words, 3)).append("</way>\n");
      }
      case "turn" -> relation(words);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static int id(String letter) {
    return letter.charAt(0) - 'A' + 1;
  }

  private void relation(String[] words) {
    relations.append("<relation id=\"%s\"><tag k=\"type\" v=\"restriction\"/>".formatted(words[1]));
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      boolean role = pair[0].equals("from") || pair[0].equals("via") || pair[0].equals("to");
      if (!role) tags.put(pair[0], pair[1].replace('~', ' '));
      else for (String member : pair[1].split(",")) {
        boolean way = Character.isDigit(member.charAt(0));
        relations.append("<member type=\"%s\" ref=\"%s\" role=\"%s\"/>".formatted(way ? "way" : "node", way ? member : String.valueOf(id(member)), pair[0]));
      }
    }
    tags.forEach((k, v) -> relations.append("<tag k=\"%s\" v=\"%s\"/>".formatted(k, v)));
    relations.append("</relation>\n");
  }

  private static String tags(String[] words, int from) {
    StringBuilder tags = new StringBuilder();
    for (int i = from; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      tags.append("<tag k=\"%s\" v=\"%s\"/>".formatted(pair[0], pair[1].replace('~', ' ')));
    }
    return tags.toString();
  }
}
