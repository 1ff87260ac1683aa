// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;
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
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.WarMark;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

class StreetsTest {
  private final Case town = Cases.twoGates();
  private final Timeline hour = Timeline.of(town, town.options().getFirst());
  private final Demand everybody = Demand.of(town, World.MIDDLE);

  private StreetPlan laid(StreetNetwork network, WarMark... war) {
    StreetPlan.Result result = StreetPlan.of(town, network, StreetPlan.Over.NOTHING.with(war));
    return result.plan().orElseThrow(() -> new AssertionError(result.findings().toString()));
  }

  /**
   * Every junction a node and every street an arc with its capacity: what is solved with a few streets singled out must be the same, minute by minute.
   * Streets take whole minutes, so that no time is rounded in either; a district's people are rounded to sixtieths home by home, in an order of its own in
   * each, which can move a sixtieth over the edge of a whole person.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
  void aPlanOnSingledOutStreetsIsThePlanOnAllStreets(long seed) {
    StreetPlan plan = laid(Towns.grid(seed, seed % 3 == 0 ? 100 : 5, seed % 3 == 0 ? 300 : 60));
    Evacuation solved = Evacuation.solve(new Ground.OnStreets(town, plan, Cells.Grain.NONE), World.MIDDLE, hour, everybody);
    assertThat(solved.overloaded()).isZero();
    assertThat(solved.proof().holds()).isTrue();
    long[] whole = EarliestArrival.solve(everyStreet(plan)).arrived();
    long[] ours = solved.outByMinute();
    for (int t = 0; t < whole.length; t++) assertThat(ours[t]).as("minute %d", t).isCloseTo(whole[t] / Network.UNITS_PER_PERSON, within(1L));
  }

  private FlowProblem everyStreet(StreetPlan plan) {
    StreetGraph graph = plan.graph();
    int n = graph.nodes();
    FlowProblem.Builder b = FlowProblem.builder(n + 5, hour.horizon());
    for (int a = 0; a < 2 * graph.links(); a++) {
      int transit = graph.lengthMm(a >> 1) / 60_000;
      b.window(b.arc(graph.tail(a), graph.head(a), 0, transit), 0, Math.max(0, 60 - transit), (int) (plan.perHour(a, World.MIDDLE, town) + 1e-9));
    }
    int g = n;
    for (int e = 0; e < 2; e++, g += 2) {
      b.window(b.arc(plan.entryNode(e), g, 0, 1), 0, 59, 60_000);
      b.window(b.arc(g, g + 1, 0, 0), 0, 60, 1_200);
      b.sink(g + 1);
    }
    Routing routing = plan.routing(new int[0], Cells.Grain.NONE, hour, World.MIDDLE);
    long[] units = routing.cells().divide(new long[] {600 * 60, 400 * 60});
    for (int c = 0; c < units.length; c++) if (units[c] > 0) b.supply(routing.cells().homes(c)[0], 0, units[c]);
    return b.build();
  }

  // 100 cm take 1 x 0.8 x 65 = 52 people a minute, more than the post's 20; 10 cm take 5.2 and bind.
  @Test
  void theStreetThatBindsIsNamed() {
    StreetNetwork road = road(10);
    Evacuation solved = Evacuation.solve(new Ground.OnStreets(town, laid(road), Cells.Grain.NONE), World.MIDDLE, hour, everybody);
    assertThat(CutWords.read(solved, ZoneOffset.UTC).words()).contains("Long Street (OSM way 1001) going west");
    assertThat(solved.streetMap().orElseThrow().narrow()).extracting(n -> n.way()).contains(1001L);
  }

  /** Gate west - Short Street - junction - Long Street - junction - to the east gate, all on one line; everybody lives in the middle. */
  static StreetNetwork road(int longStreetCm, NetworkColumns.Timed... onLongStreet) {
    NetworkColumns c = new NetworkColumns();
    int[][] at = {{0, 0}, {5_000, 0}, {15_000, 0}, {15_000, 30_000}, {30_000, 30_000}};
    for (int i = 0; i < at.length; i++) c.node(5_000_000 + at[i][0], 5_000_000 + at[i][1], i, RoadUser.ALL);
    Towns.link(c, 0, 1, 60_000, 100, "Short Street");
    Towns.link(c, 1, 2, 120_000, longStreetCm, "Long Street", onLongStreet);
    Towns.link(c, 2, 3, 360_000, 100, "North Street");
    Towns.link(c, 3, 4, 180_000, 5, "Narrow Lane");
    return Towns.of(c);
  }

