// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.model.finding.Finding;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.attributes.Figure;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.TimedAccess;
import org.respite.roads.network.WeekHours;
import org.respite.roads.network.WeekHours.Span;
import org.respite.roads.route.Router;

/** Access and turns that hold only at times. A day has 1,440 minutes, and Monday is the first of the week. */
class TimedRulesTest {
  private static final String ENDS = "node A 0 0\nnode B 1 0\n";
  private static final int MONDAY_8 = 8 * 60;
  private static final int SUNDAY_8 = 6 * 1_440 + 8 * 60;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      24/7                                    | 0-10080
      08:00-09:00                             | 480-540 1920-1980 3360-3420 4800-4860 6240-6300 7680-7740 9120-9180
      Mo 07:00-09:00,16:00-18:30              | 420-540 960-1110
      Sa,Su                                   | 7200-10080
      Fr-Mo 00:00-01:00                       | 0-60 5760-5820 7200-7260 8640-8700
      Sa 22:00-06:00                          | 8520-9000
      Su 22:00-06:00                          | 0-360 9960-10080
      Mo-Su 10:00-11:00; Tu-Su 12:00-13:00    | 600-660 2160-2220 3600-3660 5040-5100 6480-6540 7920-7980 9360-9420
      """)
  void daysAndHoursAreRead(String text, String minutes) {
    List<Span> spans = OpeningHours.read(text).orElseThrow().spans();
    assertThat(String.join(" ", spans.stream().map(s -> s.from() + "-" + s.to()).toList())).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PH", "Mo-Fr 07:00-sunset", "Jan-Mar", "Mo-Xx 07:00-08:00", "25:61-26:00", "wet", "Mo-Fr 07:00-09:00; PH off", "49:00-50:00"})
  void whatIsMoreThanDaysAndHoursIsNotGuessedAt(String text) {
    assertThat(OpeningHours.read(text)).isEmpty();
  }

  // Closed to all but buses, whose own tag is more specific; the weight is counted and left out.
  @Test
  void accessAtTimesIsKeptForThoseWhomItConcerns() {
    String tags = "way 10 A-B highway=residential oneway=yes bus=yes access:conditional=no~@~(Mo-Fr~07:00-09:00) hgv:conditional=no~@~(weight>7.5);yes~@~Su";
    StreetImport.Result result = OsmText.imported(ENDS + tags);
    StreetNetwork n = result.read().orElseThrow();
    WeekHours mornings = OpeningHours.read("Mo-Fr 07:00-09:00").orElseThrow();
    int walkers = RoadUser.WALKERS;
    assertThat(n.timedAccesses()).isEqualTo(2);
    assertThat(n.timedAccess(0)).isEqualTo(new TimedAccess(0, walkers | RoadUser.CAR.bit() | RoadUser.TRUCK.bit(), false, mornings));
    assertThat(n.timedAccess(1)).isEqualTo(new TimedAccess(1, walkers, false, mornings));
    assertThat(result.findings()).filteredOn(f -> f.code().equals("access-conditional")).extracting(Finding::what).singleElement().asString().contains("weight>7.5").contains("1 time");
  }

  @Test
  void whoIsLetInAtTimesIsLetInTheWayTheStreetGoes() {
    StreetNetwork n = OsmText.network(ENDS + "way 10 A-B highway=pedestrian oneway=yes motor_vehicle:conditional=delivery~@~(05:00-10:00)");
    assertThat(n.timedAccesses()).isEqualTo(1);
    assertThat(n.timedAccess(0)).isEqualTo(new TimedAccess(0, RoadUser.VEHICLES, true, OpeningHours.read("05:00-10:00").orElseThrow()));
  }

  // One way for vehicles on weekday mornings, against its line on Sundays; walkers are never bound.
  @Test
  void aDirectionAtTimesBindsVehiclesThen() {
    StreetNetwork n = OsmText.network(ENDS + "way 10 A-B highway=residential oneway:conditional=yes~@~(Mo-Fr~07:00-09:00);-1~@~(Su)");
    WeekHours mornings = OpeningHours.read("Mo-Fr 07:00-09:00").orElseThrow();
    WeekHours sundays = OpeningHours.read("Su").orElseThrow();
    assertThat(n.timedAccesses()).isEqualTo(2);
    assertThat(n.timedAccess(0)).isEqualTo(new TimedAccess(1, RoadUser.VEHICLES, false, mornings));
    assertThat(n.timedAccess(1)).isEqualTo(new TimedAccess(0, RoadUser.VEHICLES, false, sundays));
  }

  @Test
  void aOneWayStreetThatOpensBothWaysAtNightLetsThemInThen() {
    StreetNetwork n = OsmText.network(ENDS + "way 10 A-B highway=residential oneway=yes oneway:conditional=no~@~(20:00-06:00)");
    assertThat(n.timedAccesses()).isEqualTo(1);
    assertThat(n.timedAccess(0)).isEqualTo(new TimedAccess(1, RoadUser.VEHICLES, true, OpeningHours.read("20:00-06:00").orElseThrow()));
  }

  // A gate in the middle of a street of 100 + 200 m: its shorter side is shut, both ways.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      access:conditional=no~@~(22:00-06:00)               | 22:00-06:00
      opening_hours=06:00-22:00                           | 22:00-06:00
      access=no access:conditional=yes~@~(06:00-22:00)    | 22:00-06:00
      """)
  void aGateThatIsShutAtNightShutsTheShorterOfItsStreets(String tags, String shut) {
    StreetNetwork n = OsmText.network("node A 0 0\nnode B 1 0 barrier=gate " + tags + "\nnode C 3 0\nway 10 A-B-C highway=residential");
    assertThat(n.links()).isEqualTo(2);
    assertThat(n.usersThrough(OsmText.node(n, 'B'))).isEqualTo(RoadUser.ALL);
    assertThat(n.timedAccesses()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(n.timedAccess(i)).isEqualTo(new TimedAccess(i, RoadUser.ALL, false, OpeningHours.read(shut).orElseThrow()));
      assertThat(n.timedAccess(i).arc() >> 1).isZero();
    }
  }

  @Test
  void aGateWhoseHoursAreNotUnderstoodIsCountedAndStaysAsItIs() {
    StreetImport.Result result = OsmText.imported("node A 0 0\nnode B 1 0 barrier=gate opening_hours=sunrise-sunset\nnode C 3 0\nway 10 A-B-C highway=residential");
    assertThat(result.read().orElseThrow().timedAccesses()).isZero();
    assertThat(result.findings()).filteredOn(f -> f.code().equals("access-conditional")).extracting(Finding::what).singleElement().asString().contains("opening_hours=sunrise-sunset");
  }

  private static String way(StreetNetwork n, int minute) {
    double[] cost = Router.freeFlowAt(n, new ArcFigures(n, StreetTable.standard(), Figure::mid), RoadUser.CAR, minute);
    return Router.at(n, RoadUser.CAR, cost, minute).find(OsmText.node(n, 'A'), OsmText.node(n, 'D')).map(r -> String.valueOf(r.arcs().length)).orElse("no way");
  }

  // A - B - D is two arcs; with the turn at B or the street B - D closed on weekday mornings, A - B - C - D is three.
  @ParameterizedTest
  @ValueSource(strings = {"", "access:conditional=no~@~(Mo-Fr~07:00-09:00)"})
  void aTurnAndAStreetAreClosedInTheirHoursOnly(String street) {
    String map = "node A 0 0\nnode B 1 0\nnode C 1 1\nnode D 2 0\nway 10 A-B highway=residential\nway 11 B-D highway=residential %s\nway 12 B-C highway=residential\nway 13 C-D highway=residential\n".formatted(street);
    StreetNetwork n = OsmText.network(map + (street.isEmpty() ? "turn 7 from=10 via=B to=11 restriction:conditional=no_straight_on~@~(Mo-Fr~07:00-09:00)" : ""));
    assertThat(way(n, MONDAY_8)).isEqualTo("3");
    assertThat(way(n, SUNDAY_8)).isEqualTo("2");
    assertThat(Router.freeFlow(n, new ArcFigures(n, StreetTable.standard(), Figure::mid), RoadUser.CAR)).doesNotContain(Double.POSITIVE_INFINITY);
  }

  @Test
  void aTurnOnAnotherConditionIsCounted() {
    String map = "node A 0 0\nnode B 1 0\nnode D 2 0\nnode C 1 1\nway 10 A-B highway=residential\nway 11 B-D highway=residential\nway 12 B-C highway=residential\nturn 7 from=10 via=B to=11 restriction:conditional=no_straight_on~@~wet";
    StreetImport.Result result = OsmText.imported(map);
    assertThat(result.read().orElseThrow().turnRules()).isZero();
    assertThat(result.findings()).extracting(Finding::code).contains("turn-conditional");
  }
}
