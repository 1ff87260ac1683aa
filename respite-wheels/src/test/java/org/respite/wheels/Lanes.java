// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;

/** Small worlds to be checked by hand: one kind of truck, lanes of inspection, road, site and road back. Minutes in, seconds inside. */
public final class Lanes {
  private static final Instant BEGINS = Instant.parse("2016-10-20T05:00:00Z");

  /** Minutes of each stage, and how many inspectors and bays there are. */
  public record Lane(int hold, int inspectors, int inspection, int road, int bays, int unloading) {}

  private int windowMinutes = 60;
  private int trucks = Fleet.UNLIMITED;
  private double tonnes = 1e6;
  private boolean back = true;
  private final List<Lane> lanes = new ArrayList<>();

  public static Lanes window(int minutes) {
    Lanes l = new Lanes();
    l.windowMinutes = minutes;
    return l;
  }

  public Lanes lane(int hold, int inspectors, int inspection, int road, int bays, int unloading) {
    lanes.add(new Lane(hold, inspectors, inspection, road, bays, unloading));
    return this;
  }

  public Lanes trucks(int count) {
    trucks = count;
    return this;
  }

  public Lanes need(double t) {
    tonnes = t;
    return this;
  }

  public Lanes staying() {
    back = false;
    return this;
  }

  /** A truck carries 20 t; a tonne serves one person-day, so values read as tonnes. */
  public Problem problem() {
    List<Problem.Servers> servers = new ArrayList<>();
    List<TripType> types = new ArrayList<>();
    Calendar open = Calendar.of(0, windowMinutes * 60);
    for (int i = 0; i < lanes.size(); i++) {
      Lane l = lanes.get(i);
      servers.add(new Problem.Servers("inspection-" + i, "inspection " + i, l.inspectors()));
      servers.add(new Problem.Servers("site-" + i, "bays " + i, l.bays()));
      List<Stage> stages = new ArrayList<>();
      stages.add(new Stage(Kind.INSPECTION, 2 * i, l.inspection() * 60, open, false, "gate"));
      stages.add(new Stage(Kind.ROAD_IN, Stage.NONE, l.road() * 60, open, false, "leg"));
      stages.add(new Stage(Kind.UNLOADING, 2 * i + 1, l.unloading() * 60, open, false, "site"));
      if (back) stages.add(new Stage(Kind.ROAD_OUT, Stage.NONE, l.road() * 60, open, true, "leg"));
      types.add(new TripType("lane-" + i, 0, "c" + i, "s" + i, 0, l.hold() * 60, stages, 2, 0, Collections.nCopies(1, 1.0)));
    }
    Fleet fleet = new Fleet("trucks", "trucks", Fleet.Kind.TRUCK, trucks, 20);
    Cargo food = new Cargo("food", "food", "food", tonnes, "t", 1, 1, 0, 0);
    return new Problem(BEGINS, servers, List.of(fleet), types, List.of(food), List.of(0), List.of(windowMinutes * 60));
  }
}
