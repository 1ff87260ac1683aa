// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.scenario.Position;

/**
 * Streets as a directed graph in immutable columns; see the package's words. Safe for any number of threads. Indices outside their range
 * throw {@link IndexOutOfBoundsException}; every read is O(1) unless it says otherwise.
 */
public final class StreetNetwork {
  private final Map<Column, ByteBuffer> columns;
  private final Provenance provenance;
  private final int nodes;
  private final int links;
  private final IntBuffer from;
  private final IntBuffer to;
  private final IntBuffer length;
  private final ByteBuffer users;
  private final IntBuffer firstOut;
  private final IntBuffer out;

  StreetNetwork(Map<Column, ByteBuffer> columns, Provenance provenance) {
    this.columns = new EnumMap<>(columns);
    this.provenance = provenance;
    nodes = column(Column.NODE_LON).capacity() / Integer.BYTES;
    from = column(Column.FROM).asIntBuffer();
    to = column(Column.TO).asIntBuffer();
    length = column(Column.LENGTH).asIntBuffer();
    users = column(Column.USERS);
    firstOut = column(Column.FIRST_OUT).asIntBuffer();
    out = column(Column.OUT).asIntBuffer();
    links = from.capacity();
  }

  /** Little-endian and read-only; nobody moves its position. */
  ByteBuffer column(Column c) {
    return columns.get(c);
  }

  /** Where it comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /** Nodes are numbered from 0 to this, exclusive. */
  public int nodes() {
    return nodes;
  }

  /** Links are numbered from 0 to this, exclusive. */
  public int links() {
    return links;
  }

  /** Two for each link: arc {@code 2 * link} runs from {@link #from} to {@link #to}, arc {@code 2 * link + 1} the other way. */
  public int arcs() {
    return 2 * links;
  }

  /** Points along all links, their ends left out. */
  public int innerPoints() {
    return column(Column.POINT_LON).capacity() / Integer.BYTES;
  }

  /** Degrees times 10^7. */
  public int lonE7(int node) {
    return intAt(Column.NODE_LON, node);
  }

  /** Degrees times 10^7. */
  public int latE7(int node) {
    return intAt(Column.NODE_LAT, node);
  }

  public Position position(int node) {
    return new Position(lonE7(node) / 1e7, latE7(node) / 1e7);
  }

  /** OSM's id of the node; ids of distinct nodes are distinct. */
  public long osmNode(int node) {
    return longAt(Column.NODE_OSM, node);
  }

  /** Mask of the users who may pass the node: less than {@link RoadUser#ALL} at gates, bollards, stiles. */
  public int usersThrough(int node) {
    return byteAt(Column.NODE_USERS, node);
  }

  /** How many arcs leave the node, whoever may use them. */
  public int degree(int node) {
    return firstOut(node + 1) - firstOut(node);
  }

  /** Position of the node's first outgoing arc; {@code outgoing(firstOut(v)) ... outgoing(firstOut(v + 1) - 1)} are all of them. */
  public int firstOut(int node) {
    return firstOut.get(node);
  }

  /** The arc at a position; see {@link #firstOut}. */
  public int outgoing(int position) {
    return out.get(position);
  }

  public int from(int link) {
    return from.get(link);
  }

  public int to(int link) {
    return to.get(link);
  }

  /** The node an arc leaves. */
  public int tail(int arc) {
    return (arc & 1) == 0 ? from(arc >> 1) : to(arc >> 1);
  }

  /** The node an arc reaches. */
  public int head(int arc) {
    return (arc & 1) == 0 ? to(arc >> 1) : from(arc >> 1);
  }

  /** Length along the line in millimetres, 0 to 2^31 - 1; 0 only where the source has two nodes in one place. */
  public int lengthMm(int link) {
    return length.get(link);
  }

  /** Length along the line in metres. */
  public double metres(int link) {
    return lengthMm(link) / 1000.0;
  }

  /** Id of the OSM way that the link is a stretch of. */
  public long way(int link) {
    return longAt(Column.WAY, link);
  }

  public RoadClass roadClass(int link) {
    return Vocabulary.CLASSES[byteAt(Column.CLASS, link)];
  }

  /** Mask of the users who may go along the arc by law or sign. Nodes may hold some of them up: {@link #usersThrough}. */
  public int users(int arc) {
    return users.get(arc) & 0xff;
  }

  public boolean mayUse(int arc, RoadUser user) {
    return (users(arc) & user.bit()) != 0;
  }

  /** Lanes of the arc's direction as tagged, 0 where not. */
  public int lanesTagged(int arc) {
    return byteAt(Column.LANES, arc);
  }

  public boolean has(int link, Trait trait) {
    return (shortAt(Column.TRAITS, link) & trait.bit()) != 0;
  }

  /** Whether a mapper tagged it; otherwise the value used rests on the default of the class. */
  public boolean isTagged(int link, Attribute attribute) {
    return (shortAt(Column.TAGGED, link) & attribute.bit()) != 0;
  }

