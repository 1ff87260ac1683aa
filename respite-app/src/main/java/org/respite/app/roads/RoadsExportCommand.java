// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.roads.export.GeoJsonExport;
import org.respite.roads.export.GeoPackageExport;
import org.respite.roads.export.PmtilesExport;
import org.respite.roads.network.StreetNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite roads export}: streets for QGIS and for web maps. */
@Command(
    name = "export",
    description = "Write the streets for other programs: GeoJSON, GeoPackage (QGIS), PMTiles (web maps).",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file asked for was written", "2:the input or the command is wrong; every finding is listed", "70:a bug of ours"})
final class RoadsExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a compact street file, or an OSM file that is then imported on the way")
  private Path file;

  @Option(names = "--geojson", paramLabel = "FILE", description = "Write GeoJSON.")
  private Path geojson;

  @Option(names = "--gpkg", paramLabel = "FILE", description = "Write a GeoPackage.")
  private Path gpkg;

  @Option(names = "--pmtiles", paramLabel = "FILE", description = "Write vector tiles as one PMTiles file.")
  private Path pmtiles;

  @Option(names = "--json", description = "Print all findings as JSON.")
  private boolean json;

  @Mixin private RoadsSource source = new RoadsSource();

  /** Writes one format. */
  private interface Format {
    void write(StreetNetwork network, Path file) throws IOException;
  }

  @Override
  public Integer call() {
    if (geojson == null && gpkg == null && pmtiles == null) throw new ParameterException(spec.commandLine(), "name at least one of --geojson, --gpkg, --pmtiles");
    Optional<StreetNetwork> network = source.opened(file);
    network.ifPresent(n -> {
      write(n, geojson, GeoJsonExport::write);
      write(n, gpkg, GeoPackageExport::write);
      write(n, pmtiles, PmtilesExport::write);
    });
    if (json) spec.commandLine().getOut().println(FindingsOutput.json(source.findings()));
    else source.say(spec.commandLine().getErr());
    return Finding.anyError(source.findings()) ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void write(StreetNetwork network, Path target, Format format) {
    if (target == null) return;
    if (RoadsSource.blocked(target)) {
      source.refuse(target.toString(), "it is there and is no file", "name a file");
      return;
    }
    try {
      format.write(network, target);
      if (!json) spec.commandLine().getOut().println(target);
    } catch (IOException e) {
      source.add(Finding.error("not-written", At.file(target.toString()), "it cannot be written (%s)".formatted(RoadsSource.why(e)), "the file was not made; what stood there before is untouched", "make room on the disk, or name another place"));
    }
  }
}
