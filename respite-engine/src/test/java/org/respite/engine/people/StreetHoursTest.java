// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.engine.Cases;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.Spell;
import org.respite.engine.streets.StreetGraph;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.streets.Towns;
import org.respite.engine.streets.Walker;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.model.finding.At;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.WarMark;
import org.respite.model.scenario.WarMark.Kind;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WeekHours;

/**
 * Marks of war hold in their own hours, down to the flow. The road of {@link StreetsTest}: the west gate, 60 m to a junction where 100 of the south's 400 live,
 * 120 m of Long Street (way 1001) to where 266 2/3 live, 360 m to 450 of the north's 600; 33 1/3 live at the gate itself. Everybody walks a metre a second. Behind the gate a
 * minute's walk leads to a post of 20 people a minute. The lane to the east gate (way 1003) is shut throughout: the 150 at its end
 * leave by that gate, by 12:09, and nobody else does.
 */
class StreetHoursTest {
  private static final WarMark NO_EAST = mark(Kind.BLOCKED, 1003, "", "", 0);

  private final Case town = Cases.twoGates();
  private final Timeline hour = Timeline.of(town, town.options().getFirst());
  private final Demand everybody = Demand.of(town, World.MIDDLE);

  private static WarMark mark(Kind kind, long way, String from, String to, double value) {
    return new WarMark(kind, new WarMark.Shape.Ways(Set.of(way)), at(from), at(to), value, "drill", "drill", At.file("war.csv"));
  }

  private static Optional<Instant> at(String clock) {
    return clock.isEmpty() ? Optional.empty() : Optional.of(Instant.parse("2020-03-01T%sZ".formatted(clock)));
  }

  private StreetPlan laid(StreetNetwork network, WarMark... war) {
    StreetPlan.Result result = StreetPlan.of(town, network, StreetPlan.Over.NOTHING.with(war));
    return result.plan().orElseThrow(() -> new AssertionError(result.findings().toString()));
  }

  private Evacuation solved(StreetNetwork network, WarMark... war) {
    Evacuation solved = Evacuation.solve(new Ground.OnStreets(town, laid(network, war), Cells.Grain.NONE), World.MIDDLE, hour, everybody);
    assertThat(solved.proof().holds()).as(solved.proof().words()).isTrue();
    return solved;
  }

  // Until 12:30 only the 133 1/3 on this side of Long Street and the 150 in the east get out. Who enters it at 12:30 is at the gate at 12:33 and at the post at 12:34:
  // 26 minutes of 20 are left.
  @Test
  void aStreetThatOpensLetsPeopleOutFromThenOn() {
    long[] out = solved(StreetsTest.road(100), NO_EAST, mark(Kind.BLOCKED, 1001, "", "12:30:00", 0)).outByMinute();
    assertThat(out[20]).isEqualTo(283);
    assertThat(out[33]).isEqualTo(283);
    assertThat(out[34]).isEqualTo(303);
    assertThat(out[59]).isEqualTo(283 + 26 * 20);
  }

  // Cleared says the same as an end of the blocking; cleared until 12:40 shuts it again for who has not left it by then: they enter from 12:30 to 12:38.
  @Test
  void whatIsClearedIsOpenFromThenOnAndAsLongAsItHolds() {
    WarMark shut = mark(Kind.MINED, 1001, "", "", 0);
    assertThat(solved(StreetsTest.road(100), NO_EAST, shut, mark(Kind.CLEARED, 1001, "12:30:00", "", 0)).out()).isEqualTo(283 + 26 * 20);
    assertThat(solved(StreetsTest.road(100), NO_EAST, shut, mark(Kind.CLEARED, 1001, "12:30:00", "12:40:00", 0)).out()).isEqualTo(283 + Math.round(9 * 52 + 1.0 / 3));
  }

  // Who is to be out of Long Street by 12:30 enters it by 12:28: 29 minutes of 5.2 people where it is 10 cm wide, and all of 717 where it is a metre wide.
  @Test
  void aStreetThatIsShutLaterIsLeftBeforeThat() {
    WarMark later = mark(Kind.BLOCKED, 1001, "12:30:00", "", 0);
    assertThat(solved(StreetsTest.road(100), NO_EAST, later).out()).isEqualTo(1_000);
    assertThat(solved(StreetsTest.road(10), NO_EAST, later).out()).isEqualTo((long) (283 + 1.0 / 3 + 29 * 5.2));
  }

