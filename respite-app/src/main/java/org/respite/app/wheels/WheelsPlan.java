// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.respite.app.console.ExitCode;
import org.respite.app.console.OutputFolder;
import org.respite.app.console.Release;
import org.respite.model.finding.Nearest;
import org.respite.report.MovementPapers;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.sheet.ManifestBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verbs that make a plan from a case and put it out in one form or another. */
final class WheelsPlan {
  private static final Map<String, String> NAMES = Map.of("aid", "Trucks in", "people", "Buses and ambulances out");

  private WheelsPlan() {}

  /** What a plan is put out as. */
  private static int told(WheelsCase asked, boolean json, BiFunction<WheelsCase.Planned, Map.Entry<String, Movement>, String> text) {
    Optional<WheelsCase.Planned> planned = asked.plan(json);
    if (planned.isEmpty()) return ExitCode.BAD_INPUT;
    PrintWriter out = asked.command().getOut();
    if (json) out.print(MovementPapers.json(planned.get().heading(), planned.get().movements()));
    else planned.get().movements().entrySet().forEach(e -> out.println(text.apply(planned.get(), e)));
    out.flush();
    return planned.get().nobodyMoves() ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
  }

  /** The plan itself. */
  @Command(name = "plan", description = "Schedule vehicles one by one, with an upper bound beside the schedule.", mixinStandardHelpOptions = true)
  static final class Plan implements Callable<Integer> {
    @Mixin WheelsCase asked;

    @Option(names = "--json", description = "the plan as JSON (schema/movement-1.schema.json)")
    boolean json;

    @Override
    public Integer call() {
      return told(asked, json, (p, e) -> MovementPapers.text(p.heading(), NAMES.get(e.getKey()), e.getValue()));
    }
  }

  /** The plan played through. */
  @Command(name = "replay", description = "Play the plan through in drawn worlds: all out by the end? what arrives? who is caught?", mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    @Mixin WheelsCase asked;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
      return told(asked, json, (p, e) -> NAMES.get(e.getKey()) + ": " + MovementPapers.replay(p.heading(), e.getValue()));
    }
  }

  /** Paper. */
  @Command(name = "papers", description = "Write movement table (A3), time-distance graph, driver cards (A5, English and Arabic), manifest, turn-back cards, receipt sheets.", mixinStandardHelpOptions = true)
  static final class Papers implements Callable<Integer> {
    @Mixin WheelsCase asked;

    @Option(names = "--out", paramLabel = "DIR", description = "where they go (default: out/CASE-ID/papers)")
    Path out;

    @Option(names = "--paper", paramLabel = "NAME", description = "only this one (repeatable): movement-table, time-distance, driver-cards, manifest, turn-back, receipts")
    List<String> papers = MovementPapers.names();

    @Override
    public Integer call() {
      for (String p : papers) if (!MovementPapers.names().contains(p)) throw asked.wrong("--paper: there is no paper `%s`.%s Known: %s".formatted(p, Nearest.hint(p, MovementPapers.names()), String.join(", ", MovementPapers.names())));
      Optional<WheelsCase.Planned> planned = asked.plan(false);
      if (planned.isEmpty()) return ExitCode.BAD_INPUT;
      return written(asked, planned.get(), out == null ? Path.of("out", planned.get().theCase().id(), "papers") : out, (folder, key, m) -> {
        for (String p : papers) asked.command().getOut().println(folder.write(key + "-" + p + ".html", MovementPapers.of(p, planned.get().heading(), m)));
      });
    }
  }

  /** Workbook. */
  @Command(name = "xlsx", description = "Write the plan as a workbook: manifest, movements, requests. Codes and times are texts.", mixinStandardHelpOptions = true)
  static final class Xlsx implements Callable<Integer> {
    @Mixin WheelsCase asked;

    @Option(names = "--out", paramLabel = "DIR", description = "where aid.xlsx and people.xlsx go (default: out/CASE-ID)")
    Path out;

    @Override
    public Integer call() {
      Optional<WheelsCase.Planned> planned = asked.plan(false);
      if (planned.isEmpty()) return ExitCode.BAD_INPUT;
      return written(asked, planned.get(), out == null ? Path.of("out", planned.get().theCase().id()) : out, (folder, key, m) -> asked.command().getOut().println(folder.write(key + ".xlsx", book(planned.get(), m))));
    }

    private static byte[] book(WheelsCase.Planned planned, Movement m) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ManifestBook.write(bytes, Release.VERSION, m, planned.theCase().theatre().zone());
      return bytes.toByteArray();
    }
  }

  /** Writes what belongs to one plan. */
  @FunctionalInterface
  private interface Writer {
    void write(OutputFolder folder, String key, Movement m) throws IOException;
  }

  private static int written(WheelsCase asked, WheelsCase.Planned planned, Path out, Writer writer) {
    OutputFolder folder = new OutputFolder(out);
    try {
      for (var e : planned.movements().entrySet()) writer.write(folder, e.getKey(), e.getValue());
    } catch (IOException e) {
      asked.command().getErr().println("respite wheels: the output could not be written: " + e + "\n    fix: free the disk, or name another folder with --out");
      return ExitCode.BAD_INPUT;
    }
    return planned.nobodyMoves() ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
  }
}
