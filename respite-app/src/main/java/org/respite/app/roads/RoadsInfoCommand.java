// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.roads.look.MapPicture;
import org.respite.roads.look.NetworkSummary;
import org.respite.roads.look.SummaryJson;
import org.respite.roads.look.SummaryText;
import org.respite.roads.network.StreetNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite roads info}: what is in a street file. */
@Command(
    name = "info",
    description = "What is in a street file: counts, classes, pieces, how much is tagged and how much rests on defaults.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done (warnings may stand)", "2:the input or the command is wrong; every finding is listed", "70:a bug of ours"})
final class RoadsInfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a compact street file, or an OSM file that is then imported on the way")
  private Path file;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Option(names = "--map", paramLabel = "FILE", description = "Draw a map: SVG, or PNG where the name ends in .png.")
  private Path map;

  @Mixin private RoadsSource source = new RoadsSource();

  @Override
  public Integer call() {
    if (map != null && RoadsSource.blocked(map)) source.refuse("--map", "%s is there and is no file".formatted(map), "name a file");
    Optional<StreetNetwork> network = source.opened(file);
    if (map != null) network.ifPresent(this::draw);
    Optional<NetworkSummary> summary = network.map(NetworkSummary::of);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(RoadsJson.of(summary.map(SummaryJson::of), source.findings()));
    } else {
      source.say(spec.commandLine().getErr());
      summary.ifPresent(s -> out.print(SummaryText.of(s)));
    }
    out.flush();
    return summary.isPresent() && !Finding.anyError(source.findings()) ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private void draw(StreetNetwork network) {
    try {
      MapPicture.write(network, map);
    } catch (IOException e) {
      source.add(Finding.error("not-written", At.file(map.toString()), "it cannot be written (%s)".formatted(RoadsSource.why(e)), "there is no map", "make room on the disk, or name another place with --map"));
    }
  }
}
