// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.app.solve.SolveCommand.Solved;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.plan.Marginals;
import org.respite.kernel.plan.Quickest;

/** Renders a proved answer as text and CSV; nodes and arcs are numbered from 1 as in the file. */
final class SolveOutput {
  private final Solved solved;
  private final PrintWriter out;

  SolveOutput(Solved solved, PrintWriter out) {
    this.solved = solved;
    this.out = out;
  }

  /** Which answers to print. */
  record Asked(boolean arrivals, boolean cut, boolean plan, Optional<Quickest.Answer> quickest, Optional<List<Marginals.Gain>> gains,
      Optional<SolvePlan> platoons) {
    boolean nothing() {
      return !arrivals && !cut && !plan && gains.isEmpty() && platoons.isEmpty();
    }
  }

  /** The last step at which anybody gets out, of those that count; 0 if nobody does. */
  static int lastArrival(Solved s) {
    int t = s.last();
    while (t > 0 && s.arrived()[t - 1] == s.arrived()[t]) t--;
    return t;
  }

  /** The departures of all who are out by the last step that counts. */
  static List<Departures.Departure> plan(Solved s) {
    return Departures.of(s.problem(), s.solved().flow()).all().stream().filter(d -> d.step() + d.way().steps() <= s.last()).toList();
  }

  void text(Asked asked) {
    if (asked.nothing()) asked.quickest().ifPresentOrElse(this::quickest, this::summary);
    if (asked.arrivals()) arrivals();
    if (asked.cut()) cut();
    if (asked.plan()) plan();
    asked.gains().ifPresent(this::gains);
    asked.platoons().ifPresent(this::platoons);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private void summary() {
    say("%,d of %,d people can be out by step %,d, and no plan can do better (proved for every step)",
        solved.out(), solved.problem().totalSupply(), solved.last());
    if (solved.out() > 0) say("the last of them at step %,d", lastArrival(solved));
  }

  private void quickest(Quickest.Answer answer) {
    if (answer instanceof Quickest.By by && by.step() == 0) {
      say("%,d people can be out by step 0", by.people());
    } else if (answer instanceof Quickest.By by) {
      say("%,d people can be out by step %,d and not sooner: by step %,d no plan has more than %,d out (proved)",
          by.people(), by.step(), by.step() - 1, by.solved().arrived()[by.step() - 1]);
    } else if (answer instanceof Quickest.Never never) {
      say("%,d people cannot be out by step %,d: no plan has more than %,d out by then (proved)",
          never.people(), solved.last(), never.most());
    }
  }

  private void arrivals() {
    out.println("t,arrived");
    for (int t = 0; t <= solved.last(); t++) out.println(t + "," + solved.arrived()[t]);
  }

  private void cut() {
    CutOverTime c = solved.solved().cut(solved.last());
    out.println("what,number,from,to,people");
    for (var a : c.arcTerms()) out.println("arc," + (a.arc() + 1) + "," + a.from() + "," + a.to() + "," + a.people());
    for (var s : c.storageTerms()) {
      out.println("storage," + (s.node() + 1) + "," + s.at() + "," + (s.at() + 1) + "," + s.people());
    }
    for (var s : c.supplyTerms()) out.println("supply," + (s.node() + 1) + "," + s.step() + ",," + s.people());
  }

  private void plan() {
    plan(plan(solved), solved.problem(), out);
  }

  static void plan(List<Departures.Departure> all, FlowProblem problem, PrintWriter out) {
    out.println("node,step,people,out_at,way");
    for (var d : all) {
      out.println((d.way().home() + 1) + "," + d.step() + "," + d.people() + "," + (d.step() + d.way().steps()) + "," + way(d.way(), problem));
    }
  }

  private void gains(List<Marginals.Gain> gains) {
    out.println("change,arc,from,to,by,gain,most");
    for (Marginals.Gain g : gains) {
      SolvePlan.Told t = SolvePlan.Told.of(g, solved.problem().until(solved.last()));
      out.println(t.change() + "," + t.arc() + "," + t.from() + "," + t.to() + "," + t.by() + "," + g.people() + "," + g.most());
    }
  }

  private void platoons(SolvePlan plan) {
    out.println("node,from,to,people,waiting,way");
    for (var p : plan.platoons()) {
      String way = p.arcs().stream().map(a -> String.valueOf(a + 1)).collect(Collectors.joining(" "));
      out.println((p.home() + 1) + "," + p.from() + "," + p.to() + "," + p.people() + "," + p.waiting() + "," + way);
    }
  }

  /** Arcs with the step at which each is entered, counted from leaving home where it is not simply the next: 3 7@5 9. */
  private static String way(Departures.Way way, FlowProblem problem) {
    StringBuilder text = new StringBuilder();
    int now = 0;
    for (int i = 0; i < way.arcs().size(); i++) {
      int arc = way.arcs().get(i);
      if (i > 0) text.append(' ');
      text.append(arc + 1);
      if (way.enteredAfter().get(i) != now) text.append('@').append(way.enteredAfter().get(i));
      now = way.enteredAfter().get(i) + problem.transit(arc);
    }
    return text.toString();
  }
}
