// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.app.console.ExitCode;
import picocli.CommandLine;

/** The program as its user runs it. */
class AssessCommandTest {
  private static final Path ALEPPO = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = Respite.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  @Test
  void eightHoursAreNotEnoughForEastAleppo() throws IOException {
    assertThat(run("assess", ALEPPO.toString(), "--draws", "40", "--out", dir.toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("not enough").contains("Bustan al-Qasr").contains("not stated");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("report.html", "run.json");
    }
  }

  @Test
  void sameSeedSameBytesOnAnyNumberOfThreads() {
    run("assess", ALEPPO.toString(), "--draws", "10", "--threads", "1", "--json", "--out", dir.toString());
    String one = out.toString();
    out.getBuffer().setLength(0);
    run("assess", ALEPPO.toString(), "--draws", "10", "--threads", "4", "--json", "--out", dir.toString());
    assertThat(out.toString()).isEqualTo(one).contains("\"by_corridor\"").contains("\"bottleneck\"").contains("\"person_days\"").contains("\"provenance\"");
  }

  @Test
  void aBrokenCaseComputesNothingAndLeavesNothing() throws IOException {
    Path broken = Files.createDirectory(dir.resolve("broken"));
    Files.writeString(broken.resolve("case.yaml"), "format: respite-case/1\nidd: x\n");
    Path outDir = dir.resolve("out");
    assertThat(run("assess", broken.toString(), "--out", outDir.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("case.yaml:2: error [unknown-key]").contains("Did you mean `id`?").contains("nothing was computed");
    assertThat(outDir).doesNotExist();
  }

  @Test
  void anUnknownOptionIsNamedWithTheKnownOnes() {
    assertThat(run("assess", ALEPPO.toString(), "--option", "anounced")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("the case has no option `anounced`. Did you mean `announced`?");
  }

  @Test
  void drawsOutOfRangeAreRefusedWithTheRange() {
    assertThat(run("assess", ALEPPO.toString(), "--draws", "0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("draws must be in [1, 100000], got 0");
  }

  @Test
  void checkIsSilentOnASoundCase() {
    assertThat(run("check", ALEPPO.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEqualToIgnoringNewLines("respite check: no findings");
  }

  @Test
  void marksOfWarWithoutStreetsAreRefused() {
    assertThat(run("assess", ALEPPO.toString(), "--war", "war.csv", "--out", dir.resolve("out").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--war: error [no-roads]").contains("give the streets with --roads");
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void onRealStreetsThePlanIsProvedAndDrawn() throws IOException {
    Path streets = Path.of(System.getProperty("respite.shared"), "data", "osm", "aleppo.osm.pbf");
    assumeTrue(Files.exists(streets), "needs the Aleppo extract in " + streets);
    assertThat(run("assess", ALEPPO.toString(), "--roads", streets.toString(), "--draws", "2", "--json", "--out", dir.toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out.toString()).contains("\"holds\": true", "\"exact\": true", "\"streets\": {", "\"source\": \"aleppo.osm.pbf\"", "gate-off-streets");
    assertThat(Files.readString(dir.resolve("report.html"))).contains("OpenStreetMap contributors").contains("class=\"street-3\"").hasSizeLessThan(800_000);
  }

  @Test
  void marksHoldInTheirOwnHoursAndAPlannersTableCounts() throws IOException {
    Path streets = Path.of(System.getProperty("respite.shared"), "data", "osm", "aleppo.osm.pbf");
    assumeTrue(Files.exists(streets), "needs the Aleppo extract in " + streets);
    Path war = Files.writeString(dir.resolve("war.csv"), "kind,way,lon,lat,radius_m,value,from,to,by,source\nblocked,,37.142,36.1945,400,,,2016-10-20T10:00+03:00,drill,nb20\n");
    Path table = Files.writeString(dir.resolve("mine.csv"), "attribute,of,user,unit,low,mid,high,source,note\nspeed,residential,foot,m/s,0.5,0.53,0.6,assumed,rubble underfoot\n");
    long quick = out(streets, war);
    assertThat(out.toString()).contains("\"holds\": true").containsPattern("\"changing_links\": [1-9]").contains("\"shut_links\": 0");
    assertThat(out(streets, war, "--table", table.toString())).isLessThan(quick);
    assertThat(out.toString()).contains("\"mine.csv\"");
  }

  /** People out in the plan. */
  private long out(Path streets, Path war, String... more) {
    List<String> args = new ArrayList<>(List.of("assess", ALEPPO.toString(), "--roads", streets.toString(), "--war", war.toString(), "--draws", "1", "--json", "--out", dir.toString()));
    args.addAll(List.of(more));
    out.getBuffer().setLength(0);
    assertThat(run(args.toArray(String[]::new))).isEqualTo(ExitCode.NOT_ENOUGH);
    Matcher value = Pattern.compile("\"flow_value\": (\\d+)").matcher(out.toString());
    assertThat(value.find()).isTrue();
    return Long.parseLong(value.group(1));
  }

  @Test
  void aTableThatCannotBeUsedIsRefusedWithItsLine() throws IOException {
    Path table = Files.writeString(dir.resolve("mine.csv"), "attribute,of,user,unit,low,mid,high,source,note\nwidth,residentail,walkers,m,1,2,3,assumed,\n");
    assertThat(run("assess", ALEPPO.toString(), "--table", table.toString(), "--out", dir.resolve("out").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--table: error [no-roads]");
    Path streets = Files.writeString(dir.resolve("no.osm"), "<osm version='0.6'/>");
    assertThat(run("assess", ALEPPO.toString(), "--roads", streets.toString(), "--table", table.toString(), "--out", dir.resolve("out").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("mine.csv:2: error [unknown-figure]").contains("no-streets");
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void streetsOfAnotherCityAreRefused() {
    Path streets = Path.of(System.getProperty("respite.shared"), "data", "osm", "helsinki.osm.pbf");
    assumeTrue(Files.exists(streets), "needs the Helsinki extract in " + streets);
    assertThat(run("assess", ALEPPO.toString(), "--roads", streets.toString(), "--out", dir.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("streets-of-elsewhere").contains("give the street file of Aleppo");
  }
}
