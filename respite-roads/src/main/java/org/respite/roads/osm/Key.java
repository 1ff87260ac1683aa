// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The OSM keys that matter to moving; every other tag is skipped without being decoded. */
enum Key {
  HIGHWAY("highway"), NAME("name"), NAME_EN("name:en"), INT_NAME("int_name"), REF("ref"), AREA("area"), SERVICE("service"), TOLL("toll"),
  ACCESS("access"), VEHICLE("vehicle"), MOTOR_VEHICLE("motor_vehicle"), MOTORCAR("motorcar"), PSV("psv"), BUS("bus"), GOODS("goods"), HGV("hgv"),
  FOOT("foot"), WHEELCHAIR("wheelchair"), RAMP_WHEELCHAIR("ramp:wheelchair"), MOTORROAD("motorroad"),
  ONEWAY("oneway"), ONEWAY_FOOT("oneway:foot"), ONEWAY_BUS("oneway:bus"), ONEWAY_PSV("oneway:psv"), ONEWAY_MOTOR("oneway:motor_vehicle"),
  JUNCTION("junction"), CONVEYING("conveying"), FOOT_FORWARD("foot:forward"), FOOT_BACKWARD("foot:backward"),
  VEHICLE_FORWARD("vehicle:forward"), VEHICLE_BACKWARD("vehicle:backward"),
  MOTOR_FORWARD("motor_vehicle:forward"), MOTOR_BACKWARD("motor_vehicle:backward"),
  LANES("lanes"), LANES_FORWARD("lanes:forward"), LANES_BACKWARD("lanes:backward"), WIDTH("width"), EST_WIDTH("est_width"),
  SURFACE("surface"), TRACKTYPE("tracktype"), MAXSPEED("maxspeed"), MAXSPEED_FORWARD("maxspeed:forward"), MAXSPEED_BACKWARD("maxspeed:backward"),
  MAXWEIGHT("maxweight"), MAXHEIGHT("maxheight"), MAXWIDTH("maxwidth"), MAXLENGTH("maxlength"),
  BRIDGE("bridge"), TUNNEL("tunnel"), FORD("ford"), BARRIER("barrier"), LOCKED("locked"), OPENING_HOURS("opening_hours"),
  TYPE("type"), RESTRICTION("restriction"), RESTRICTION_MOTORCAR("restriction:motorcar"), RESTRICTION_BUS("restriction:bus"),
  RESTRICTION_HGV("restriction:hgv"), RESTRICTION_CONDITIONAL("restriction:conditional"), EXCEPT("except"),
  ACCESS_CONDITIONAL("access:conditional"), FOOT_CONDITIONAL("foot:conditional"), VEHICLE_CONDITIONAL("vehicle:conditional"), MOTOR_CONDITIONAL("motor_vehicle:conditional"),
  MOTORCAR_CONDITIONAL("motorcar:conditional"), PSV_CONDITIONAL("psv:conditional"), BUS_CONDITIONAL("bus:conditional"), GOODS_CONDITIONAL("goods:conditional"), HGV_CONDITIONAL("hgv:conditional"),
  ONEWAY_CONDITIONAL("oneway:conditional"), RESTRICTION_HGV_CONDITIONAL("restriction:hgv:conditional"), RESTRICTION_BUS_CONDITIONAL("restriction:bus:conditional"),
  RESTRICTION_MOTORCAR_CONDITIONAL("restriction:motorcar:conditional");

  private static final Map<String, Key> BY_WORD = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Key::word, Function.identity()));
  private static final int SLOTS = 512;
  private static final byte[][] BYTES = new byte[SLOTS][];
  private static final byte[] ORDINAL = new byte[SLOTS];

  static {
    for (Key key : values()) {
      byte[] word = key.word.getBytes(StandardCharsets.UTF_8);
      int slot = slot(word, 0, word.length);
      while (BYTES[slot] != null) slot = (slot + 1) % SLOTS;
      BYTES[slot] = word;
      ORDINAL[slot] = (byte) key.ordinal();
    }
  }

  private final String word;

  Key(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The ordinal of the key that these UTF-8 bytes spell; -1 where it is none of ours. Allocates nothing. */
  static int ordinalOf(byte[] text, int from, int to) {
    for (int slot = slot(text, from, to); BYTES[slot] != null; slot = (slot + 1) % SLOTS) {
      if (Arrays.equals(BYTES[slot], 0, BYTES[slot].length, text, from, to)) return ORDINAL[slot];
    }
    return -1;
  }

  /** As {@link #ordinalOf(byte[], int, int)}. */
  static int ordinalOf(String text) {
    Key key = BY_WORD.get(text);
    return key == null ? -1 : key.ordinal();
  }

  private static int slot(byte[] text, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) h = 31 * h + text[i];
    return Math.floorMod(h ^ h >>> 7, SLOTS);
  }
}
