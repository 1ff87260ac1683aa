// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.app.console.FindingsOutput;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Theatre;
import org.respite.roads.network.NetworkFile;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.Clip;
import org.respite.roads.osm.StreetImport;
import picocli.CommandLine.Option;

/** Where the streets of a command come from: a compact file, or an OSM file that is imported on the way. */
public final class RoadsSource {
  @Option(names = "--area", paramLabel = "CASE", description = "Keep only the area of this case folder.")
  private Path area;

  @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "Keep only this area, in degrees.")
  private String bbox;

  @Option(names = "--margin", paramLabel = "METRES", defaultValue = "2000", description = "Keep that much around the area (default: ${DEFAULT-VALUE}).")
  private double margin;

  @Option(names = "--threads", paramLabel = "N", description = "Decode in so many threads (default: as many as there are processors, at most 4).")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final List<Finding> findings = new ArrayList<>();

  /** All that was found, worst first. */
  public List<Finding> findings() {
    return findings.stream().sorted(Finding.WORST_FIRST).toList();
  }

  /** The streets of an OSM file; empty if any finding is an error. */
  Optional<StreetNetwork> imported(Path file) {
    Optional<Clip> clip = clip();
    if (threads < 1 || threads > 64) refuse("--threads", "%d threads".formatted(threads), "give a number from 1 to 64");
    if (Finding.anyError(findings)) return Optional.empty();
    StreetImport.Result result = StreetImport.read(file, clip, threads);
    findings.addAll(result.findings());
    return result.read();
  }

  /** The streets of a compact or an OSM file; empty if any finding is an error. */
  public Optional<StreetNetwork> opened(Path file) {
    try {
      if (!Files.isRegularFile(file) || !NetworkFile.isOne(file)) return imported(file);
    } catch (IOException e) {
      return imported(file);
    }
    if (area != null || bbox != null) refuse(area != null ? "--area" : "--bbox", "a compact file has been cut already", "import its source again with that area");
    NetworkFile.Result result = NetworkFile.open(file);
    findings.addAll(result.findings());
    return Finding.anyError(findings) ? Optional.empty() : result.read();
  }

  private Optional<Clip> clip() {
    if (!(margin >= 0 && margin <= 100_000)) {
      refuse("--margin", "a margin of %s m".formatted(margin), "give metres from 0 to 100000");
      return Optional.empty();
    }
    if (area != null && bbox != null) refuse("--bbox", "both --area and --bbox are given", "give one of them");
    else if (area != null) return ofCase();
    else if (bbox != null) return ofBox();
    return Optional.empty();
  }

  private Optional<Clip> ofCase() {
    CaseFolder.Result read = CaseFolder.read(area);
    if (read.read().isEmpty()) findings.addAll(read.findings());
    return read.read().map(c -> {
      Theatre t = c.theatre();
      return new Clip(t.west(), t.south(), t.east(), t.north(), margin);
    });
  }

  private Optional<Clip> ofBox() {
    String[] parts = bbox.split(",", -1);
    try {
      if (parts.length == 4) {
        return Optional.of(new Clip(Double.parseDouble(parts[0].trim()), Double.parseDouble(parts[1].trim()), Double.parseDouble(parts[2].trim()), Double.parseDouble(parts[3].trim()), margin));
      }
    } catch (IllegalArgumentException e) {
      // said below: whichever of the four it was, the remedy is the same
    }
    refuse("--bbox", "`%s` is no area".formatted(bbox), "give west,south,east,north in degrees, such as 37.05,36.10,37.35,36.35");
    return Optional.empty();
  }

  void refuse(String option, String what, String remedy) {
    findings.add(Finding.error("bad-option", At.file(option), what, "nothing was read", remedy));
  }

  /** Whether something stands there that a file must not replace: a folder, a device. */
  static boolean blocked(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target);
  }

  /** What kept a file from being written; Java's own words for a missing folder are only its name. */
  static String why(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException ? "there is no such folder" : e instanceof java.nio.file.AccessDeniedException ? "not permitted" : e.getMessage();
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Prints what was found to stderr. */
  void say(PrintWriter err) {
    FindingsOutput.print(findings(), err);
    err.flush();
  }
}
