// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Label;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Trait;

/** What every export says about a link: the same words and units in each format. Absent means "not tagged". */
final class LinkProperties {
  /** Columns with their SQL types, in order. */
  static final Map<String, String> COLUMNS = columns();

  private LinkProperties() {}

  private static Map<String, String> columns() {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("link", "INTEGER");
    c.put("osm_way", "INTEGER");
    c.put("class", "TEXT");
    c.put("name", "TEXT");
    c.put("name_latin", "TEXT");
    c.put("ref", "TEXT");
    c.put("length_m", "REAL");
    for (RoadUser user : RoadUser.values()) c.put(user.word(), "TEXT");
    c.put("lanes_forward", "INTEGER");
    c.put("lanes_backward", "INTEGER");
    c.put("maxspeed_kmh", "INTEGER");
    c.put("surface", "TEXT");
    c.put("width_m", "REAL");
    c.put("maxweight_t", "REAL");
    c.put("maxheight_m", "REAL");
    for (Trait trait : Trait.values()) c.put(trait.name().toLowerCase(Locale.ROOT), "BOOLEAN");
    c.put("tagged", "TEXT");
    return java.util.Collections.unmodifiableMap(c);
  }

  /** Values by column: String, Integer, Long, Double or Boolean. */
  static Map<String, Object> of(StreetNetwork n, int link) {
    Map<String, Object> p = new LinkedHashMap<>();
    Label label = n.label(link);
    p.put("link", link);
    p.put("osm_way", n.way(link));
    p.put("class", n.roadClass(link).word());
    text(p, "name", label.name());
    text(p, "name_latin", label.latin());
    text(p, "ref", label.ref());
    p.put("length_m", n.metres(link));
    for (RoadUser user : RoadUser.values()) p.put(user.word(), passage(n, link, user));
    number(p, "lanes_forward", n.lanesTagged(2 * link));
    number(p, "lanes_backward", n.lanesTagged(2 * link + 1));
    number(p, "maxspeed_kmh", Math.max(n.maxspeedTagged(2 * link), n.maxspeedTagged(2 * link + 1)));
    if (n.isTagged(link, Attribute.SURFACE)) p.put("surface", n.surface(link).name().toLowerCase(Locale.ROOT));
    if (n.widthTagged(link) > 0) p.put("width_m", n.widthTagged(link));
    if (n.isTagged(link, Attribute.MAXWEIGHT)) p.put("maxweight_t", n.maxWeight(link));
    if (n.isTagged(link, Attribute.MAXHEIGHT)) p.put("maxheight_m", n.maxHeight(link));
    for (Trait trait : Trait.values()) if (n.has(link, trait)) p.put(trait.name().toLowerCase(Locale.ROOT), true);
    StringBuilder tagged = new StringBuilder();
    for (Attribute a : Attribute.values()) if (n.isTagged(link, a)) tagged.append(tagged.isEmpty() ? "" : " ").append(a.word());
    text(p, "tagged", tagged.toString());
    return p;
  }

  /** {@code both}, {@code forward} (along the line), {@code backward} or {@code no}. */
  static String passage(StreetNetwork n, int link, RoadUser user) {
    boolean there = n.mayUse(2 * link, user);
    boolean back = n.mayUse(2 * link + 1, user);
    if (there && back) return "both";
    if (there) return "forward";
    return back ? "backward" : "no";
  }

  private static void text(Map<String, Object> p, String key, String value) {
    if (!value.isEmpty()) p.put(key, value);
  }

  private static void number(Map<String, Object> p, String key, int value) {
    if (value > 0) p.put(key, value);
  }
}
