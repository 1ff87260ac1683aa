// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.OsmText;

class LookTest {
  // A-B-C in one line with a bollard at B, D-E apart from them; a degree of latitude is 111,195 m: A-B, B-C and D-E are 111.2 m each
  private static final String MAP =
      """
      node A 0 0
      node B 0 1 barrier=bollard
      node C 0 2
      node D 5 0
      node E 5 1
      way 10 A-B-C highway=residential surface=asphalt
      way 11 D-E highway=track name=Field_&lt;way&gt;
      """;

  @TempDir Path folder;

  @Test
  void theSummaryCountsPiecesForEachUserAndWhatRestsOnDefaults() {
    NetworkSummary s = NetworkSummary.of(OsmText.network(MAP));
    assertThat(s.nodes()).isEqualTo(5);
    assertThat(s.links()).isEqualTo(3);
    assertThat(s.barriers()).isEqualTo(1);
    assertThat(s.metres()).isCloseTo(3 * 111.195, org.assertj.core.data.Offset.offset(0.01));
    assertThat(s.pieces().get(RoadUser.FOOT)).isEqualTo(new NetworkSummary.Pieces(2, 5, 3));
    assertThat(s.pieces().get(RoadUser.CAR).count()).as("the bollard cuts the street for cars").isEqualTo(4);
    assertThat(s.tagged().get(Attribute.SURFACE)).isCloseTo(2 / 3.0, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(s.onDefaults()).isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-4));
  }

  @Test
  void theMapShowsWhatIsCutOffAndWhoMadeTheData() {
    String svg = MapPicture.svg(OsmText.network(MAP));
    assertThat(svg).contains("orange: connected to nothing else on foot").contains("OpenStreetMap contributors").doesNotContain("NaN");
  }

  @Test
  void aMapIsAPictureWhereItsNameSaysSo() throws IOException {
    StreetNetwork n = OsmText.network(MAP);
    Path file = folder.resolve("m.png");
    MapPicture.write(n, file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(400);
  }

  @Test
  void aMapOfOneStreetOfNoLengthIsStillAMap() {
    assertThat(MapPicture.svg(OsmText.network("node A 0 0\nnode B 0 0\nway 10 A-B highway=path"))).contains("</svg>").doesNotContain("NaN").doesNotContain("Infinity");
  }
}
