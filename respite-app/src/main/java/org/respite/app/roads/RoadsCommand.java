// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code respite roads}: streets from an OpenStreetMap file, looked at and handed on. */
@Command(
    name = "roads",
    description = "Streets from an OpenStreetMap file: import them once, look at them, export them.",
    mixinStandardHelpOptions = true,
    subcommands = {RoadsImportCommand.class, RoadsInfoCommand.class, RoadsExportCommand.class, RoadsTableCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done (warnings may stand)", "2:the input or the command is wrong; every finding is listed", "70:a bug of ours"})
public final class RoadsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which of: " + String.join(", ", spec.subcommands().keySet()) + "?");
  }
}
