// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.aid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.daylight.WorkingHours;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.cases.Inside;

/**
 * Trucks through hold, inspection, road and unloading, as a fluid through stages in series: after the first truck has come through, the
 * slowest stage sets the rate. Lanes are alike and independent; each window begins with its own hold. Trucks that are under way when
 * work stops for the night go on with the next stretch of the same window.
 *
 * <p>Amounts are trucks (fractions allowed), times hours of work. Limits: no queue at the sites, no trucks caught by the end, no breakdowns.
 */
public final class Convoy {
  private final List<List<Interval>> stretches = new ArrayList<>();
  private final double lanes;
  private final double holdHours;
  private final double inspectionPerHour;
  private final double inspectionHours;
  private final double roadHours;
  private final double unloadingPerHour;

  /**
   * @param lanes lanes side by side, at least 0
   * @param streets what they leave to the trucks of those lanes; empty where nothing but the case's {@code road.length} is known
   */
  public Convoy(Case c, Aid aid, World world, Timeline timeline, double lanes, Optional<Inside.Trucks> streets) {
    Aid.Chain chain = aid.chain();
    this.lanes = streets.map(s -> (double) s.lanes()).orElse(lanes);
    holdHours = world.value(chain.hold(), Unit.HOURS);
    inspectionHours = world.value(chain.inspectionTime(), Unit.MINUTES_PER_TRUCK) / 60;
    double servers = world.value(chain.inspectionServers(), Unit.SERVERS);
    inspectionPerHour = inspectionHours == 0 ? Double.POSITIVE_INFINITY : servers / inspectionHours;
    double kmh = world.value(chain.roadSpeed(), Unit.KILOMETRES_PER_HOUR);
    roadHours = streets.map(s -> legsApartKm(c, aid, world) / kmh + s.firstHours()).orElseGet(() -> world.value(chain.roadLength(), Unit.KILOMETRES) / kmh);
    unloadingPerHour = world.value(chain.unloadingRate(), Unit.TRUCKS_PER_HOUR);
    double day = world.value(chain.workingDay(), Unit.HOURS);
    for (Timeline.Open open : timeline.open()) stretches.add(WorkingHours.in(open.interval(), c.theatre(), chain.daylightOnly(), day));
  }

  private static double legsApartKm(Case c, Aid aid, World world) {
    Corridor corridor = c.geography().corridors().stream().filter(k -> k.id().equals(aid.corridor())).findFirst().orElseThrow();
    return AidWays.legsApart(corridor).stream().mapToDouble(l -> world.value(l.length(), Unit.KILOMETRES)).sum();
  }

  /** Whether no truck finds a way to a site. */
  public boolean isBarred() {
    return Double.isInfinite(roadHours);
  }

  /** Trucks an hour per lane once they flow. */
  public double ratePerLane() {
    return Math.min(inspectionPerHour, unloadingPerHour);
  }

  /** Hours of work before the first truck is at its unloading site. */
  public double hoursBeforeFirst() {
    return holdHours + inspectionHours + roadHours;
  }

  public double workingHours() {
    return stretches.stream().flatMap(List::stream).mapToDouble(i -> hours(i.length())).sum();
  }

  /** Trucks unloaded by the end. */
  public double trucks() {
    return trucksBy(Instant.MAX);
  }

  /** Trucks unloaded by {@code time}. */
  public double trucksBy(Instant time) {
    double unloading = 0;
    for (List<Interval> window : stretches) {
      double worked = 0;
      for (Interval i : window) {
        if (time.isAfter(i.from())) worked += hours(Duration.between(i.from(), time.isBefore(i.to()) ? time : i.to()));
      }
      unloading += Math.max(0, worked - hoursBeforeFirst());
    }
    return lanes * ratePerLane() * unloading;
  }

  /** Hours of work, in one window, until {@code trucks} are unloaded; infinite without lanes or with a stage that stands still. */
  public double hoursFor(double trucks) {
    double perHour = lanes * ratePerLane();
    return perHour == 0 ? Double.POSITIVE_INFINITY : hoursBeforeFirst() + trucks / perHour;
  }

  /** What sets the rate: a sentence. */
  public String binding() {
    if (isBarred()) return "No truck finds a way over the streets to a site.";
    String stage = inspectionPerHour < unloadingPerHour ? "Inspection" : "Unloading";
    return "%s sets the pace: %.1f trucks an hour and lane; the first truck is at its site after %.1f h (hold %.1f h, inspection %.1f h, road %.1f h)."
        .formatted(stage, ratePerLane(), hoursBeforeFirst(), holdHours, inspectionHours, roadHours);
  }

  private static double hours(Duration d) {
    return d.toSeconds() / 3_600.0;
  }
}
