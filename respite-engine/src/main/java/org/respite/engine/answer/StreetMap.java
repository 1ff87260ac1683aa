// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param walkers by link and hour
 * @param vehicles empty until schedules have been laid on it
 */
public record StreetMap(
    String source, String sha256, String osmTimestamp, String attribution, int nodes, int links, double km, int cells, double untagged, int shut, int changing, List<Line> lines, List<Narrow> narrow,
    Walkers walkers, Optional<VehicleStreets> vehicles) {
  public StreetMap {
    lines = List.copyOf(lines);
    narrow = List.copyOf(narrow);
  }

  public StreetMap with(VehicleStreets driven) {
    return new StreetMap(source, sha256, osmTimestamp, attribution, nodes, links, km, cells, untagged, shut, changing, lines, narrow, walkers, Optional.of(driven));
  }

  /** How many walk along each link, numbered as {@link #lines} are, in each hour from the first window on. */
  public static final class Walkers {
    private static final float[] NOBODY = {};

    private final float[][] byHour;

    public Walkers(int links) {
      byHour = new float[links][];
      Arrays.fill(byHour, NOBODY);
    }

    public void put(int link, int hour, double people) {
      if (hour >= byHour[link].length) byHour[link] = Arrays.copyOf(byHour[link], hour + 1);
      byHour[link][hour] = (float) people;
    }

    /** Both ways together; 0 outside the hours of the plan. */
    public double people(int link, int hour) {
      return hour < 0 || hour >= byHour[link].length ? 0 : byHour[link][hour];
    }
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
