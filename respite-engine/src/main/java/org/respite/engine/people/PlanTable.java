// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.answer.Bottleneck;
import org.respite.engine.answer.PeopleOut.CorridorOut;
import org.respite.engine.answer.PeopleOut.DistrictOut;
import org.respite.engine.answer.PeopleOut.Hour;
import org.respite.engine.answer.PeopleOut.Plan;
import org.respite.engine.answer.PeopleOut.Proof;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.kernel.flow.CutOverTime;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Site;

/** A solved evacuation as tables: by minute, hour, corridor and district. */
public final class PlanTable {
  private final Ground ground;
  private final Case theCase;
  private final Evacuation solved;
  private final Tally tally;
  private final List<Hour> hours;

  private PlanTable(Ground ground, Evacuation solved) {
    this.ground = ground;
    this.theCase = ground.theCase();
    this.solved = solved;
    this.tally = new Tally(solved);
    this.hours = hours(solved.timeline());
  }

  public static Plan of(Ground ground, World world, Evacuation solved) {
    return new PlanTable(ground, solved).table(world);
  }

  private Plan table(World world) {
    Demand demand = solved.demand();
    boolean exact = !CutWords.throughSharedStreets(solved) || demand.groups().size() < 2;
    long bound = exact ? solved.out() : solved.undivided(ground, world);
    return new Plan(
        solved.timeline().begins(),
        solved.outByMinute(),
        demand.total(),
        solved.out(),
        bound,
        bound == solved.out() && solved.overloaded() == 0,
        hours,
        theCase.geography().corridors().stream().filter(c -> c.direction() != Corridor.Direction.IN).map(this::corridor).toList(),
        districts(),
        bottleneck(theCase, solved),
        proof(bound));
  }

  /** Where streets that groups share bind, the plan is optimal on divided streets only: the sentence says so, and what no plan at all can beat. */
  private Proof proof(long bound) {
    Proof proof = solved.proof();
    if (!proof.holds() || bound == solved.out()) return proof;
    String words =
        "With each street divided among the groups by their numbers no plan gets more than %,d people out, by a checked plan and a checked cut of the same size; shared in any other way, no plan gets more than %,d."
            .formatted(solved.out(), bound);
    return new Proof(proof.feasible(), proof.flowValue(), proof.cutValue(), words);
  }

  /** What binds, read off the cut that proves the plan. */
  public static Bottleneck bottleneck(Case c, Evacuation solved) {
    return CutWords.read(solved, c.theatre().zone());
  }

  /** Hours of the windows, each counted from its window's beginning; the last of a window may be shorter. */
  public static List<Hour> hours(Timeline timeline) {
    List<Hour> hours = new ArrayList<>();
    for (Timeline.Open open : timeline.open()) {
      for (int from = open.from(); from < open.to(); from += 60) {
        hours.add(new Hour(timeline.instantOf(from), timeline.instantOf(Math.min(open.to(), from + 60))));
      }
    }
    return List.copyOf(hours);
  }

  private CorridorOut corridor(Corridor c) {
    long[] crossed = tally.crossedByMinute(c);
    long[] byHour = new long[hours.size()];
    long before = 0;
    for (int h = 0; h < byHour.length; h++) {
      int last = step(hours.get(h).to()) - 1;
      long until = Evacuation.people(crossed[last]);
      byHour[h] = until - before;
      before = until;
    }
    List<CutOverTime.ArcTerm> full =
        solved.cut().arcTerms().stream().filter(t -> solved.network().role(t.arc()) instanceof ArcRole.Pass p && p.corridor().id().equals(c.id())).toList();
    Optional<Instant> from = full.stream().map(t -> solved.timeline().instantOf(t.from())).min(Instant::compareTo);
    Optional<Instant> to = full.stream().map(t -> solved.timeline().instantOf(t.to())).max(Instant::compareTo);
    return new CorridorOut(c.id(), c.name().en(), before, byHour, from, to, status(c, before, full.isEmpty()));
  }

  private String status(Corridor c, long out, boolean neverFull) {
    boolean forThem = solved.demand().groups().stream().anyMatch(g -> c.takesOut(g.users(), g.mode()));
    if (!forThem) return "not for these people";
    boolean opens = c.hours().isEmpty() || solved.timeline().open().stream().anyMatch(o -> c.hours().contains(o.window()));
    if (!opens) return "closed in these windows";
    if (out == 0) return "nobody gets through within the windows";
    return neverFull ? "not full" : "full";
  }

  private List<DistrictOut> districts() {
    Map<String, Long> left = tally.leftHome();
    List<DistrictOut> all = new ArrayList<>();
    for (int d = 0; d < solved.demand().districts().size(); d++) {
      Site site = solved.demand().districts().get(d);
      long people = 0;
      for (long[] group : solved.demand().people()) people += group[d];
      all.add(new DistrictOut(site.id(), site.name().en(), site.name().ar(), people, Evacuation.people(left.getOrDefault(site.id(), 0L))));
    }
    return all;
  }

  private int step(Instant time) {
    return (int) Duration.between(solved.timeline().begins(), time).toMinutes();
  }
}