  // 1 March 2020 is a Sunday: its noon is 9,360 minutes after Monday began.
  @Test
  void whatASignClosesToWalkersInCertainHoursIsShutThen() {
    NetworkColumns.Timed untilHalfPastTwelve = new NetworkColumns.Timed(false, RoadUser.ALL, false, new WeekHours(List.of(new WeekHours.Span(9_000, 9_390))));
    NetworkColumns.Timed forLorries = new NetworkColumns.Timed(false, RoadUser.TRUCK.bit(), false, WeekHours.ALWAYS);
    assertThat(solved(StreetsTest.road(100, untilHalfPastTwelve, forLorries), NO_EAST).out()).isEqualTo(283 + 26 * 20);
    assertThat(solved(StreetsTest.road(100, forLorries), NO_EAST).out()).isEqualTo(1_000);
  }

  // Half a minute of being shut shuts the whole minute; half a minute of being cleared opens none.
  @Test
  void whatIsSaidToTheSecondIsTakenToTheMinuteOnTheSafeSide() {
    WarMark later = mark(Kind.BLOCKED, 1001, "12:30:30", "", 0);
    assertThat(solved(StreetsTest.road(10), NO_EAST, later).out()).isEqualTo((long) (283 + 1.0 / 3 + 29 * 5.2));
    WarMark shut = mark(Kind.BLOCKED, 1001, "", "", 0);
    assertThat(solved(StreetsTest.road(100), NO_EAST, shut, mark(Kind.CLEARED, 1001, "12:29:30", "", 0)).out()).isEqualTo(283 + 26 * 20);
  }

  // Rubble makes the 2 minutes of Long Street 4 until 12:30; with the minute to the gate that is 5 minutes, then 3. Who sets out at 12:28 or 12:29 would be there no sooner than who
  // sets out at 12:30.
  @Test
  void whoeverIsOnAStreetWhenItsPaceChangesTakesTheLongerTime() {
    StreetPlan plan = laid(StreetsTest.road(100), NO_EAST, mark(Kind.RUBBLE, 1001, "", "12:30:00", 0.5));
    assertThat(behindLongStreet(plan)).containsExactly(new Spell(0, 28, 5), new Spell(30, Integer.MAX_VALUE, 3));
    StreetPlan worse = laid(StreetsTest.road(100), NO_EAST, mark(Kind.RUBBLE, 1001, "12:30:00", "", 0.5));
    assertThat(behindLongStreet(worse)).containsExactly(new Spell(0, 29, 3), new Spell(29, Integer.MAX_VALUE, 5));
  }

  private List<Spell> behindLongStreet(StreetPlan plan) {
    Routing routing = plan.routing(new int[0], Cells.Grain.NONE, hour, World.MIDDLE);
    int cell = IntStream.range(0, routing.cells().count()).filter(c -> plan.graph().networkNode(routing.cells().homes(c)[0]) == 2).findFirst().orElseThrow();
    return routing.spells(new Walker(Mode.FOOT, 60), 0, cell);
  }

  @Test
  void theMapTellsStreetsThatChangeFromThoseShutThroughout() {
    var map = solved(StreetsTest.road(100), NO_EAST, mark(Kind.BLOCKED, 1001, "", "12:30:00", 0)).streetMap().orElseThrow();
    assertThat(map.shut()).isEqualTo(1);
    assertThat(map.changing()).isEqualTo(1);
    assertThat(map.lines()).filteredOn(l -> l.changes()).singleElement().matches(l -> l.people() > 0);
  }

  // The other option's windows begin a day later: what lasts until 12:30 of the first day is over there.
  @Test
  void eachOptionHasItsOwnHours() {
    StreetPlan plan = laid(StreetsTest.road(100), NO_EAST, mark(Kind.BLOCKED, 1001, "", "12:30:00", 0));
    Timeline both = Timeline.of(town, town.options().get(1));
    long[] out = Evacuation.solve(new Ground.OnStreets(town, plan, Cells.Grain.NONE), World.MIDDLE, both, everybody).outByMinute();
    assertThat(out[both.open().get(1).from() - 1]).isEqualTo(803);
    assertThat(out[both.horizon()]).isEqualTo(1_000);
  }

