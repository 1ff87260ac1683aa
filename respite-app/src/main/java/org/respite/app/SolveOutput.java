// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;

/** Renders a proved answer; nodes and arcs are numbered from 1 as in the file. */
final class SolveOutput {
  private final FlowProblem problem;
  private final ArrivalFlow solved;
  private final long[] arrived;
  private final PrintWriter out;

  SolveOutput(FlowProblem problem, ArrivalFlow solved, PrintWriter out) {
    this.problem = problem;
    this.solved = solved;
    this.arrived = solved.arrived();
    this.out = out;
  }

  private long outByTheEnd() {
    return arrived[arrived.length - 1];
  }

  private int lastArrival() {
    int t = arrived.length - 1;
    while (t > 0 && arrived[t - 1] == arrived[t]) t--;
    return t;
  }

  void text(boolean arrivals, boolean cut, boolean plan) {
    if (!arrivals && !cut && !plan) summary();
    if (arrivals) arrivals();
    if (cut) cut();
    if (plan) plan();
  }

  private void summary() {
    out.println(String.format(Locale.ROOT, "%,d of %,d people can be out by step %,d, and no plan can do better (proved for every step)",
        outByTheEnd(), problem.totalSupply(), problem.horizon()));
    if (outByTheEnd() > 0) out.println(String.format(Locale.ROOT, "the last of them at step %,d", lastArrival()));
  }

  private void arrivals() {
    out.println("t,arrived");
    for (int t = 0; t < arrived.length; t++) out.println(t + "," + arrived[t]);
  }

  private void cut() {
    CutOverTime c = solved.cut(problem.horizon());
    out.println("what,number,from,to,people");
    for (var a : c.arcTerms()) out.println("arc," + (a.arc() + 1) + "," + a.from() + "," + a.to() + "," + a.people());
    for (var s : c.storageTerms()) {
      out.println("storage," + (s.node() + 1) + "," + s.at() + "," + (s.at() + 1) + "," + s.people());
    }
    for (var s : c.supplyTerms()) out.println("supply," + (s.node() + 1) + "," + s.step() + ",," + s.people());
  }

  private void plan() {
    out.println("node,step,people,out_at,way");
    for (var d : Departures.of(problem, solved.flow()).all()) {
      out.println((d.way().home() + 1) + "," + d.step() + "," + d.people() + "," + (d.step() + d.way().steps()) + "," + way(d.way()));
    }
  }

  /** Arcs with the step at which each is entered, counted from leaving home where it is not simply the next: 3 7@5 9. */
  private String way(Departures.Way way) {
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

  /** Numbers only, so nothing needs escaping. */
  void json(boolean arrivals, boolean cut, boolean plan) {
    out.print("{\"people\":" + problem.totalSupply() + ",\"until\":" + problem.horizon() + ",\"out\":" + outByTheEnd()
        + ",\"last_arrival\":" + lastArrival() + ",\"proved_steps\":" + arrived.length);
    if (arrivals) {
      out.print(",\"arrived\":[");
      for (int t = 0; t < arrived.length; t++) out.print((t == 0 ? "" : ",") + arrived[t]);
      out.print("]");
    }
    if (cut) jsonCut();
    if (plan) jsonPlan();
    out.println("}");
  }

  private void jsonCut() {
    CutOverTime c = solved.cut(problem.horizon());
    out.print(",\"cut\":{\"arcs\":" + list(c.arcTerms().stream().map(a -> "{\"arc\":" + (a.arc() + 1) + ",\"from\":" + a.from()
        + ",\"to\":" + a.to() + ",\"people\":" + a.people() + "}").toList()));
    out.print(",\"storage\":" + list(c.storageTerms().stream()
        .map(s -> "{\"node\":" + (s.node() + 1) + ",\"step\":" + s.at() + ",\"people\":" + s.people() + "}").toList()));
    out.print(",\"supply\":" + list(c.supplyTerms().stream()
        .map(s -> "{\"node\":" + (s.node() + 1) + ",\"step\":" + s.step() + ",\"people\":" + s.people() + "}").toList()) + "}");
  }

  private void jsonPlan() {
    out.print(",\"plan\":" + list(Departures.of(problem, solved.flow()).all().stream().map(d -> "{\"node\":" + (d.way().home() + 1)
        + ",\"step\":" + d.step() + ",\"people\":" + d.people() + ",\"out_at\":" + (d.step() + d.way().steps())
        + ",\"arcs\":" + d.way().arcs().stream().map(a -> String.valueOf(a + 1)).collect(Collectors.joining(",", "[", "]"))
        + ",\"entered_after\":" + d.way().enteredAfter() + "}").toList()));
  }

  private static String list(List<String> items) {
    return items.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
