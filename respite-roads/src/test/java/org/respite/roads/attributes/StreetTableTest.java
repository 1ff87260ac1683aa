// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.finding.Finding;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Label;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.NetworkColumns.Kind;
import org.respite.roads.network.NetworkColumns.Limits;
import org.respite.roads.network.NetworkColumns.Way;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Surface;

class StreetTableTest {
  private static final String HEADER = "attribute,of,user,unit,low,mid,high,source,note\n";

  @TempDir Path folder;

  @Test
  void theStandardTableAnswersForEveryClassAndUserAndNamesItsSources() {
    StreetTable table = StreetTable.standard();
    for (RoadClass c : RoadClass.values()) {
      for (RoadUser u : RoadUser.values()) assertThat(table.speed(c, u).mid()).isPositive();
      assertThat(table.laneCapacity(c).unit()).isEqualTo("vehicles/h/lane");
      assertThat(table.width(c).unit()).isEqualTo("m");
    }
    assertThat(table.figures()).allSatisfy(f -> assertThat(f.source()).isNotBlank());
    assertThat(new HashSet<>(table.figures().stream().map(Figure::key).toList())).hasSize(table.figures().size());
    assertThat(table.figures()).allSatisfy(f -> assertThat(f.quantity().mid()).isEqualTo(f.mid()));
  }

  @Test
  void aPlannersLineReplacesOneFigureAndKeepsTheRest() throws IOException {
    StreetTable table = read("speed,primary,truck,km/h,5,10,20,driver of the 14th,craters\n").read().orElseThrow();
    assertThat(table.speed(RoadClass.PRIMARY, RoadUser.TRUCK).mid()).isEqualTo(10);
    assertThat(table.speed(RoadClass.PRIMARY, RoadUser.CAR)).isEqualTo(StreetTable.standard().speed(RoadClass.PRIMARY, RoadUser.CAR));
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsLine() throws IOException {
    StreetTable.Result result = read(
        "speed,primry,truck,km/h,5,10,20,x,\nspeed,primary,truck,mph,5,10,20,x,\nspeed,primary,truck,km/h,5,10,2,x,\nspeed,primary,truck,km/h,5,10,20,,\nspeed,primary,truck,km/h,0,10,20,x,\n");
    assertThat(result.read()).isEmpty();
    assertThat(result.findings()).extracting(Finding::code).containsExactly("unknown-figure", "unknown-unit", "wrong-range", "no-source", "not-a-number");
    assertThat(result.findings()).extracting(f -> f.at().line()).containsExactly(2, 3, 4, 5, 6);
    assertThat(result.findings().getFirst().what()).isEqualTo("there is no figure `roads.speed.primry.truck`. Did you mean `roads.speed.primary.truck`?");
  }

  private StreetTable.Result read(String rows) throws IOException {
    return StreetTable.read(Files.writeString(folder.resolve("t.csv"), HEADER + rows));
  }

  // One link of 1 km, secondary, limit 50, 2 lanes forward and 1 back, paved:
  // a car at 0.9 x 50 = 45 km/h needs 80 s; walkers at 1.06 m/s need 943.4 s;
  // forward 2 x 800 = 1,600 cars/h or 800 buses/h; 3 lanes x 3.0 m x 0.8 usable x 65 people/min/m = 468 people/min
  @Test
  void whatIsTaggedBindsAndTheRestComesFromTheTable() {
    NetworkColumns c = new NetworkColumns();
    c.link(c.node(0, 0, 1, RoadUser.ALL), c.node(0, 90_000, 2, RoadUser.ALL), 1_000_000,
        new Kind(5, RoadClass.SECONDARY, new Way(RoadUser.ALL, 2, 50), new Way(RoadUser.ALL, 1, 50), 0, Attribute.LANES.bit(), Surface.PAVED, Limits.NONE, Label.NONE));
    StreetNetwork n = c.build(new Provenance("", "", "", "", "", ""));
    ArcFigures figures = new ArcFigures(n, StreetTable.standard(), Figure::mid);
    assertThat(figures.seconds(0, RoadUser.CAR)).isEqualTo(80.0);
    assertThat(figures.seconds(1, RoadUser.FOOT)).isCloseTo(943.4, org.assertj.core.data.Offset.offset(0.05));
    assertThat(figures.vehiclesPerHour(0, RoadUser.CAR)).isEqualTo(1600);
    assertThat(figures.vehiclesPerHour(0, RoadUser.BUS)).isEqualTo(800);
    assertThat(figures.walkersPerMinute(0, RoadUser.FOOT)).isCloseTo(468, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(List.of(figures.lanes(0), figures.lanes(1))).containsExactly(2.0, 1.0);
  }
}
