// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.app.console.ExitCode;
import picocli.CommandLine;

/** {@code respite wheels} as its user runs it. */
class WheelsCommandTest {
  private static final String ALEPPO = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10").toString();

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = Respite.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  private Path changed(String was, String is) throws IOException {
    Path copy = Files.createDirectory(dir.resolve("case"));
    try (Stream<Path> files = Files.list(Path.of(ALEPPO))) {
      for (Path f : files.toList()) Files.copy(f, copy.resolve(f.getFileName()));
    }
    String yaml = Files.readString(copy.resolve("case.yaml"));
    assertThat(yaml).contains(was);
    Files.writeString(copy.resolve("case.yaml"), yaml.replace(was, is));
    return copy;
  }

  @Test
  void thePlanOfTheBundledCaseHasItsBoundAndTurnBackTimes() {
    assertThat(run("wheels", "plan", ALEPPO, "--builds", "7", "--draws", "20")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("T001").contains("turn back after 15:15").contains("nothing more could be gained").contains("ambulance");
  }

  @Test
  void sameSeedSameBytes() {
    run("wheels", "plan", ALEPPO, "--json", "--builds", "7", "--draws", "20");
    String one = out.toString();
    out.getBuffer().setLength(0);
    run("wheels", "plan", ALEPPO, "--json", "--builds", "7", "--draws", "20");
    assertThat(out.toString()).isEqualTo(one).contains("\"upper_bound\"").contains("\"caught_by_end\"").contains("\"turn_back\"");
  }

  @Test
  void aHoldAsLongAsTheWindowLeavesNobodyMovingAndSaysWhatIsMissing() {
    assertThat(run("wheels", "plan", ALEPPO, "--only", "aid", "--set", "aid.chain.hold=7.75", "--draws", "5")).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("none moves. The window is shorter than one round trip: there and back takes 45 min, and after the hold before release 15 min of working time are left. It would take 30 min more");
    out.getBuffer().setLength(0);
    run("wheels", "plan", ALEPPO, "--only", "aid", "--set", "aid.chain.hold=9", "--draws", "5"); // 9 h and 45 min of 8 h
    assertThat(out.toString()).contains("0 min of working time are left. It would take 1 h 45 min more");
  }

  @Test
  void weightsAreTheUsersAndUnknownOnesAreNamed() {
    assertThat(run("wheels", "plan", ALEPPO, "--only", "aid", "--weight", "medicine=0", "--draws", "5", "--builds", "1")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("weighted person-days").contains("25 t of 25 t Emergency health kits");
    assertThat(out.toString().lines().filter(l -> l.startsWith("  T"))).noneMatch(l -> l.contains("Emergency health kits"));
    assertThat(run("wheels", "plan", ALEPPO, "--weight", "medicin=0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("there is no item or group `medicin`. Did you mean `medicine`?");
  }

  @Test
  void everyPaperIsWrittenAndArabicStandsOnTheCards() throws IOException {
    assertThat(run("wheels", "papers", ALEPPO, "--only", "aid", "--draws", "5", "--builds", "1", "--out", dir.toString())).isEqualTo(ExitCode.DONE);
    for (String p : new String[] {"movement-table", "time-distance", "driver-cards", "manifest", "turn-back", "receipts"}) assertThat(dir.resolve("aid-" + p + ".html")).exists();
    assertThat(Files.readString(dir.resolve("aid-driver-cards.html"))).contains("القافلة").contains("size: A5").contains("Turn back");
    assertThat(Files.readString(dir.resolve("aid-movement-table.html"))).contains("size: A3 landscape");
  }

  @Test
  void aDriverReadsNamesOfPlacesInBothScriptsAndNoIds() throws IOException {
    assertThat(run("wheels", "papers", ALEPPO, "--only", "people", "--draws", "5", "--builds", "1", "--out", dir.toString())).isEqualTo(ExitCode.DONE);
    String cards = Files.readString(dir.resolve("people-driver-cards.html"));
    assertThat(cards).contains("· Castello road →").contains("(من حلب الغربية").doesNotContainPattern("[>, (](cs|sh)-[0-9a]");
    String table = Files.readString(dir.resolve("people-movement-table.html"));
    assertThat(table).contains("<td>Souk al-Hal</td>").doesNotContain(">souk-al-hal<");
  }

  @Test
  void aWorkbookGoesOutAndItsManifestComesBackUncounted() {
    assertThat(run("wheels", "xlsx", ALEPPO, "--only", "aid", "--draws", "5", "--builds", "1", "--out", dir.toString())).isEqualTo(ExitCode.DONE);
    out.getBuffer().setLength(0);
    assertThat(run("wheels", "receipts", dir.resolve("aid.xlsx").toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("24 lines, 24 not counted at the far end"); // 18 trucks, six with kits and food
    assertThat(run("wheels", "requests", dir.resolve("aid.xlsx").toString())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theRestOfTheDayIsPlannedAnewAndSaysWhatIsDropped() throws IOException {
    Path actuals = Files.writeString(dir.resolve("today.csv"), "vehicle,event,at,amount\nT001,delivered,2016-10-20T12:20+03:00,12\nT002,inspected,2016-10-20T12:10+03:00,\nT003,cancelled,2016-10-20T12:00+03:00,\n");
    assertThat(run("wheels", "replan", ALEPPO, "--actuals", actuals.toString(), "--now", "2016-10-20T12:30+03:00", "--builds", "7")).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("1 trips done, 1 under way").contains("DROPPED").doesNotContain("T003 ");
    assertThat(err.toString()).contains("nothing is reported of `T004`");
  }

  @Test
  void reportsThatCannotBeAreRefused() {
    assertThat(run("wheels", "replan", ALEPPO, "--event", "T999,departed,2016-10-20T12:00+03:00", "--event", "T001,departed,2016-10-20T18:00+03:00", "--now", "2016-10-20T12:30+03:00", "--builds", "1")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("there is no vehicle `T999` in the plan").contains("after now");
    assertThat(run("wheels", "replan", ALEPPO, "--now", "noon")).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aSiteWithoutBaysIsAFinding() throws IOException {
    Path broken = changed("  waiting:\n", "  sites:\n    - {id: depot, name: Depot, bays: {value: 0, unit: servers, assumed: none}, time: {value: 60, unit: min/truck, assumed: by hand}}\n  routes:\n    - {id: r1, corridor: castello, sites: [depot]}\n  waiting:\n");
    assertThat(run("wheels", "plan", broken.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("[no-bays]").contains("has no bay");
  }

  @Test
  void routesSitesFleetsAndBusesOfACaseAreScheduled() throws IOException {
    String more =
        """
          fleets:
            - {id: heavy, name: Heavy trucks, count: {value: 12, unit: trucks, assumed: said to wait}, load: {value: 20, unit: t/truck, assumed: usual}, speed: {value: 20, unit: km/h, assumed: slow}}
          sites:
            - {id: depot, name: Depot, bays: {value: 4, unit: servers, assumed: yard}, time: {value: 60, unit: min/truck, assumed: by hand}}
          routes:
            - {id: r1, corridor: castello, sites: [depot], hold: {value: 1, unit: h, assumed: short}, road: {length: {value: 6, unit: km, assumed: map}}}
          turn_round: {value: 60, unit: min, assumed: reloading}
          reserve: {value: 0.25, unit: share, assumed: kept back}
          waiting:
        """;
    Path richer = changed("  waiting:\n", more.indent(0));
    Path yaml = richer.resolve("case.yaml");
    String buses =
        """
        vehicles:
          - id: buses
            kind: bus
            name: Green buses
            corridor: castello
            groups: [wounded]
            count: {value: 6, unit: vehicles, assumed: promised}
            seats: {value: 40, unit: people/vehicle, assumed: usual}
            together: {value: 2, unit: people, assumed: one escort each}
            speed: {value: 15, unit: km/h, assumed: rubble}
            boarding: {bays: {value: 2, unit: servers, assumed: stop}, time: {value: 20, unit: min, assumed: list and search}}
            screening: {servers: {value: 1, unit: servers, assumed: post}, time: {value: 10, unit: min, assumed: list}}
            held: {value: 0.1, unit: share, assumed: asked for}
        needs_stated:
        """;
    Files.writeString(yaml, Files.readString(yaml).replace("needs_stated:\n", buses));
    assertThat(run("wheels", "plan", richer.toString(), "--draws", "20", "--builds", "7")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("T009").doesNotContain("T010").contains("BA-001").contains("270 people out of a bound of 270");
    assertThat(run("assess", richer.toString(), "--draws", "10", "--json", "--out", dir.resolve("o").toString())).isEqualTo(ExitCode.NOT_ENOUGH);
  }

  @Test
  void noVehicleFitsTheCargoIsSaidWithTheReason() throws IOException {
    Path small = changed("load: {low: 10, mid: 20, high: 25, unit: t/truck", "load: {low: 0, mid: 0, high: 0, unit: t/truck");
    assertThat(run("wheels", "plan", small.toString(), "--only", "aid", "--draws", "5", "--builds", "1")).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("none moves. No vehicle can carry anything: trucks carry 0 each. State how many there are and what one carries.");
  }

  @Test
  void goodsThatFitNoTruckAreNamedBesideWhatIsCarried() throws IOException {
    Path flat = changed("volume: {low: 40, mid: 60, high: 80, unit: m3", "volume: {low: 0, mid: 0, high: 0, unit: m3");
    assertThat(run("wheels", "plan", flat.toString(), "--only", "aid", "--draws", "5", "--builds", "1")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("No vehicle fits Full food ration (it takes 2.0 m3 a tonne, and the vehicles have no volume left for it); Emergency health kits (it takes 4.8 m3 a tonne, and the vehicles have no volume left for it).");
  }

  @Test
  void aLegSharedInTurnsShorterThanTheWayIsSaid() throws IOException {
    Path shared = changed("within about a third}}\n      - {id: cs-2", "within about a third}, shared: {rule: alternating, in: {value: 5, unit: min, assumed: x}, out: {value: 5, unit: min, assumed: x}}}\n      - {id: cs-2");
    assertThat(run("wheels", "plan", shared.toString(), "--only", "aid", "--draws", "5", "--builds", "1")).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("none moves. Road in at cs-1 takes 22 min and is never open for longer than 5 min at a time: nobody could be through before it shuts or the direction changes.");
  }

  @Test
  void needsAndServiceAnswerWithoutACase() throws IOException {
    assertThat(run("wheels", "needs", "--people", "250000", "--days", "30", "--profile", "food")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("4,240 t").contains("212 trucks").contains("base: 0.565 kg a person and day, 250,000 people");
    assertThat(run("wheels", "needs", "--people", "-1")).isEqualTo(ExitCode.BAD_INPUT);
    Path groups = Files.writeString(dir.resolve("groups.csv"), "group,people,distance_m,speed_m_s,rest_min\nfamilies,100,1200,1,0\nslow,40,9000,0.5,15\n");
    assertThat(run("wheels", "service", groups.toString(), "--from", "2024-09-01T06:00+03:00", "--home-by", "2024-09-01T15:00+03:00", "--servers", "4", "--minutes", "10")).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("families: 100 of 100 served; walks 20 min, leaves home by 14:10 at the latest").contains("slow: 0 of 40 served").contains("cannot be there and back in time");
  }
}