  // Long Street shut: the south can only leave by the narrow lane of 2.6 a minute, or not within the hour.
  @Test
  void aShutStreetIsWalkedByNobodyAndHelpsNobody() {
    WarMark shut = mark(WarMark.Kind.BLOCKED, new WarMark.Shape.Ways(Set.of(1001L)), 0);
    Ground open = new Ground.OnStreets(town, laid(road(100)), Cells.Grain.NONE);
    Ground closed = new Ground.OnStreets(town, laid(road(100), shut), Cells.Grain.NONE);
    long before = Evacuation.solve(open, World.MIDDLE, hour, everybody).out();
    Evacuation after = Evacuation.solve(closed, World.MIDDLE, hour, everybody);
    assertThat(after.out()).isLessThan(before);
    assertThat(after.streetMap().orElseThrow().lines()).filteredOn(l -> l.people() < 0).hasSize(1);
  }

  @Test
  void rubbleSlowsAndClearingLiftsIt() {
    WarMark rubble = mark(WarMark.Kind.RUBBLE, new WarMark.Shape.Ways(Set.of(1000L)), 0.5);
    WarMark cleared = new WarMark(WarMark.Kind.CLEARED, new WarMark.Shape.Ways(Set.of(1000L)), Optional.of(hour.begins().minusSeconds(3_600)), Optional.empty(), 0, "engineers", "drill", At.file("war"));
    assertThat(metresToWest(laid(road(100)))).isEqualTo(180);
    assertThat(metresToWest(laid(road(100), rubble))).isEqualTo(240);
    assertThat(metresToWest(laid(road(100), rubble, cleared))).isEqualTo(180);
  }

  /** From the end of Long Street. */
  private double metresToWest(StreetPlan plan) {
    return metresToWest(plan, World.MIDDLE);
  }

  private double metresToWest(StreetPlan plan, World world) {
    Routing routing = plan.routing(new int[0], Cells.Grain.NONE, hour, world);
    for (int c = 0; c < routing.cells().count(); c++) if (plan.graph().networkNode(routing.cells().homes(c)[0]) == 2) return minutes(routing.spells(new Walker(Mode.FOOT, 1), 0, c));
    throw new AssertionError("nobody lives there");
  }

  /** At a metre a minute these are metres. */
  private static double minutes(List<Spell> spells) {
    return spells.isEmpty() ? Double.POSITIVE_INFINITY : spells.getFirst().minutes();
  }

  @Test
  void damageIsDrawnOnceALinkAndTheMiddleWorldTakesTheLikelier() {
    WarMark likely = mark(WarMark.Kind.DAMAGED, new WarMark.Shape.Point(new Position(0.501, 0.5), 50), 0.7);
    WarMark unlikely = mark(WarMark.Kind.DAMAGED, new WarMark.Shape.Point(new Position(0.501, 0.5), 50), 0.3);
    assertThat(metresToWest(laid(road(100), unlikely))).isEqualTo(180);
    assertThat(metresToWest(laid(road(100), likely))).isInfinite();
    StreetPlan plan = laid(road(100), unlikely);
    int shut = 0;
    for (int i = 0; i < 400; i++) {
      World world = new org.respite.engine.world.Draw(5, i);
      if (metresToWest(plan, world) == Double.POSITIVE_INFINITY) shut++;
    }
    assertThat(shut).isBetween(90, 150); // 400 x 0.3 = 120, within four standard deviations of 9
  }

  private static WarMark mark(WarMark.Kind kind, WarMark.Shape shape, double value) {
    return new WarMark(kind, shape, Optional.empty(), Optional.empty(), value, "drill", "drill", At.file("war.geojson"));
  }

  @Test
  void aWayThatIsNotThereIsAnErrorAndAMarkElsewhereAWarning() {
    WarMark unknown = mark(WarMark.Kind.BLOCKED, new WarMark.Shape.Ways(Set.of(77L)), 0);
    assertThat(StreetPlan.of(town, road(100), StreetPlan.Over.NOTHING.with(unknown)).findings()).extracting(Finding::code).contains("unknown-way");
    WarMark far = mark(WarMark.Kind.BLOCKED, new WarMark.Shape.Point(new Position(0.9, 0.9), 10), 0);
    assertThat(StreetPlan.of(town, road(100), StreetPlan.Over.NOTHING.with(far)).findings()).extracting(Finding::code).contains("mark-on-no-street");
  }

