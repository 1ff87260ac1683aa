// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.kernel.eaf.EafFinding;
import org.respite.kernel.eaf.EafReader;
import org.respite.kernel.eaf.EafReading;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.Proof;
import org.respite.kernel.plan.Marginals;
import org.respite.kernel.plan.PeopleClass;
import org.respite.kernel.plan.Quickest;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
      "0:everybody (or the share asked for) is out by the last step asked for",
      "1:not that many can be out by then; the answer is proved all the same",
      "2:the file or the command is wrong; every finding is listed",
      "70:a bug of ours"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  respite solve city.eaf --until 480 --arrivals > curve.csv", "  respite solve city.eaf --quickest 0.9 --cut",
      "  respite solve city.eaf --until 480 --marginal", "  respite solve city.eaf --platoons 15 --ways 3 > orders.csv",
      "  respite solve city.eaf --limits tents.csv --cut"})
public final class SolveCommand implements Callable<Integer> {
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

  @Option(names = "--quickest", paramLabel = "SHARE", arity = "0..1", fallbackValue = "1", preprocessor = NumberOrNothing.class,
      description = "the smallest step by which everybody, or this share of them (0 to 1), can be out; the other answers are then for that step")
  private BigDecimal quickest;

  @Option(names = "--marginal", arity = "0..1", paramLabel = "ARCS", fallbackValue = "200", preprocessor = NumberOrNothing.class,
      description = "how many more could be out by the last step if one thing were arranged, as CSV: one more a step, a tenth more, a second"
          + " gate, for the ARCS of the cut that let most through (default: 200), and every window a step longer")
  private Integer marginal;

  @Option(names = "--platoons", paramLabel = "STEPS", description = "departures smoothed by node and period of so many steps, as CSV; the loss is said on stderr")
  private Integer platoons;

  @Option(names = "--ways", paramLabel = "COUNT", defaultValue = "5", description = "ways a node uses in one period, for --platoons (default: ${DEFAULT-VALUE})")
  private int ways;

  @Option(names = "--limits", paramLabel = "LIMITS.csv",
      description = "sinks that take only so many people, as CSV node,most: the most who can be out by the last step within them; with --cut, --plan, --json")
  private Path limits;

  @Option(names = "--classes", paramLabel = "CLASSES.csv",
      description = "people who may leave by some sinks only, as CSV node,people,sinks (sinks with blanks between; all others may use any): a plan,"
          + " a bound that no plan exceeds, and the gap; with --arrivals, --json")
  private Path classes;

  @Option(names = "--json", description = "everything asked for as one JSON object")
  private boolean json;

