// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.WarMark;

class WarFileTest {
  private static final Case ALEPPO = CaseFolder.read(Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10")).read().orElseThrow();

  @TempDir Path folder;

  private WarFile.Result read(String name, String text) throws IOException {
    return WarFile.read(Files.writeString(folder.resolve(name), text), ALEPPO);
  }

  @Test
  void aTableNamesWaysOrPlaces() throws IOException {
    WarFile.Result result = read("war.csv", """
        kind,way,lon,lat,radius_m,value,from,to,by,source
        blocked,12;13,,,,,,,,vedomosti
        rubble,,37.15,36.20,40,0.5,2016-10-01,2016-11-01,,vedomosti
        """);
    assertThat(result.findings()).isEmpty();
    assertThat(result.read()).extracting(WarMark::kind).containsExactly(WarMark.Kind.BLOCKED, WarMark.Kind.RUBBLE);
    assertThat(result.read()).extracting(WarMark::shape).containsExactly(new WarMark.Shape.Ways(Set.of(12L, 13L)), new WarMark.Shape.Point(new Position(37.15, 36.20), 40));
  }

  @Test
  void everySlipIsFoundAtOnce() throws IOException {
    WarFile.Result result = read("war.csv", """
        kind,way,lon,lat,radius_m,value,from,to,by,source
        blokced,12,,,,,,,,vedomosti
        blocked,,,,,,,,,vedomosti
        rubble,12,,,,7,,,,nobody
        damaged,12,,,,,,,,vedomosti
        blocked,twelve,,,,,2016-10-02,2016-10-01,,vedomosti
        cleared,12,,,,,,,,vedomosti
        """);
    assertThat(result.read()).isEmpty();
    assertThat(result.findings()).extracting(Finding::code)
        .containsExactlyInAnyOrder("unknown-word", "no-place", "not-a-number", "unknown-source", "no-value", "not-a-way", "never", "cleared-by-nobody");
  }

  @Test
  void damageAsUnosatPublishesItBecomesAChance() throws IOException {
    WarFile.Result result = read("damage.geojson", """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"SiteID": "Building", "Main_Dam_2": "1"}, "geometry": {"type": "Point", "coordinates": [37.15, 36.2]}},
        {"type": "Feature", "properties": {"SiteID": "Building", "Main_Dam_2": "9"}, "geometry": {"type": "Point", "coordinates": [37.15, 36.2]}}]}
        """);
    assertThat(result.findings()).isEmpty();
    assertThat(result.read()).singleElement().satisfies(m -> assertThat(m.value()).isEqualTo(0.10));
  }

  @Test
  void anAreaThatCrossesItselfOrIsNotClosedIsRefused() throws IOException {
    WarFile.Result result = read("war.geojson", """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"kind": "mined", "source": "vedomosti"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
        {"type": "Feature", "properties": {"kind": "mined", "source": "vedomosti"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}}]}
        """);
    assertThat(result.findings()).extracting(Finding::code).containsExactlyInAnyOrder("ring-crosses-itself", "ring-not-closed");
  }
}