  @Test
  void streetsOfAnotherCityAreRefused() {
    NetworkColumns c = new NetworkColumns();
    c.node(70_000_000, 430_000_000, 1, RoadUser.ALL);
    c.node(70_010_000, 430_000_000, 2, RoadUser.ALL);
    Towns.link(c, 0, 1, 80_000, 300, "");
    StreetPlan.Result result = StreetPlan.of(town, Towns.of(c), StreetPlan.Over.NOTHING);
    assertThat(result.plan()).isEmpty();
    assertThat(result.findings()).extracting(Finding::code).containsExactly("streets-of-elsewhere");
  }

  // The loose piece lies 278 m north of everything, too far to be joined, with 60 m of the north's 780 m of street: 600 x 60 / 780.
  @Test
  void peopleOnALoosePieceAreCountedAndPlaced() {
    NetworkColumns c = new NetworkColumns();
    int[][] at = {{0, 0}, {15_000, 0}, {15_000, 30_000}, {30_000, 30_000}, {15_000, 55_000}, {16_000, 55_000}};
    for (int i = 0; i < at.length; i++) c.node(5_000_000 + at[i][0], 5_000_000 + at[i][1], i, RoadUser.ALL);
    for (int i = 0; i < 3; i++) Towns.link(c, i, i + 1, 480_000, 300, "");
    Towns.link(c, 4, 5, 60_000, 300, "");
    List<Finding> findings = StreetPlan.of(town, Towns.of(c), StreetPlan.Over.NOTHING).findings();
    assertThat(findings).filteredOn(f -> f.code().equals("cut-off-piece")).singleElement().extracting(Finding::what).asString()
        .startsWith("46 people live on 0.1 km of street that no street joins to a gate, about 0.50150 east, 0.50550 north");
  }

  // Squares of 0.001 degrees: 30 people in that of the first two junctions, which have 30 and 90 m of street, 10 in that of the third.
  @Test
  void aRasterSaysWhereInTheirDistrictPeopleLive(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    Path file = folder.resolve("people.tif");
    raster(file, 0.4996);
    StreetPlan plan = StreetPlan.of(town, road(100), StreetPlan.Over.NOTHING.with(file)).plan().orElseThrow();
    Cells cells = plan.routing(new int[0], Cells.Grain.NONE, hour, World.MIDDLE).cells();
    List<String> south = new ArrayList<>();
    for (int c = 0; c < cells.count(); c++) if (cells.district(c) == 1) south.add(plan.graph().networkNode(cells.homes(c)[0]) + ": " + cells.share(c));
    assertThat(south).containsExactlyInAnyOrder("0: 0.1875", "1: 0.5625", "2: 0.25");
    raster(file, 7.5);
    assertThat(StreetPlan.of(town, road(100), StreetPlan.Over.NOTHING.with(file)).findings()).extracting(Finding::code).contains("raster-of-elsewhere");
    Files.writeString(file, "no raster at all");
    assertThat(StreetPlan.of(town, road(100), StreetPlan.Over.NOTHING.with(file)).findings()).extracting(Finding::code).contains("no-raster");
  }

  private static void raster(Path file, double west) throws IOException {
    Rasters people = new Rasters(4, 4, 1, FieldType.FLOAT);
    for (int x = 0; x < 4; x++) for (int y = 0; y < 4; y++) people.setFirstPixelSample(x, y, y == 0 ? 1f : 0f);
    people.setFirstPixelSample(0, 3, 30f);
    people.setFirstPixelSample(1, 3, 10f);
    FileDirectory image = new FileDirectory();
    image.setImageWidth(4);
    image.setImageHeight(4);
    image.setBitsPerSample(32);
    image.setCompression(TiffConstants.COMPRESSION_NO);
    image.setPhotometricInterpretation(TiffConstants.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    image.setSamplesPerPixel(1);
    image.setRowsPerStrip(4);
    image.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_CHUNKY);
    image.setSampleFormat(TiffConstants.SAMPLE_FORMAT_FLOAT);
    image.setModelPixelScale(List.of(0.001, 0.001, 0.0));
    image.setModelTiepoint(List.of(0.0, 0.0, 0.0, west, 0.5035, 0.0));
    image.setWriteRasters(people);
    TIFFImage tiff = new TIFFImage();
    tiff.add(image);
    TiffWriter.writeTiff(file.toFile(), tiff);
  }
}
