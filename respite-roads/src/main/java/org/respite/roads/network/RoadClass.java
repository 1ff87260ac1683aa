// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Classes of street: the values of OSM's {@code highway} key that somebody can move along. The order is the byte stored in the compact
 * file: new classes go to the end.
 */
public enum RoadClass {
  MOTORWAY, MOTORWAY_LINK, TRUNK, TRUNK_LINK, PRIMARY, PRIMARY_LINK, SECONDARY, SECONDARY_LINK, TERTIARY, TERTIARY_LINK,
  UNCLASSIFIED, RESIDENTIAL, LIVING_STREET, SERVICE, ROAD, TRACK, BUSWAY, PEDESTRIAN, FOOTWAY, PATH, STEPS, CYCLEWAY, BRIDLEWAY;

  private static final Map<String, RoadClass> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RoadClass::word, Function.identity()));

  /** As OSM writes it, such as {@code motorway_link}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of a {@code highway} value; empty where nobody moves along it or we do not know the value. */
  public static Optional<RoadClass> find(String highway) {
    return Optional.ofNullable(BY_WORD.get(highway));
  }
}
