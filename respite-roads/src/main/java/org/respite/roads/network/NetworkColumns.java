// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link StreetNetwork}: nodes first, then links between them, then turn rules. Ids are given in the order of the calls.
 * Grows as it goes; about 90 bytes a link and 22 a node. Not for several threads.
 */
public final class NetworkColumns {
  private final Map<Column, Growing> columns = new EnumMap<>(Column.class);
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<WeekHours, Integer> hoursKnown = new HashMap<>();
  private final ByteArrayOutputStream labelText = new ByteArrayOutputStream();
  private int nodes;
  private int links;

  public NetworkColumns() {
    for (Column c : Column.values()) columns.put(c, new Growing(c.width()));
    put(Column.FIRST_POINT, 0);
    put(Column.FIRST_TURN_ARC, 0);
    put(Column.LABEL_AT, 0);
    label(Label.NONE);
    put(Column.FIRST_SPAN, 0);
    hours(WeekHours.ALWAYS);
  }

  /**
   * One direction of a link.
   *
   * @param users mask of {@link RoadUser} who may go that way
   * @param lanes as tagged, 0 to 255, 0 where not
   * @param maxspeedKmh as tagged, 0 to 255, 0 where not
   */
  public record Way(int users, int lanes, int maxspeedKmh) {}

  /**
   * What a link is, apart from where it lies.
   *
   * @param traits bits of {@link Trait}
   * @param tagged bits of {@link Attribute}
   * @param limits what is tagged of its dimensions
   * @param timed access that holds at times
   */
  public record Kind(
      long wayId, RoadClass roadClass, Way forward, Way backward, int traits, int tagged, Surface surface, Limits limits, Label label, List<Timed> timed) {
    /** One on which nothing depends on the hour. */
    public Kind(long wayId, RoadClass roadClass, Way forward, Way backward, int traits, int tagged, Surface surface, Limits limits, Label label) {
      this(wayId, roadClass, forward, backward, traits, tagged, surface, limits, label, List.of());
    }
  }

  /** See {@link TimedAccess}. */
  public record Timed(boolean backward, int users, boolean allowed, WeekHours hours) {}

  /** Centimetres (tens of kilograms for {@code weight}), 0 to 65,535, 0 where not tagged. */
  public record Limits(int width, int maxWidth, int maxHeight, int maxLength, int maxWeight) {
    public static final Limits NONE = new Limits(0, 0, 0, 0, 0);
  }

  /** Adds a node. */
  public int node(int lonE7, int latE7, long osmId, int usersThrough) {
    put(Column.NODE_LON, lonE7);
    put(Column.NODE_LAT, latE7);
    put(Column.NODE_OSM, osmId);
    put(Column.NODE_USERS, usersThrough);
    return nodes++;
  }

  /** Adds an inner point of the link that comes next. */
  public void innerPoint(int lonE7, int latE7) {
    put(Column.POINT_LON, lonE7);
    put(Column.POINT_LAT, latE7);
  }

  /** Adds a link; its inner points have been added before it. */
  public int link(int from, int to, int lengthMm, Kind kind) {
    put(Column.FROM, from);
    put(Column.TO, to);
    put(Column.LENGTH, lengthMm);
    put(Column.WAY, kind.wayId);
    put(Column.CLASS, kind.roadClass.ordinal());
    direction(kind.forward);
    direction(kind.backward);
    put(Column.TRAITS, kind.traits);
    put(Column.TAGGED, kind.tagged);
    put(Column.SURFACE, kind.surface.ordinal());
    put(Column.WIDTH, kind.limits.width);
    put(Column.MAXWIDTH, kind.limits.maxWidth);
    put(Column.MAXHEIGHT, kind.limits.maxHeight);
    put(Column.MAXLENGTH, kind.limits.maxLength);
    put(Column.MAXWEIGHT, kind.limits.maxWeight);
    put(Column.LABEL, label(kind.label));
    put(Column.FIRST_POINT, columns.get(Column.POINT_LON).size());
    for (Timed t : kind.timed) timed(links, t);
    return links++;
  }