  /** A word after {@code --quickest} or {@code --marginal} that is no number is the file. */
  static final class NumberOrNothing implements IParameterPreprocessor {
    @Override
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec arg, Map<String, Object> info) {
      boolean number = !args.isEmpty() && args.peek().matches("[0-9.+-]*[0-9][0-9.eE+-]*");
      if (!number && !info.containsKey("attachedParameter")) args.push(((OptionSpec) arg).fallbackValue());
      return false;
    }
  }

  /** What is solved: {@code solved} is a flow of {@code problem}, of which the steps up to {@code last} count. */
  record Solved(FlowProblem problem, ArrivalFlow solved, int last, long[] arrived) {
    long out() {
      return arrived[last];
    }
  }

  @Override
  public Integer call() {
    try {
      Optional<EafReading> reading = readFile();
      if (reading.isEmpty()) return ExitCode.BAD_INPUT;
      if (reading.get().problem().isEmpty()) return report(file, reading.get().findings());
      return solve(reading.get().problem().get());
    } catch (OutOfMemoryError e) {
      return refuse("the memory Java may use is not enough to solve " + file, "give it more (-Xmx) or use longer steps");
    }
  }

  private int solve(FlowProblem whole) {
    if (until != null && (until < 0 || until > whole.horizon())) {
      return refuse("--until " + until + " is not a step of " + file, "choose 0 to " + whole.horizon());
    }
    if (quickest != null && (quickest.signum() < 0 || quickest.compareTo(BigDecimal.ONE) > 0)) {
      return refuse("--quickest " + quickest.toPlainString() + " is not a share of the people", "choose 0 to 1, such as 0.9");
    }
    if (marginal != null && marginal < 0) return refuse("--marginal " + marginal + " arcs cannot be looked at", "choose 0 or more");
    if (platoons != null && platoons < 1) return refuse("--platoons " + platoons + " is no period", "choose 1 step or more, such as 15");
    if (ways < 1) return refuse("--ways " + ways + " is too few", "choose 1 or more");
    FlowProblem problem = until == null ? whole : whole.until(until);
    if (limits != null || classes != null) return restricted(problem);
    return quickest == null ? everyStep(problem) : quickest(problem);
  }

  private int everyStep(FlowProblem problem) {
    ArrivalFlow flow = EarliestArrival.solve(problem);
    hold(Certificate.prove(problem, flow));
    Solved solved = new Solved(problem, flow, problem.horizon(), flow.arrived());
    print(solved, null);
    return solved.out() == problem.totalSupply() ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private int quickest(FlowProblem problem) {
    Quickest.Answer answer = Quickest.of(problem, Quickest.people(problem, quickest));
    hold(answer.proof());
    int last = answer instanceof Quickest.By by ? by.step() : answer.problem().horizon();
    print(new Solved(answer.problem(), answer.solved(), last, answer.solved().arrived()), answer);
    return answer instanceof Quickest.By ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private int restricted(FlowProblem problem) {
    String with = limits != null ? "--limits" : "--classes";
    if (limits != null && classes != null) return refuse("--limits and --classes at once have no answer", "ask for one, then for the other");
    if (quickest != null || marginal != null || platoons != null || (limits != null ? arrivals : cut || plan)) {
      return refuse("not everything asked for can be told with " + with,
          limits != null ? "within limits no plan need be best for every step; ask for --cut, --plan or --json" : "ask for --arrivals or --json");
    }
    SolveTable table = new SolveTable(problem);
    SolveRestricted answer = new SolveRestricted(problem, spec.commandLine().getOut());
    var asked = new SolveRestricted.Asked(arrivals, cut, plan, json);
    Path beside = limits != null ? limits : classes;
    try {
      long[] most = limits != null ? table.limits(beside) : null;
      List<PeopleClass> some = limits != null ? null : table.classes(beside);
      if (!table.findings().isEmpty()) return report(beside.toString(), table.findings());
      int code = limits != null ? answer.limited(most, asked) : answer.classed(some, asked);
      spec.commandLine().getOut().flush();
      return code;
    } catch (NoSuchFileException e) {
      return refuse(beside + " does not exist", "name a CSV file");
    } catch (IOException e) {
      return refuse(beside + " cannot be read: " + e.getMessage(), "check that it is a text in UTF-8 and that you may read it");
    }
  }

  private static void hold(Proof proof) {
    if (!proof.holds()) throw new IllegalStateException("solution without proof: " + proof.violations());
  }

  private void print(Solved solved, Quickest.Answer answer) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<SolvePlan> smoothed = Optional.ofNullable(platoons).map(period -> SolvePlan.of(solved, period, ways));
    Optional<List<Marginals.Gain>> gains = Optional.ofNullable(marginal).map(arcs -> gains(solved, arcs));
    SolveOutput.Asked asked = new SolveOutput.Asked(arrivals, cut, plan, Optional.ofNullable(answer), gains, smoothed);
    if (json) SolveJson.print(solved, asked, out);
    else new SolveOutput(solved, out).text(asked);
    out.flush();
    if (json) return;
    smoothed.ifPresent(s -> spec.commandLine().getErr().println(s.sentence()));
    spec.commandLine().getErr().flush();
  }

  /** The last step that counts is the problem's last here, so that gains are counted by then. */
  private static List<Marginals.Gain> gains(Solved s, int arcs) {
    FlowProblem near = s.problem().until(s.last());
    ArrivalFlow flow = near == s.problem() ? s.solved() : EarliestArrival.solve(near);
    return Marginals.of(near, flow, new Marginals.Asked(arcs, 10));
  }

  private Optional<EafReading> readFile() {
    try {
      if (file.equals("-")) return Optional.of(EafReader.read(System.in));
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        refuse(file + " is a folder", "name an .eaf file");
        return Optional.empty();
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
        return Optional.of(EafReader.read(in));
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      refuse(file + " does not exist", "name an .eaf file, or - for standard input");
    } catch (IOException e) {
      refuse(file + " cannot be read: " + e.getMessage(), "check that it is whole and that you may read it");
    }
    return Optional.empty();
  }

  private int report(String file, List<EafFinding> findings) {
    PrintWriter err = spec.commandLine().getErr();
    for (EafFinding f : findings) err.println(file + ":" + f.line() + ": " + f.what() + "\n  hint: " + f.hint());
    err.println(findings.size() == 1 ? "1 finding; nothing was solved" : findings.size() + " findings; nothing was solved");
    err.flush();
    if (json) {
      SolveJson.print(file, findings, spec.commandLine().getOut());
      spec.commandLine().getOut().flush();
    }
    return ExitCode.BAD_INPUT;
  }

  private int refuse(String what, String hint) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what + "\n  hint: " + hint);
    err.flush();
    return ExitCode.BAD_INPUT;
  }
}