  public Surface surface(int link) {
    return Vocabulary.SURFACES[byteAt(Column.SURFACE, link)];
  }

  /** Speed limit of the arc's direction as tagged, km/h, 0 where not. */
  public int maxspeedTagged(int arc) {
    return byteAt(Column.MAXSPEED, arc);
  }

  /** Width as tagged, metres, 0 where not. */
  public double widthTagged(int link) {
    return shortAt(Column.WIDTH, link) / 100.0;
  }

  /** Widest vehicle, metres; {@code Double.POSITIVE_INFINITY} where no limit is tagged. */
  public double maxWidth(int link) {
    return limit(shortAt(Column.MAXWIDTH, link) / 100.0);
  }

  /** Highest vehicle, metres; {@code Double.POSITIVE_INFINITY} where no limit is tagged. */
  public double maxHeight(int link) {
    return limit(shortAt(Column.MAXHEIGHT, link) / 100.0);
  }

  /** Longest vehicle, metres; {@code Double.POSITIVE_INFINITY} where no limit is tagged. */
  public double maxLength(int link) {
    return limit(shortAt(Column.MAXLENGTH, link) / 100.0);
  }

  /** Heaviest vehicle, tonnes; {@code Double.POSITIVE_INFINITY} where no limit is tagged. */
  public double maxWeight(int link) {
    return limit(shortAt(Column.MAXWEIGHT, link) / 100.0);
  }

  private static double limit(double tagged) {
    return tagged == 0 ? Double.POSITIVE_INFINITY : tagged;
  }

  /** What the street is called. O(length of its names). */
  public Label label(int link) {
    int label = intAt(Column.LABEL, link);
    int start = intAt(Column.LABEL_AT, label);
    int end = intAt(Column.LABEL_AT, label + 1);
    byte[] text = new byte[end - start];
    column(Column.LABEL_TEXT).get(start, text);
    return Label.unpack(new String(text, StandardCharsets.UTF_8));
  }

  /** How many points the link's line has, both ends counted: at least 2. */
  public int points(int link) {
    return 2 + intAt(Column.FIRST_POINT, link + 1) - intAt(Column.FIRST_POINT, link);
  }

  /** Degrees times 10^7 of point {@code i} of the link's line, {@code 0 <= i < points(link)}, from {@link #from} to {@link #to}. */
  public int lonE7(int link, int i) {
    if (i == 0) return lonE7(from(link));
    return i == points(link) - 1 ? lonE7(to(link)) : intAt(Column.POINT_LON, intAt(Column.FIRST_POINT, link) + i - 1);
  }

  /** As {@link #lonE7(int, int)}. */
  public int latE7(int link, int i) {
    if (i == 0) return latE7(from(link));
    return i == points(link) - 1 ? latE7(to(link)) : intAt(Column.POINT_LAT, intAt(Column.FIRST_POINT, link) + i - 1);
  }

  /** The link's line from {@link #from} to {@link #to}. */
  public List<Position> line(int link) {
    int n = points(link);
    List<Position> line = new ArrayList<>(n);
    for (int i = 0; i < n; i++) line.add(new Position(lonE7(link, i) / 1e7, latE7(link, i) / 1e7));
    return line;
  }

  /** How many turn rules there are. */
  public int turnRules() {
    return column(Column.TURN_USERS).capacity();
  }

  public TurnRule turnRule(int rule) {
    return new Rules(columns).turn(rule);
  }

  /** How many rules of access hold only at times. */
  public int timedAccesses() {
    return column(Column.TIMED_USERS).capacity();
  }

  public TimedAccess timedAccess(int rule) {
    return new Rules(columns).access(rule);
  }

  /** West, south, east, north in degrees times 10^7, over nodes and inner points; empty for a network without nodes. O(n). */
  public Optional<int[]> bounds() {
    if (nodes == 0) return Optional.empty();
    int[] b = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < nodes; i++) widen(b, lonE7(i), latE7(i));
    for (int i = 0; i < innerPoints(); i++) widen(b, intAt(Column.POINT_LON, i), intAt(Column.POINT_LAT, i));
    return Optional.of(b);
  }

  private static void widen(int[] b, int lon, int lat) {
    b[0] = Math.min(b[0], lon);
    b[1] = Math.min(b[1], lat);
    b[2] = Math.max(b[2], lon);
    b[3] = Math.max(b[3], lat);
  }

  private int intAt(Column c, int i) {
    return column(c).getInt(i * Integer.BYTES);
  }

  private long longAt(Column c, int i) {
    return column(c).getLong(i * Long.BYTES);
  }

  private int shortAt(Column c, int i) {
    return column(c).getShort(i * Short.BYTES) & 0xffff;
  }

  private int byteAt(Column c, int i) {
    return column(c).get(i) & 0xff;
  }

  /** Enum constants by stored byte; {@code values()} would copy them at each read. */
  private static final class Vocabulary {
    static final RoadClass[] CLASSES = RoadClass.values();
    static final Surface[] SURFACES = Surface.values();
  }
}
