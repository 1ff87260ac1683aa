// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.io.PrintWriter;
import java.util.List;
import org.respite.app.solve.SolveCommand.Solved;
import org.respite.kernel.eaf.EafFinding;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.plan.Marginals;
import org.respite.kernel.plan.Quickest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A proved answer as one JSON object on one line; nodes and arcs are numbered from 1 as in the file, steps are whole. */
final class SolveJson {
  static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private SolveJson() {}

  /** Findings, as {@code {"findings": [{"file", "line", "what", "hint"}]}}. */
  static void print(String file, List<EafFinding> findings, PrintWriter out) {
    try (JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      g.writeStartObject();
      g.writeArrayPropertyStart("findings");
      for (EafFinding f : findings) {
        g.writeStartObject();
        g.writeStringProperty("file", file);
        g.writeNumberProperty("line", f.line());
        g.writeStringProperty("what", f.what());
        g.writeStringProperty("hint", f.hint());
        g.writeEndObject();
      }
      g.writeEndArray();
      g.writeEndObject();
    }
    out.println();
  }

  static void print(Solved s, SolveOutput.Asked asked, PrintWriter out) {
    try (JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      g.writeStartObject();
      g.writeNumberProperty("people", s.problem().totalSupply());
      g.writeNumberProperty("until", s.last());
      g.writeNumberProperty("out", s.out());
      g.writeNumberProperty("last_arrival", SolveOutput.lastArrival(s));
      g.writeNumberProperty("proved_steps", asked.quickest().isEmpty() ? s.last() + 1 : Math.min(2, s.last() + 1));
      asked.quickest().ifPresent(q -> quickest(g, q));
      if (asked.arrivals()) {
        g.writeArrayPropertyStart("arrived");
        for (int t = 0; t <= s.last(); t++) g.writeNumber(s.arrived()[t]);
        g.writeEndArray();
      }
      if (asked.cut()) cut(g, s.solved().cut(s.last()), Integer.MAX_VALUE, s.problem());
      if (asked.plan()) plan(g, SolveOutput.plan(s));
      asked.gains().ifPresent(gains -> gains(g, gains, s));
      asked.platoons().ifPresent(plan -> platoons(g, plan));
      g.writeEndObject();
    }
    out.println();
  }

  /** The step is null where not so many can be out; {@code most_before} then counts the last step itself. */
  private static void quickest(JsonGenerator g, Quickest.Answer answer) {
    g.writeObjectPropertyStart("quickest");
    g.writeNumberProperty("people", answer.people());
    if (answer instanceof Quickest.By by) {
      g.writeNumberProperty("step", by.step());
      g.writeNumberProperty("most_before", by.step() == 0 ? 0 : by.solved().arrived()[by.step() - 1]);
    } else if (answer instanceof Quickest.Never never) {
      g.writeNullProperty("step");
      g.writeNumberProperty("most_before", never.most());
    }
    g.writeEndObject();
  }

  /** A cut; arcs of {@code counted} from {@code arcs} on stand for limits of the sinks where they start. */
  static void cut(JsonGenerator g, CutOverTime c, int arcs, FlowProblem counted) {
    g.writeObjectPropertyStart("cut");
    g.writeArrayPropertyStart("arcs");
    for (var a : c.arcTerms()) if (a.arc() < arcs) numbers(g, "arc", a.arc() + 1, "from", a.from(), "to", a.to(), "people", a.people());
    g.writeEndArray();
    if (arcs < Integer.MAX_VALUE) {
      g.writeArrayPropertyStart("limits");
      for (var a : c.arcTerms()) if (a.arc() >= arcs) numbers(g, "node", counted.tail(a.arc()) + 1, "people", a.people());
      g.writeEndArray();
    }
    g.writeArrayPropertyStart("storage");
    for (var s : c.storageTerms()) numbers(g, "node", s.node() + 1, "step", s.at(), "people", s.people());
    g.writeEndArray();
    g.writeArrayPropertyStart("supply");
    for (var s : c.supplyTerms()) numbers(g, "node", s.node() + 1, "step", s.step(), "people", s.people());
    g.writeEndArray();
    g.writeEndObject();
  }

  /** An object of numbers: name, value, name, value. */
  private static void numbers(JsonGenerator g, Object... namesAndValues) {
    g.writeStartObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      g.writeNumberProperty((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).longValue());
    }
    g.writeEndObject();
  }

  static void plan(JsonGenerator g, List<Departures.Departure> all) {
    g.writeArrayPropertyStart("plan");
    for (Departures.Departure d : all) {
      g.writeStartObject();
      g.writeNumberProperty("node", d.way().home() + 1);
      g.writeNumberProperty("step", d.step());
      g.writeNumberProperty("people", d.people());
      g.writeNumberProperty("out_at", d.step() + d.way().steps());
      g.writeArrayPropertyStart("arcs");
      for (int a : d.way().arcs()) g.writeNumber(a + 1);
      g.writeEndArray();
      g.writeArrayPropertyStart("entered_after");
      for (int after : d.way().enteredAfter()) g.writeNumber(after);
      g.writeEndArray();
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void gains(JsonGenerator g, List<Marginals.Gain> gains, Solved s) {
    g.writeArrayPropertyStart("marginal");
    for (Marginals.Gain gain : gains) {
      SolvePlan.Told t = SolvePlan.Told.of(gain, s.problem().until(s.last()));
      g.writeStartObject();
      g.writeStringProperty("change", t.change());
      g.writeNumberProperty("arc", t.arc());
      g.writeNumberProperty("from", t.from());
      g.writeNumberProperty("to", t.to());
      g.writeNumberProperty("by", t.by());
      g.writeNumberProperty("gain", gain.people());
      g.writeNumberProperty("most", gain.most());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void platoons(JsonGenerator g, SolvePlan plan) {
    g.writeObjectPropertyStart("platoons");
    g.writeNumberProperty("period", plan.period());
    g.writeNumberProperty("out", plan.out());
    g.writeNumberProperty("loss", plan.loss());
    g.writeArrayPropertyStart("list");
    for (var p : plan.platoons()) {
      g.writeStartObject();
      g.writeNumberProperty("node", p.home() + 1);
      g.writeNumberProperty("from", p.from());
      g.writeNumberProperty("to", p.to());
      g.writeNumberProperty("people", p.people());
      g.writeNumberProperty("waiting", p.waiting());
      g.writeArrayPropertyStart("arcs");
      for (int a : p.arcs()) g.writeNumber(a + 1);
      g.writeEndArray();
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeEndObject();
  }
}
