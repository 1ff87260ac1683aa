// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.ArrayList;
import java.util.List;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;

/**
 * The aid chain of a case as a problem of trucks: per lane an inspection post, a road, a site, and the road back. A site that unloads so many
 * trucks an hour is one bay that takes each for as long. The hold before release is counted in working hours, once a window.
 */
public final class AidWays {
  private static final double DAYS_OF_NO_SPAN = 1;

  private final Case theCase;
  private final Aid aid;
  private final Values world;
  private final Hours hours;
  private final int lanes;
  private final List<Problem.Servers> servers = new ArrayList<>();
  private final List<TripType> types = new ArrayList<>();
  private final List<Calendar> open = new ArrayList<>();

  private AidWays(Case c, Aid aid, Values world, Hours hours, int lanes) {
    this.theCase = c;
    this.aid = aid;
    this.world = world;
    this.hours = hours;
    this.lanes = lanes;
  }

  /** @param lanes lanes side by side, at least 0 */
  public static Problem problem(Case c, Aid aid, List<Interval> windows, int lanes, Values world) {
    return new AidWays(c, aid, world, Hours.of(windows), lanes).problem();
  }

  private Problem problem() {
    double day = world.value(aid.chain().workingDay(), Unit.HOURS);
    for (int w = 0; w < hours.windows().size(); w++) open.add(hours.working(w, theCase.theatre(), aid.chain().daylightOnly(), day));
    for (int lane = 0; lane < lanes; lane++) lane(lane);
    double load = world.value(aid.truckLoad(), Unit.TONNES_PER_TRUCK);
    Fleet trucks = new Fleet("trucks", "trucks", Fleet.Kind.TRUCK, Fleet.UNLIMITED, load);
    return new Problem(hours.begins(), servers, List.of(trucks), types, cargo(), hours.opens(), hours.closes());
  }

  private void lane(int lane) {
    Aid.Chain chain = aid.chain();
    String name = lanes == 1 ? "" : " of lane " + (lane + 1);
    int inspection = servers.size();
    servers.add(new Problem.Servers("inspection-" + (lane + 1), "inspection" + name, (int) Math.max(1, Math.round(world.value(chain.inspectionServers(), Unit.SERVERS)))));
    servers.add(new Problem.Servers("site-" + (lane + 1), "unloading" + name, 1));
    for (int w = 0; w < hours.windows().size(); w++) {
      int release = Hours.after(open.get(w), seconds(world.value(chain.hold(), Unit.MINUTES)));
      String id = "lane-%d-window-%d".formatted(lane + 1, w + 1);
      types.add(new TripType(id, 0, aid.corridor(), "site-" + (lane + 1), w, release, stages(lane, inspection, open.get(w)), 2, 0, arriving()));
    }
  }

  private List<Stage> stages(int lane, int inspection, Calendar working) {
    Aid.Chain chain = aid.chain();
    int road = seconds(60 * world.value(chain.roadLength(), Unit.KILOMETRES) / world.value(chain.roadSpeed(), Unit.KILOMETRES_PER_HOUR));
    double perHour = world.value(chain.unloadingRate(), Unit.TRUCKS_PER_HOUR);
    int unloading = perHour == 0 ? Calendar.NEVER - 1 : seconds(60 / perHour);
    return List.of(
        new Stage(Kind.INSPECTION, inspection, seconds(world.value(chain.inspectionTime(), Unit.MINUTES_PER_TRUCK)), working, false, aid.corridor()),
        new Stage(Kind.ROAD_IN, Stage.NONE, road, working, false, aid.corridor()),
        new Stage(Kind.UNLOADING, inspection + 1, unloading, working, false, "site-" + (lane + 1)),
        new Stage(Kind.ROAD_OUT, Stage.NONE, road, working, true, aid.corridor()));
  }

  private static int seconds(double minutes) {
    return (int) Math.min(Calendar.NEVER - 1, Math.round(minutes * 60));
  }

  private List<Double> arriving() {
    return aid.items().stream().map(i -> 1 - world.value(i.removed(), Unit.SHARE)).toList();
  }

  private List<Cargo> cargo() {
    double people = world.value(theCase.people().inside(), Unit.PEOPLE);
    return aid.items().stream().map(i -> cargo(i, people)).toList();
  }

  private Cargo cargo(Aid.Item item, double people) {
    double perDay = kgPerPersonDay(item);
    double need = people * perDay * world.value(item.days(), Unit.DAYS) / 1_000;
    return new Cargo(item.id(), item.name().en(), item.purpose().name().toLowerCase(java.util.Locale.ROOT), need, "t", perDay == 0 ? 0 : 1_000 / perDay, 1, 0, 0);
  }

  private double kgPerPersonDay(Aid.Item item) {
    if (item.need().unit().dimension() == Dimension.MASS_PER_PERSON_DAY) return world.value(item.need(), Unit.KILOGRAMS_PER_PERSON_DAY);
    double days = world.value(item.days(), Unit.DAYS);
    return world.value(item.need(), Unit.KILOGRAMS_PER_PERSON) / (days == 0 ? DAYS_OF_NO_SPAN : days);
  }
}
