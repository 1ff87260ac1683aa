// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.closing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/**
 * Where a vehicle can stand safe, and how far it is: out of the area, the site where it unloads, or a refuge that the case states for a leg.
 * A trip is a way in along one line and out again; how far in a vehicle is, in seconds of driving from the outside, is where it is.
 *
 * @param place name of the site or refuge; empty where it is outside
 * @param arabic name of it; the same where it has none
 * @param seconds of driving
 */
public record Refuge(Kind kind, String place, String arabic, int seconds) {
  /** How one gets there. */
  public enum Kind {
    OUTSIDE("stands outside"),
    BACK_OUT("back out"),
    ON_OUT("on, out of the area"),
    AT("at "),
    ON_TO("on to "),
    BACK_TO("back to "),
    STATED("");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** In words, such as "on to depot"; of a refuge that the case states its name alone. */
  public String name() {
    return name(place);
  }

  /** The same for a reader who calls the place otherwise. */
  public String name(String called) {
    return kind.words + called;
  }

  /** The nearest from a moment of a stage; of two as near, the one that is not across the line. */
  static Refuge nearest(TripType t, int stage, int driven) {
    Stage.Kind kind = t.stages().get(stage).kind();
    int in = depth(t, stage) + (kind == Stage.Kind.ROAD_IN ? driven : kind == Stage.Kind.ROAD_OUT ? -driven : 0);
    if (!kind.inside() && in == 0) return new Refuge(Kind.OUTSIDE, "", "", 0);
    List<Refuge> all = new ArrayList<>();
    for (TripType.Refuge r : t.refuges()) {
      int at = depth(t, r.stage()) + (t.stages().get(r.stage()).kind() == Stage.Kind.ROAD_IN ? r.seconds() : -r.seconds());
      all.add(new Refuge(Kind.STATED, r.name(), r.arabic().isEmpty() ? r.name() : r.arabic(), Math.abs(at - in)));
    }
    boolean outward = kind == Stage.Kind.ROAD_OUT;
    all.add(new Refuge(outward ? Kind.ON_OUT : Kind.BACK_OUT, "", "", Math.max(0, in)));
    if (t.stages().get(t.delivers()).kind() == Stage.Kind.UNLOADING) {
      int way = Math.max(0, depth(t, t.delivers()) - in);
      all.add(new Refuge(way == 0 ? Kind.AT : outward ? Kind.BACK_TO : Kind.ON_TO, t.site(), t.site(), way));
    }
    return all.stream().min(Comparator.comparingInt(Refuge::seconds)).orElseThrow();
  }

  /** Seconds of driving from the outside at which a stage begins. */
  private static int depth(TripType t, int stage) {
    boolean begins = t.stages().stream().filter(Stage::road).findFirst().filter(s -> s.kind() == Stage.Kind.ROAD_OUT).isPresent();
    int in = begins ? road(t, 0, t.count(), Stage.Kind.ROAD_OUT) : 0;
    return Math.max(0, in + road(t, 0, stage, Stage.Kind.ROAD_IN) - road(t, 0, stage, Stage.Kind.ROAD_OUT));
  }

  /** Road seconds from the begin of a stage back to where the trip began; for stages after delivery, on to the end of the road out. */
  static int back(TripType t, int stage) {
    return stage > t.delivers() ? road(t, stage, t.count(), Stage.Kind.ROAD_OUT) : road(t, 0, stage, Stage.Kind.ROAD_IN);
  }

  /** Road seconds from the begin of a stage on to the site or the far end. */
  static int on(TripType t, int stage) {
    return road(t, stage, t.delivers(), Stage.Kind.ROAD_IN) + road(t, stage, t.delivers(), Stage.Kind.ROAD_OUT);
  }

  private static int road(TripType t, int from, int to, Stage.Kind kind) {
    int sum = 0;
    for (int i = from; i < to; i++) if (t.stages().get(i).kind() == kind) sum += t.stages().get(i).seconds();
    return sum;
  }
}
