// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.roads.Monaco;
import org.respite.roads.look.NetworkSummary;
import org.respite.roads.network.NetworkFile;
import org.respite.roads.network.StreetNetwork;

/** A whole, real extract: 25,423 nodes, 4,106 ways of which 2,379 carry {@code highway}. */
class MonacoTest {
  @TempDir Path folder;

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    Path file = Monaco.in(folder);
    byte[][] written = new byte[2][];
    for (int threads = 1; threads <= 2; threads++) {
      Path out = folder.resolve(threads + ".roads");
      NetworkFile.write(StreetImport.read(file, Optional.empty(), threads).read().orElseThrow(), out);
      written[threads - 1] = java.nio.file.Files.readAllBytes(out);
    }
    assertThat(written[0]).isEqualTo(written[1]);
  }

  @Test
  void provenanceNamesSourceHashAndState() {
    StreetNetwork n = StreetImport.read(Monaco.in(folder), Optional.empty(), 2).read().orElseThrow();
    assertThat(n.provenance().source()).isEqualTo("monaco.osm.pbf");
    assertThat(n.provenance().sha256()).hasSize(64).matches("[0-9a-f]+");
    assertThat(n.provenance().osmTimestamp()).startsWith("20").endsWith("Z");
    assertThat(n.provenance().attribution()).contains("OpenStreetMap contributors").contains("ODbL");
  }

  @Test
  void anAreaKeepsOnlyWhatLiesInIt() {
    Clip clip = new Clip(7.41, 43.73, 7.42, 43.735, 0);
    StreetNetwork part = StreetImport.read(Monaco.in(folder), Optional.of(clip), 2).read().orElseThrow();
    int[] bounds = part.bounds().orElseThrow();
    assertThat(bounds[0]).isGreaterThanOrEqualTo(74_100_000);
    assertThat(bounds[3]).isLessThanOrEqualTo(437_350_000);
    NetworkSummary all = NetworkSummary.of(StreetImport.read(Monaco.in(folder), Optional.empty(), 2).read().orElseThrow());
    assertThat(NetworkSummary.of(part).metres()).isBetween(1_000.0, all.metres() / 2);
  }
}
