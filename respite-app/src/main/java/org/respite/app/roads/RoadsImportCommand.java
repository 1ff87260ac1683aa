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
import org.respite.roads.look.NetworkSummary;
import org.respite.roads.look.SummaryJson;
import org.respite.roads.network.NetworkFile;
import org.respite.roads.network.StreetNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite roads import}: an OSM file becomes one compact file. */
@Command(
    name = "import",
    description = "Make one compact street file of an .osm.pbf, .osm or .osm.gz file.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written (warnings tell what is odd in the source)", "2:the input or the command is wrong; nothing was written", "70:a bug of ours"})
final class RoadsImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "an .osm.pbf, .osm or .osm.gz file; what it is, its content tells")
  private Path file;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Where to write (default: beside the source, named .roads).")
  private Path out;

  @Option(names = "--json", description = "Print a summary and all findings as JSON.")
  private boolean json;

  @Mixin private RoadsSource source = new RoadsSource();

  @Override
  public Integer call() {
    Path target = out == null ? beside() : out;
    if (RoadsSource.blocked(target)) source.refuse("--out", "%s is there and is no file".formatted(target), "name a file");
    Optional<StreetNetwork> network = source.imported(file).filter(n -> written(n, target));
    PrintWriter console = spec.commandLine().getOut();
    if (json) {
      console.println(RoadsJson.of(network.map(n -> SummaryJson.of(NetworkSummary.of(n))), source.findings()));
      console.flush();
    } else {
      source.say(spec.commandLine().getErr());
      network.ifPresent(n -> console.println("%s: %,d nodes, %,d links, %,d turn rules".formatted(target, n.nodes(), n.links(), n.turnRules())));
    }
    return network.isPresent() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private Path beside() {
    String name = file.getFileName() == null ? "streets" : file.getFileName().toString();
    return Optional.ofNullable(file.getParent()).orElse(Path.of("")).resolve(name.replaceFirst("\\.(osm\\.pbf|osm\\.gz|osm|pbf)$", "") + ".roads");
  }

  private boolean written(StreetNetwork network, Path target) {
    try {
      NetworkFile.write(network, target);
      return true;
    } catch (IOException e) {
      source.add(Finding.error("not-written", At.file(target.toString()), "it cannot be written (%s)".formatted(RoadsSource.why(e)), "no street file was made; what stood there before is untouched", "make room on the disk, or name another place with --out"));
      return false;
    }
  }
}
