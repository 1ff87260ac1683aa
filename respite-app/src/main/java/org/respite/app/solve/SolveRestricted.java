// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.respite.app.console.ExitCode;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.plan.ClassedEvacuation;
import org.respite.kernel.plan.LimitedSinks;
import org.respite.kernel.plan.PeopleClass;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Solves and tells where not everybody may leave by every sink: sinks that take only so many, people who may use some sinks only. */
final class SolveRestricted {
  private final FlowProblem problem;
  private final PrintWriter out;

  /** What is to be told. */
  record Asked(boolean arrivals, boolean cut, boolean plan, boolean json) {}

  SolveRestricted(FlowProblem problem, PrintWriter out) {
    this.problem = problem;
    this.out = out;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** The most people out by the last step within the limits, proved; the exit code. */
  int limited(long[] most, Asked asked) {
    LimitedSinks.Answer a = LimitedSinks.by(problem, most, problem.horizon());
    if (!a.proof().holds()) throw new IllegalStateException("solution without proof: " + a.proof().violations());
    List<Departures.Departure> plan = asked.plan ? Departures.of(a.problem(), a.flow()).all() : List.of();
    if (asked.json) limitedJson(a, asked, plan);
    else limitedText(a, asked, plan);
    return a.people() == problem.totalSupply() ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private void limitedText(LimitedSinks.Answer a, Asked asked, List<Departures.Departure> plan) {
    if (!asked.cut && !asked.plan) {
      say("%,d of %,d people can be out by step %,d within the limits, and no plan can do better (proved)", a.people(), problem.totalSupply(), a.step());
      if (a.everyStep()) say("the limits hold nobody back: this plan is best for every earlier step too");
      for (int v : a.fullSinks()) say("node %d is full: %,d", v + 1, a.most()[v]);
    }
    if (asked.cut) {
      out.println("what,number,from,to,people");
      for (var term : a.cut().arcTerms()) {
        boolean limit = term.arc() >= problem.arcs();
        if (limit) out.println("limit," + (a.counted().tail(term.arc()) + 1) + ",,," + term.people());
        else out.println("arc," + (term.arc() + 1) + "," + term.from() + "," + term.to() + "," + term.people());
      }
      for (var s : a.cut().storageTerms()) out.println("storage," + (s.node() + 1) + "," + s.at() + "," + (s.at() + 1) + "," + s.people());
      for (var s : a.cut().supplyTerms()) out.println("supply," + (s.node() + 1) + "," + s.step() + ",," + s.people());
    }
    if (asked.plan) SolveOutput.plan(plan, a.problem(), out);
  }

  private void limitedJson(LimitedSinks.Answer a, Asked asked, List<Departures.Departure> plan) {
    try (JsonGenerator g = SolveJson.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      g.writeStartObject();
      g.writeNumberProperty("people", problem.totalSupply());
      g.writeNumberProperty("until", a.step());
      g.writeNumberProperty("out", a.people());
      g.writeBooleanProperty("best_for_every_step", a.everyStep());
      g.writeArrayPropertyStart("sinks");
      for (int v = 0; v < problem.nodes(); v++) {
        if (!problem.isSink(v)) continue;
        g.writeStartObject();
        g.writeNumberProperty("node", v + 1);
        g.writeNumberProperty("out", a.bySink()[v]);
        if (a.most()[v] == LimitedSinks.NO_LIMIT) g.writeNullProperty("most");
        else g.writeNumberProperty("most", a.most()[v]);
        g.writeBooleanProperty("full", a.fullSinks().contains(v));
        g.writeEndObject();
      }
      g.writeEndArray();
      if (asked.cut) SolveJson.cut(g, a.cut(), problem.arcs(), a.counted());
      if (asked.plan) SolveJson.plan(g, plan);
      g.writeEndObject();
    }
    out.println();
  }

  /** A plan for people of several classes, and a bound that no plan exceeds; the exit code. */
  int classed(List<PeopleClass> classes, Asked asked) {
    ClassedEvacuation e = ClassedEvacuation.of(withoutPeople(), classes);
    if (!e.violations().isEmpty()) throw new IllegalStateException("plan that cannot be: " + e.violations());
    long[] arrived = e.arrived();
    long[] bound = e.bound();
    int last = problem.horizon();
    if (asked.json) {
      classedJson(e, asked);
    } else if (asked.arrivals) {
      out.println("t,arrived,bound");
      for (int t = 0; t <= last; t++) out.println(t + "," + arrived[t] + "," + bound[t]);
    } else {
      String end = e.gap() == 0 ? "and no plan can do better (proved)" : String.format(Locale.ROOT, "and no plan has more than %,d (proved); %,d lie between", bound[last], e.gap());
      say("%,d of %,d people are out by step %,d in the plan found, %s", arrived[last], problem.totalSupply(), last, end);
    }
    return arrived[last] == problem.totalSupply() ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private void classedJson(ClassedEvacuation e, Asked asked) {
    int last = problem.horizon();
    try (JsonGenerator g = SolveJson.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      g.writeStartObject();
      g.writeNumberProperty("people", problem.totalSupply());
      g.writeNumberProperty("until", last);
      g.writeNumberProperty("out", e.arrived()[last]);
      g.writeNumberProperty("bound", e.bound()[last]);
      g.writeNumberProperty("gap", e.gap());
      if (asked.arrivals) {
        g.writeArrayPropertyStart("arrived");
        for (long people : e.arrived()) g.writeNumber(people);
        g.writeEndArray();
        g.writeArrayPropertyStart("bound_by_step");
        for (long people : e.bound()) g.writeNumber(people);
        g.writeEndArray();
      }
      g.writeEndObject();
    }
    out.println();
  }

  private FlowProblem withoutPeople() {
    FlowProblem.Builder b = FlowProblem.builder(problem.nodes(), problem.horizon());
    for (int v = 0; v < problem.nodes(); v++) {
      b.storage(v, problem.storage(v));
      if (problem.isSink(v)) b.sink(v);
    }
    for (int a = 0; a < problem.arcs(); a++) {
      int[] row = problem.capacities(a);
      b.arc(problem.tail(a), problem.head(a), row[0], problem.transit(a));
      for (int from = 0; problem.changesCapacity(a) && from < row.length; ) {
        int to = from + 1;
        while (to < row.length && row[to] == row[from]) to++;
        b.window(a, from, to, row[from]);
        from = to;
      }
    }
    return b.build();
  }
}
