// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Corridor;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;

/**
 * Legs of corridors as stages. A leg that is shared in turns is open to one direction at a time, in first, from the opening of each window; whoever
 * enters it in a turn is through before the turn ends, so that nobody meets anybody on it. A pace slows vehicles among people; a separation keeps
 * vehicles that enter one way apart.
 */
final class Roads {
  private final Values world;
  private final Hours hours;
  private final List<Problem.Servers> servers;
  private final Map<String, Integer> heads = new HashMap<>();

  /** @param servers where the heads of legs with a separation are added */
  Roads(Values world, Hours hours, List<Problem.Servers> servers) {
    this.world = world;
    this.hours = hours;
    this.servers = servers;
  }

  /** The legs of a corridor that a road for aid has to tell apart: shared ones, and those with refuges. */
  static List<Corridor.Leg> told(Corridor c) {
    return c.legs().stream().filter(l -> l.shared().isPresent() || !l.refuges().isEmpty()).toList();
  }

  /** @param open when vehicles move in the window */
  Stage leg(Kind kind, Corridor.Leg l, double kmh, int window, Calendar open) {
    int seconds = seconds(l.length(), l, kmh);
    Calendar mine = l.shared().map(s -> open.and(turns(s, kind, window))).orElse(open);
    Optional<Quantity> apart = l.shared().flatMap(Corridor.Sharing::separation);
    if (apart.isEmpty()) return new Stage(kind, Stage.NONE, seconds, mine, false, l.id());
    int head = heads.computeIfAbsent(l.id() + kind, _ -> {
      servers.add(new Problem.Servers(l.id() + (kind == Kind.ROAD_IN ? "-in" : "-out"), "the spacing on " + l.id(), 1));
      return servers.size() - 1;
    });
    return new Stage(kind, head, seconds, Math.min(seconds, Hours.seconds(world.value(apart.get(), Unit.MINUTES))), mine, false, l.id());
  }

  private int seconds(Quantity length, Corridor.Leg l, double kmh) {
    double pace = l.shared().flatMap(Corridor.Sharing::pace).map(q -> world.value(q, Unit.RATIO)).orElse(1.0);
    return Hours.seconds(60 * world.value(length, Unit.KILOMETRES) / (kmh * pace));
  }

  private Calendar turns(Corridor.Sharing s, Kind kind, int window) {
    if (s.in().isEmpty() || s.out().isEmpty()) return Calendar.ALWAYS;
    int in = Math.max(1, Hours.seconds(world.value(s.in().get(), Unit.MINUTES)));
    int out = Math.max(1, Hours.seconds(world.value(s.out().get(), Unit.MINUTES)));
    List<Integer> bounds = new ArrayList<>();
    for (int t = hours.opens().get(window); t < hours.closes().get(window); t += in + out) bounds.addAll(kind == Kind.ROAD_IN ? List.of(t, t + in) : List.of(t + in, t + in + out));
    return Calendar.of(bounds.stream().mapToInt(Integer::intValue).toArray());
  }

  /** What is stated along the legs that a trip drives, found by the stages' place. */
  List<TripType.Refuge> refuges(Corridor c, double kmh, List<Stage> stages) {
    List<TripType.Refuge> all = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage s = stages.get(i);
      if (!s.road()) continue;
      for (Corridor.Leg l : c.legs()) {
        if (!l.id().equals(s.where())) continue;
        for (Corridor.Refuge r : l.refuges()) {
          int fromInside = Math.min(s.seconds(), seconds(r.after(), l, kmh));
          all.add(new TripType.Refuge(r.name().en(), r.name().ar(), i, s.kind() == Kind.ROAD_IN ? s.seconds() - fromInside : fromInside));
        }
      }
    }
    return all;
  }
}
