// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;

/**
 * The walkable graph inside.
 *
 * @param schematic whether it is a sketch of districts rather than a map of streets; every output says so
 * @param detour walked length over {@code lengthM}
 * @param capacity people an hour per link and direction
 * @param roads what the case says of real streets
 * @param outline rings of the area that people may move in, holes among them; empty where none is drawn
 */
public record Streets(boolean schematic, Quantity detour, Quantity capacity, List<Link> links, List<List<Position>> outline, Roads roads) {
  public Streets {
    links = List.copyOf(links);
    outline = outline.stream().map(List::copyOf).toList();
  }

  /**
   * Files beside the case, by absolute path; each may be empty.
   *
   * @param file of streets: compact, or OpenStreetMap's
   * @param war what war did to them
   * @param people a raster of where people live
   * @param table speeds, widths and capacities of streets that stand in for the standard ones
   */
  public record Roads(Optional<Path> file, Optional<Path> war, Optional<Path> people, Optional<Path> table) {
    public static final Roads NONE = new Roads(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These, and where one is not given the other's. */
    public Roads or(Roads other) {
      return new Roads(file.or(other::file), war.or(other::war), people.or(other::people), table.or(other::table));
    }

    /** Those that are given. */
    public Stream<Path> all() {
      return Stream.of(file, war, people, table).flatMap(Optional::stream);
    }
  }

  /** Walkable both ways between two sites. */
  public record Link(String from, String to, double lengthM, String basis, At at) {}
}
