// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadsCommandTest {
  private static final String OSM =
      """
      <osm version="0.6">
        <node id="1" lat="36.2" lon="37.10"/><node id="2" lat="36.2" lon="37.11"/><node id="3" lat="36.9" lon="37.9"/>
        <way id="9"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="10"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="lanes" v="many"/></way>
      </osm>
      """;

  @TempDir Path folder;
  Path osm;

  private record Said(int code, String out, String err) {}

  private static Said run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Respite.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  @BeforeEach
  void writeAMap() throws IOException {
    osm = Files.writeString(folder.resolve("city.osm"), OSM);
  }

  @Test
  void anOsmFileBecomesACompactFileBesideItThatInfoReads() {
    Said imported = run("roads", "import", osm);
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).isEqualTo("%s: 3 nodes, 2 links, 0 turn rules%n".formatted(folder.resolve("city.roads")));
    assertThat(imported.err()).contains("`lanes=many` is not understood: 1 time, for example way 10", "so:", "fix:");
    Said info = run("roads", "info", folder.resolve("city.roads"));
    assertThat(info.code()).isZero();
    assertThat(info.out()).contains("3 nodes, 2 links").contains("OpenStreetMap contributors").contains("100.0% of the length rests on the defaults");
  }

  @Test
  void infoReadsAnOsmFileAsWellAndCutsItToAnArea() {
    Said said = run("roads", "info", osm, "--bbox", "37.0,36.1,37.2,36.3", "--margin", "0", "--json");
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("{").contains("\"format\":\"respite-roads-info/1\"", "\"nodes\":2", "\"links\":1", "\"area\":\"37.0,36.1,37.2,36.3 and 0 m around\"", "\"default_share\":1.0000", "\"findings\":[");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void exportsAreWrittenWholeAndNothingIsLeftBeside() throws IOException {
    Said said = run("roads", "export", osm, "--geojson", folder.resolve("a.geojson"), "--gpkg", folder.resolve("a.gpkg"), "--pmtiles", folder.resolve("a.pmtiles"));
    assertThat(said.code()).isZero();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("city.osm", "a.geojson", "a.gpkg", "a.pmtiles");
    }
  }

  @Test
  void whatCannotBeReadIsAFindingAndNoFileIsMade() throws IOException {
    Path bad = Files.writeString(folder.resolve("x.osm.pbf"), "to whom it may concern");
    Said said = run("roads", "import", bad, "--out", folder.resolve("x.roads"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("it is text and begins with `to whom it may c`").doesNotContain("Exception");
    assertThat(folder.resolve("x.roads")).doesNotExist();
    assertThat(run("roads", "info", folder.resolve("nowhere.roads"), "--json").out()).contains("there is no such file");
  }

  @Test
  void whatCannotBeWrittenIsAFinding() {
    Said said = run("roads", "import", osm, "--out", folder.resolve("no/such/folder/x.roads"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("it cannot be written (there is no such folder)");
    assertThat(run("roads", "import", osm, "--out", folder).err()).contains("is there and is no file");
  }

  @Test
  void wrongOptionsAreAllTold() {
    Said said = run("roads", "info", osm, "--bbox", "37,36", "--threads", "0");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("`37,36` is no area", "0 threads");
    assertThat(run("roads").code()).isEqualTo(2);
    assertThat(run("roads", "export", osm).code()).isEqualTo(2);
  }
}
