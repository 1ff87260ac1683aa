// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.app.assess.StreetGround;
import org.respite.app.console.FindingsOutput;
import org.respite.app.console.Release;
import org.respite.engine.assess.Movements;
import org.respite.engine.assess.Settings;
import org.respite.engine.people.Ground;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.StreetPlan;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.model.quantity.Quantity;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Streets;
import org.respite.report.MovementPapers;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Scheduler;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the verbs of {@code respite wheels} that plan from a case have in common: the case, the option, and how to plan. */
final class WheelsCase {
  @Spec(Spec.Target.MIXEE) CommandSpec spec;

  @Parameters(paramLabel = "CASE", description = "a case folder (docs/case-format.md)")
  Path folder;

  @Option(names = "--option", paramLabel = "ID", description = "which of the case's options (default: its first)")
  String option;

  @Option(names = "--only", paramLabel = "WHAT", description = "aid or people (default: both)")
  String only;

  @Option(names = "--weight", paramLabel = "ID=W", description = "what one unit of an item or group counts in the objective (repeatable; default 1)")
  Map<String, Double> weights = new LinkedHashMap<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "nail a quantity of the case to a value of its own unit, such as aid.chain.hold=4 (repeatable)")
  Map<String, Double> set = new LinkedHashMap<>();

  @Option(names = "--builds", paramLabel = "N", description = "schedules to try, 1 to 100000 (default: ${DEFAULT-VALUE})")
  int builds = 300;

  @Option(names = "--draws", paramLabel = "N", description = "worlds to play a plan through in, 1 to 100000 (default: ${DEFAULT-VALUE})")
  int draws = 400;

  @Option(names = "--seed", paramLabel = "N", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  long seed = Settings.DEFAULT_SEED;

  @Option(names = "--chance", paramLabel = "SHARE", description = "chance that everybody is out by the end, which the robust variant is to reach (default: ${DEFAULT-VALUE})")
  double chance = Robust.DEFAULT_CHANCE;

  @Option(names = "--roads", paramLabel = "FILE", description = "real streets for the last leg inside: a compact file of `respite roads import`, or an OSM file (default: those of the case, if it names any)")
  Path roads;

  @Option(names = "--war", paramLabel = "FILE", description = "what war did to the streets: .geojson or .csv (docs/case-format.md)")
  Path war;

  @Option(names = "--table", paramLabel = "FILE", description = "your own speeds, capacities and sizes: a changed copy of `respite roads table`")
  Path table;

  /** What was read, and the plans of it by "aid" and "people". */
  record Planned(Case theCase, org.respite.model.scenario.Option option, Map<String, Movement> movements) {
    MovementPapers.Heading heading() {
      return new MovementPapers.Heading(theCase, option, Release.VERSION);
    }

    boolean nobodyMoves() {
      return movements.values().stream().allMatch(m -> m.schedule().trips().isEmpty());
    }
  }

  /** Empty after the findings have been printed. */
  Optional<Planned> plan(boolean json) {
    require("--builds", builds, 1, 100_000);
    require("--draws", draws, 1, 100_000);
    if (!(chance > 0 && chance <= 1)) throw wrong("--chance must be in (0, 1], got " + chance);
    if (only != null && !List.of("aid", "people").contains(only)) throw wrong("--only must be aid or people, got `%s`.%s".formatted(only, Nearest.hint(only, List.of("aid", "people"))));
    CaseFolder.Result read = CaseFolder.read(folder);
    if (read.read().isEmpty()) {
      refuse(read.findings(), json);
      return Optional.empty();
    }
    Case c = read.read().get();
    org.respite.model.scenario.Option o = asked(c);
    List<Finding> findings = new ArrayList<>();
    Optional<Ground> ground = new StreetGround(new Streets.Roads(Optional.ofNullable(roads), Optional.ofNullable(war), Optional.empty(), Optional.ofNullable(table))).orOf(c).under(c, findings);
    if (ground.isEmpty()) {
      refuse(findings, json);
      return Optional.empty();
    }
    if (ground.get() instanceof Ground.OnStreets(Case _, StreetPlan plan, Cells.Grain _)) findings.addAll(plan.lastLegs(c, o).findings());
    FindingsOutput.print(findings, command().getErr());
    Movements.Ask ask = new Movements.Ask(new Scheduler.Effort(builds, seed), draws, seed, chance, weights(c), quantities(c));
    Map<String, Movement> plans = new LinkedHashMap<>();
    if (!"people".equals(only)) c.aid().ifPresent(_ -> plans.put("aid", Movements.aid(ground.get(), o, ask)));
    if (!"aid".equals(only)) plans.put("people", Movements.people(ground.get(), o, ask));
    if (plans.isEmpty()) throw wrong("the case says nothing of aid; leave --only out, or add `aid` to the case");
    return Optional.of(new Planned(c, o, plans));
  }

  private org.respite.model.scenario.Option asked(Case c) {
    List<String> known = c.options().stream().map(o -> o.id()).toList();
    if (option == null) return c.options().getFirst();
    return c.findOption(option).orElseThrow(() -> wrong("the case has no option `%s`.%s Known: %s".formatted(option, Nearest.hint(option, known), String.join(", ", known))));
  }

  private Map<String, Double> weights(Case c) {
    List<String> known = java.util.stream.Stream.concat(c.aid().stream().flatMap(a -> a.items().stream()).map(i -> i.id()), c.people().groups().stream().map(g -> g.id())).toList();
    weights.forEach((id, w) -> {
      if (!known.contains(id)) throw wrong("--weight: there is no item or group `%s`.%s Known: %s".formatted(id, Nearest.hint(id, known), String.join(", ", known)));
      if (!(w >= 0 && w <= 1e9)) throw wrong("--weight %s must be in [0, 1e9], got %s".formatted(id, w));
    });
    return weights;
  }

  private Map<Quantity, Double> quantities(Case c) {
    Map<String, Quantity> known = new HashMap<>();
    for (Quantity q : c.origin().quantities()) known.put(q.key(), q);
    Map<Quantity, Double> nailed = new LinkedHashMap<>();
    set.forEach((key, value) -> {
      Quantity q = known.get(key);
      if (q == null) throw wrong("--set: the case has no quantity `%s`.%s".formatted(key, Nearest.hint(key, known.keySet())));
      double most = q.unit().dimension().largest() / q.unit().inBase();
      if (!(value >= 0 && value <= most)) throw wrong("--set %s must be in [0, %s] %s, got %s".formatted(key, most, q.unit().symbol(), value));
      nailed.put(q, value);
    });
    return nailed;
  }

  private void require(String name, int value, int low, int high) {
    if (value < low || value > high) throw wrong("%s must be in [%d, %d], got %d".formatted(name, low, high, value));
  }

  ParameterException wrong(String words) {
    return new ParameterException(command(), words);
  }

  CommandLine command() {
    return spec.commandLine();
  }

  void refuse(List<Finding> findings, boolean json) {
    PrintWriter err = command().getErr();
    if (json) command().getOut().println(FindingsOutput.json(findings));
    else FindingsOutput.print(findings, err);
    err.println("respite wheels: %s; nothing was planned".formatted(FindingsOutput.summary(findings)));
  }
}
