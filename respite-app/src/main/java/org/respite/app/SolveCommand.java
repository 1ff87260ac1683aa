// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.respite.kernel.eaf.EafFinding;
import org.respite.kernel.eaf.EafReader;
import org.respite.kernel.eaf.EafReading;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.Proof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves one instance of people, ways and hours as a bare network. */
@Command(
    name = "solve",
    description = "The most people that any plan can have out by every step of an .eaf network, with proof.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everybody is out by the last step asked for",
      "1:not everybody can be out by then; the answer is proved all the same",
      "2:the file or the command is wrong; every finding is listed",
      "70:a bug of ours"
    })
final class SolveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.eaf", description = "an instance, or - for standard input")
  private String file;

  @Option(names = "--until", paramLabel = "STEP", description = "last step that counts (default: the instance's)")
  private Integer until;

  @Option(names = "--arrivals", description = "people out by each step as CSV, t,arrived, cumulative")
  private boolean arrivals;

  @Option(names = "--cut", description = "what is full and so proves that no plan does better by the last step")
  private boolean cut;

  @Option(names = "--plan", description = "departures as CSV: node, step, people, way")
  private boolean plan;

  @Option(names = "--json", description = "everything asked for as one JSON object")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    EafReading reading = readFile();
    if (reading == null) return ExitCode.BAD_INPUT;
    if (reading.problem().isEmpty()) return report(reading.findings());
    FlowProblem problem = reading.problem().get();
    int last = until == null ? problem.horizon() : until;
    if (last < 0 || last > problem.horizon()) {
      return refuse("--until " + last + " is not a step of " + file, "choose 0 to " + problem.horizon());
    }
    problem = problem.until(last);
    ArrivalFlow solved;
    try {
      solved = EarliestArrival.solve(problem);
    } catch (OutOfMemoryError e) {
      return refuse("the memory Java may use is not enough to solve " + file, "give it more (-Xmx) or use longer steps");
    }
    Proof proof = Certificate.prove(problem, solved);
    if (!proof.holds()) throw new IllegalStateException("solution without proof: " + proof.violations());
    PrintWriter out = spec.commandLine().getOut();
    SolveOutput output = new SolveOutput(problem, solved, out);
    if (json) output.json(arrivals, cut, plan);
    else output.text(arrivals, cut, plan);
    out.flush();
    return solved.arrived()[last] == problem.totalSupply() ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private EafReading readFile() throws IOException {
    if (file.equals("-")) return EafReader.read(System.in);
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      refuse(file + " is a folder", "name an .eaf file");
      return null;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      return EafReader.read(in);
    } catch (NoSuchFileException e) {
      refuse(file + " does not exist", "name an .eaf file, or - for standard input");
      return null;
    }
  }

  private int report(List<EafFinding> findings) {
    PrintWriter err = spec.commandLine().getErr();
    for (EafFinding f : findings) err.println(file + ":" + f.line() + ": " + f.what() + "\n  hint: " + f.hint());
    err.println(findings.size() == 1 ? "1 finding; nothing was solved" : findings.size() + " findings; nothing was solved");
    err.flush();
    return ExitCode.BAD_INPUT;
  }

  private int refuse(String what, String hint) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what + "\n  hint: " + hint);
    err.flush();
    return ExitCode.BAD_INPUT;
  }
}