  /** Adds access that holds at times. */
  public void timed(int link, Timed t) {
    put(Column.TIMED_ARC, 2 * link + (t.backward ? 1 : 0));
    put(Column.TIMED_USERS, t.users);
    put(Column.TIMED_ALLOWED, t.allowed ? 1 : 0);
    put(Column.TIMED_HOURS, hours(t.hours));
  }

  private int hours(WeekHours hours) {
    return hoursKnown.computeIfAbsent(hours, h -> {
      for (WeekHours.Span s : h.spans()) {
        put(Column.SPAN_FROM, s.from());
        put(Column.SPAN_TO, s.to());
      }
      put(Column.FIRST_SPAN, columns.get(Column.SPAN_FROM).size());
      return hoursKnown.size();
    });
  }

  private void direction(Way way) {
    put(Column.USERS, way.users);
    put(Column.LANES, way.lanes);
    put(Column.MAXSPEED, way.maxspeedKmh);
  }

  /** Adds a turn rule. */
  public void turnRule(TurnRule rule) {
    rule.arcs().forEach(arc -> put(Column.TURN_ARC, arc));
    put(Column.FIRST_TURN_ARC, columns.get(Column.TURN_ARC).size());
    put(Column.TURN_USERS, rule.users());
    put(Column.TURN_ONLY, rule.only() ? 1 : 0);
    put(Column.TURN_HOURS, hours(rule.hours()));
  }

  public int nodes() {
    return nodes;
  }

  public int links() {
    return links;
  }

  public int from(int link) {
    return columns.get(Column.FROM).view.getInt(link * Integer.BYTES);
  }

  public int to(int link) {
    return columns.get(Column.TO).view.getInt(link * Integer.BYTES);
  }

  public long way(int link) {
    return columns.get(Column.WAY).view.getLong(link * Long.BYTES);
  }

  /** Mask of the users of an arc. */
  public int users(int arc) {
    return columns.get(Column.USERS).bytes[arc] & 0xff;
  }

  /** The network; this builder is spent. O(nodes + links). */
  public StreetNetwork build(Provenance provenance) {
    groupArcs();
    columns.put(Column.LABEL_TEXT, Growing.of(labelText.toByteArray()));
    Map<Column, ByteBuffer> done = new EnumMap<>(Column.class);
    columns.forEach((c, g) -> done.put(c, g.done()));
    return new StreetNetwork(done, provenance);
  }

  private void groupArcs() {
    int[] next = new int[nodes + 1];
    for (int l = 0; l < links; l++) {
      next[from(l) + 1]++;
      next[to(l) + 1]++;
    }
    for (int v = 0; v < nodes; v++) next[v + 1] += next[v];
    for (int first : next) put(Column.FIRST_OUT, first);
    int[] out = new int[2 * links];
    for (int l = 0; l < links; l++) {
      out[next[from(l)]++] = 2 * l;
      out[next[to(l)]++] = 2 * l + 1;
    }
    for (int arc : out) put(Column.OUT, arc);
  }

  private int label(Label label) {
    return labels.computeIfAbsent(label.packed(), packed -> {
      labelText.writeBytes(packed.getBytes(StandardCharsets.UTF_8));
      put(Column.LABEL_AT, labelText.size());
      return labels.size();
    });
  }

  private void put(Column c, long value) {
    columns.get(c).add(value);
  }

  /** A growing little-endian array of numbers of one width. */
  private static final class Growing {
    private final int width;
    private byte[] bytes = new byte[1024];
    private ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private int used;

    Growing(int width) {
      this.width = width;
    }

    static Growing of(byte[] bytes) {
      Growing g = new Growing(1);
      g.bytes = bytes;
      g.used = bytes.length;
      return g;
    }

    void add(long value) {
      if (used + width > bytes.length) grow();
      switch (width) {
        case Byte.BYTES -> bytes[used] = (byte) value;
        case Short.BYTES -> view.putShort(used, (short) value);
        case Integer.BYTES -> view.putInt(used, (int) value);
        default -> view.putLong(used, value);
      }
      used += width;
    }

    private void grow() {
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
      view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (used + width > bytes.length) throw new OutOfMemoryError("a column of a network holds at most 2 GB");
    }

    int size() {
      return used / width;
    }

    ByteBuffer done() {
      return ByteBuffer.wrap(bytes, 0, used).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
