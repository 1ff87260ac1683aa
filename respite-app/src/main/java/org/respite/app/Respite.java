// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.respite.app.assess.AssessCommand;
import org.respite.app.assess.CheckCommand;
import org.respite.app.console.ExitCode;
import org.respite.app.console.Release;
import org.respite.app.ledger.LedgerCommand;
import org.respite.app.monitor.MonitorCommand;
import org.respite.app.read.ReadCommand;
import org.respite.app.roads.RoadsCommand;
import org.respite.app.solve.SolveCommand;
import org.respite.app.wheels.WheelsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Each verb is a class of its own: it parses, makes one call and renders.
 *
 * <p>stdout is data, stderr is talk. Exit codes are the same for every verb: see {@link ExitCode}.
 */
@Command(
    name = "respite",
    description = "Can tomorrow's humanitarian pause save anyone? Answered offline, every number traceable.",
    mixinStandardHelpOptions = true,
    version = "respite " + Release.VERSION,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and the answer holds",
      "1:done, and the answer is \"not enough\" (or the check failed)",
      "2:the input or the command is wrong; every finding is listed",
      "70:a bug of ours; please report it with what is printed"
    })
public final class Respite {
  private static final List<Class<?>> VERBS =
      List.of(
          AssessCommand.class,
          CheckCommand.class,
          SolveCommand.class,
          ReadCommand.class,
          MonitorCommand.class,
          RoadsCommand.class,
          LedgerCommand.class,
          WheelsCommand.class);

  private Respite() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // figures read alike on every machine: on an Arabic one %,d would write other digits
    System.exit(commandLine(args).execute(args));
  }

  /** With every verb. */
  static CommandLine commandLine() {
    return with(VERBS);
  }

  /** With the verb that is asked for alone: looking at the options of all takes longer than most verbs do (0.1 s of a start). */
  static CommandLine commandLine(String... args) {
    List<Class<?>> asked = VERBS.stream().filter(v -> args.length > 0 && v.getAnnotation(Command.class).name().equals(args[0])).toList();
    return with(asked.isEmpty() ? VERBS : asked);
  }

  private static CommandLine with(List<Class<?>> verbs) {
    CommandLine line = new CommandLine(new Respite());
    verbs.forEach(line::addSubcommand);
    return line
        .setOut(utf8(System.out))
        .setErr(utf8(System.err))
        .setUsageHelpAutoWidth(true)
        .setExitCodeExceptionMapper(e -> e instanceof CommandLine.ParameterException ? ExitCode.BAD_INPUT : ExitCode.BUG)
        .setExecutionExceptionHandler(Respite::reportBug);
  }

  /** A defect of ours keeps its stack trace: it is what we need to mend it. What users can cause never gets here. */
  private static int reportBug(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("respite: this is a bug of ours, not of your input. Please report it with the lines below.");
    e.printStackTrace(err);
    err.flush();
    return ExitCode.BUG;
  }

  /** Names come in Arabic and Cyrillic: the streams are UTF-8 whatever the platform's default is. */
  private static PrintWriter utf8(java.io.PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
