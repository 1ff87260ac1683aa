// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;
import org.respite.model.scenario.Position;

/**
 * The streets that an answer was reckoned on, with what the plan of the middle world does to them.
 *
 * @param source name of the file they come from
 * @param sha256 of that file
 * @param osmTimestamp as the file states it; empty where it does not
 * @param attribution that must stand beside every picture of them
 * @param nodes,links that people may use, inside the case's area
 * @param km of them
 * @param cells homes taken together for the plan
 * @param untagged share of the length whose width rests on the default of its class, in [0, 1]
 * @param shut links shut by marks of war in the middle world, all the time
 * @param changing links that war shuts, opens or slows in a part of the windows
 * @param lines every link's line
 * @param narrow streets that take fewer than the plan would send, in the order that they were singled out
 */
public record StreetMap(
    String source, String sha256, String osmTimestamp, String attribution, int nodes, int links, double km, int cells, double untagged, int shut, int changing, List<Line> lines, List<Narrow> narrow) {
  public StreetMap {
    lines = List.copyOf(lines);
    narrow = List.copyOf(narrow);
  }

  /**
   * One link.
   *
   * @param people who walk along it in the windows, both ways together; -1 where it is shut all the time
   * @param changes whether it is not the same in all hours
   */
  public record Line(List<Position> points, long people, boolean changes) {}

  /**
   * A street that may bind.
   *
   * @param id of the part of the bottleneck that it can be
   * @param way its number in OpenStreetMap
   * @param perHour people that it takes in the direction named
   */
  public record Narrow(String id, String name, long way, double perHour, List<Position> line) {}
}