  /**
   * Every junction a node, every street an arc with its own hours, nobody waiting but at home and at the gates: what is reckoned by labels must be the same, minute by
   * minute. Streets here take everybody. Where they do not, people may wait before a street singled out but not elsewhere: then the plan lies between that of nobody waiting
   * and that of everybody waiting where they like.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
  void aPlanByTheHourIsThePlanOnAllStreetsByTheHour(long seed) {
    boolean wide = seed % 2 == 0;
    List<WarMark> marks = marks(seed);
    StreetPlan plan = laid(Towns.grid(seed, wide ? 30_000 : 20, wide ? 60_000 : 100), marks.toArray(WarMark[]::new));
    Evacuation solved = Evacuation.solve(new Ground.OnStreets(town, plan, Cells.Grain.NONE), World.MIDDLE, hour, everybody);
    assertThat(solved.proof().holds()).as(solved.proof().words()).isTrue();
    long[] ours = solved.outByMinute();
    long[] nobodyWaits = EarliestArrival.solve(everyStreet(plan, marks, 0)).arrived();
    long[] everybodyMayWait = wide ? nobodyWaits : EarliestArrival.solve(everyStreet(plan, marks, FlowProblem.UNLIMITED)).arrived();
    for (int t = 0; t < ours.length; t++) {
      assertThat(ours[t]).as("minute %d", t).isBetween(nobodyWaits[t] / Network.UNITS_PER_PERSON - 1, everybodyMayWait[t] / Network.UNITS_PER_PERSON + 1);
    }
  }

  private static List<WarMark> marks(long seed) {
    SplittableRandom random = new SplittableRandom(1_000 + seed);
    List<WarMark> marks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int from = random.nextInt(45);
      String begins = random.nextInt(4) == 0 ? "" : "12:%02d:00".formatted(from);
      String ends = random.nextInt(4) == 0 ? "" : "12:%02d:00".formatted(from + 1 + random.nextInt(14));
      boolean slow = random.nextInt(3) == 0;
      marks.add(mark(slow ? Kind.RUBBLE : Kind.BLOCKED, 1_000 + random.nextInt(17), begins, ends, slow ? 0.5 : 0));
    }
    return marks;
  }

  private FlowProblem everyStreet(StreetPlan plan, List<WarMark> marks, int storage) {
    StreetGraph graph = plan.graph();
    int n = graph.nodes();
    FlowProblem.Builder b = FlowProblem.builder(n + 7, hour.horizon());
    for (int v = 0; v < n; v++) b.storage(v, storage);
    for (int a = 0; a < 2 * graph.links(); a++) street(b, plan, a, marks);
    for (int e = 0, g = n; e < 2; e++, g += 3) {
      b.window(b.arc(plan.entryNode(e), g, 0, 0), 0, 60, 60_000);
      b.window(b.arc(g, g + 1, 0, 1), 0, 59, 60_000);
      b.window(b.arc(g + 1, g + 2, 0, 0), 0, 60, 1_200);
      b.sink(g + 2);
    }
    Cells cells = plan.routing(new int[0], Cells.Grain.NONE, hour, World.MIDDLE).cells();
    long[] units = cells.divide(new long[] {600 * 60, 400 * 60});
    for (int c = 0; c < units.length; c++) if (units[c] > 0) b.supply(cells.homes(c)[0], 0, units[c]);
    return b.build();
  }

  /** One arc for each time that the street can take, open to those whom it takes just that long. */
  private void street(FlowProblem.Builder b, StreetPlan plan, int arc, List<WarMark> marks) {
    StreetGraph graph = plan.graph();
    int plain = graph.lengthMm(arc >> 1) / 60_000;
    long way = plan.network().way(graph.networkLink(arc >> 1));
    int capacity = (int) Math.min(60_000, plan.perHour(arc, World.MIDDLE, town) + 1e-9);
    int[] takes = IntStream.range(0, 60).map(d -> takes(d, plain, way, marks)).toArray();
    for (int transit : Arrays.stream(takes).filter(t -> t > 0).distinct().toArray()) {
      int id = b.arc(graph.tail(arc), graph.head(arc), 0, transit);
      for (int d = 0; d + transit < 60; d++) if (takes[d] == transit) b.window(id, d, d + 1, capacity);
    }
  }

  /** Minutes for who enters at {@code d}: the slowest of all minutes spent there; 0 where it is shut in one of them. */
  private int takes(int d, int plain, long way, List<WarMark> marks) {
    int takes = plain;
    for (int t = d; t < d + takes; t++) {
      for (WarMark m : marks) {
        boolean now = ((WarMark.Shape.Ways) m.shape()).ids().contains(way) && minute(m.from(), 0) <= t && t < minute(m.to(), 1_000);
        if (now && m.kind() == Kind.BLOCKED) return 0;
        if (now) takes = Math.max(takes, 2 * plain);
      }
    }
    return takes;
  }

  private long minute(Optional<Instant> at, long otherwise) {
    return at.map(i -> Duration.between(hour.begins(), i).toMinutes()).orElse(otherwise);
  }
}
