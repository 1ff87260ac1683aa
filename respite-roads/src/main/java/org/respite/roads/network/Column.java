// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

/**
 * The columns of a network: one array each, in the compact file one section each. Numbers are little-endian and unsigned where the
 * comment says so. The order is the section's number in the file: new columns go to the end and raise {@link NetworkFile#VERSION}.
 */
enum Column {
  /** Of nodes: degrees times 10^7, WGS84. */
  NODE_LON(Integer.BYTES), NODE_LAT(Integer.BYTES),
  /** Of nodes: OSM's id. */
  NODE_OSM(Long.BYTES),
  /** Of nodes: mask of the users who may pass (barriers). */
  NODE_USERS(Byte.BYTES),
  /** Of nodes, plus one: where their outgoing arcs start in {@link #OUT}. */
  FIRST_OUT(Integer.BYTES),
  /** Arc ids, grouped by the node they leave. */
  OUT(Integer.BYTES),
  /** Of links: the nodes at both ends. */
  FROM(Integer.BYTES), TO(Integer.BYTES),
  /** Of links: OSM's way id. */
  WAY(Long.BYTES),
  /** Of links: millimetres along the line. */
  LENGTH(Integer.BYTES),
  /** Of links: ordinal of {@link RoadClass}. */
  CLASS(Byte.BYTES),
  /** Of arcs: mask of the users who may go. */
  USERS(Byte.BYTES),
  /** Of arcs: lanes as tagged, 0 where not. */
  LANES(Byte.BYTES),
  /** Of links: bits of {@link Trait}. */
  TRAITS(Short.BYTES),
  /** Of links: bits of {@link Attribute}. */
  TAGGED(Short.BYTES),
  /** Of links: ordinal of {@link Surface}. */
  SURFACE(Byte.BYTES),
  /** Of arcs: km/h as tagged, unsigned, 0 where not. */
  MAXSPEED(Byte.BYTES),
  /** Of links: centimetres, unsigned, 0 where not tagged: usable width, then limits of width, height and length. */
  WIDTH(Short.BYTES), MAXWIDTH(Short.BYTES), MAXHEIGHT(Short.BYTES), MAXLENGTH(Short.BYTES),
  /** Of links: tens of kilograms, unsigned, 0 where not tagged. */
  MAXWEIGHT(Short.BYTES),
  /** Of links: index of its label. */
  LABEL(Integer.BYTES),
  /** Of labels, plus one: where they start in {@link #LABEL_TEXT}, UTF-8. Label 0 is empty. */
  LABEL_AT(Integer.BYTES), LABEL_TEXT(Byte.BYTES),
  /** Of links, plus one: where their inner points start. */
  FIRST_POINT(Integer.BYTES),
  /** Inner points of the links' lines, ends left out. */
  POINT_LON(Integer.BYTES), POINT_LAT(Integer.BYTES),
  /** Of turn rules, plus one: where their arcs start in {@link #TURN_ARC}. */
  FIRST_TURN_ARC(Integer.BYTES),
  /** The arcs of turn rules, each in the order they are driven. */
  TURN_ARC(Integer.BYTES),
  /** Of turn rules: mask of the users bound, and 1 where only this turn is allowed, 0 where it is forbidden. */
  TURN_USERS(Byte.BYTES), TURN_ONLY(Byte.BYTES),
  /** Of turn rules: index of their hours. */
  TURN_HOURS(Integer.BYTES),
  /** Of access that holds at times: arc, mask of users, 1 where it lets them in and 0 where it keeps them out, index of its hours. */
  TIMED_ARC(Integer.BYTES), TIMED_USERS(Byte.BYTES), TIMED_ALLOWED(Byte.BYTES), TIMED_HOURS(Integer.BYTES),
  /** Of hours, plus one: where their spans start; hours 0 are always. Then minutes of the week of each span, the second exclusive. */
  FIRST_SPAN(Integer.BYTES), SPAN_FROM(Short.BYTES), SPAN_TO(Short.BYTES);

  private final int width;

  Column(int width) {
    this.width = width;
  }

  /** Bytes of one element. */
  int width() {
    return width;
  }
}
