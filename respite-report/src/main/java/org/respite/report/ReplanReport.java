// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import org.respite.model.finding.Finding;
import org.respite.report.MovementPapers.Heading;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.movement.Reasons;
import org.respite.wheels.replan.Replan;

/** The rest of the day beside what was planned: first what is dropped. */
public final class ReplanReport {
  private ReplanReport() {}

  public static String text(Heading h, Movement plan, Replan r) {
    MovementPage p = MovementPage.of(h.theCase(), "", Movement.unjudged(r.rest(), plan.objective()));
    StringBuilder out = new StringBuilder("Planned anew from %s: %d trips done, %d under way, %d still to go (%d were planned).\n".formatted(p.clock().dayAndTime(r.now()), r.done(), r.underWay(), r.rest().trips().size(), plan.schedule().trips().size()));
    for (Replan.Dropped d : r.dropped()) {
      out.append("  %s: planned %s, arrived or under way %s, still to come %s%s\n".formatted(
          d.cargo().name(), p.amount(d.cargo(), d.planned()), p.amount(d.cargo(), d.arrived()), p.amount(d.cargo(), d.now()), d.lost() > 1e-6 ? "; DROPPED " + p.amount(d.cargo(), d.lost()) : ""));
    }
    if (!r.notSent().isEmpty()) out.append("  not sent any more: ").append(String.join(" ", r.notSent())).append('\n');
    for (var t : r.rest().trips()) {
      out.append("  %-8s %s  sets out %s  delivered %s  through %s  turn back after %s  %s\n"
          .formatted(p.vehicle(t), p.place(t.type().corridor()), p.when(t.leaves()), p.when(t.delivered()), p.when(t.through()), p.when(t.type().lastStarts()[t.type().heldAt()]), p.load(List.of(t))));
    }
    if (r.rest().trips().isEmpty()) out.append("  nobody sets out any more. ").append(Reasons.of(r.rest())).append('\n');
    return out.toString().replace(Figures.GLUE, " ");
  }

  public static String json(Heading h, Movement plan, Replan r) {
    Clock clock = new Clock(h.theCase().theatre().zone());
    return Json.object(json -> json.text("format", "respite-replan/1")
        .text("case", h.theCase().id())
        .text("option", h.option().id())
        .text("now", clock.iso(r.now()))
        .number("done", r.done())
        .number("under_way", r.underWay())
        .rows("dropped", r.dropped(), (row, d) -> row.text("item", d.cargo().id()).text("unit", d.cargo().unit()).number("planned", d.planned()).number("arrived_or_under_way", d.arrived()).number("still_to_come", d.now()).number("dropped", d.lost()))
        .texts("not_sent", r.notSent())
        .object("rest", Movement.unjudged(r.rest(), plan.objective()), (row, m) -> new MovementJson(clock, m).write(row))
        .rows("findings", r.findings(), ReplanReport::finding));
  }

  static void finding(Json json, Finding f) {
    json.text("severity", f.severity().name().toLowerCase(java.util.Locale.ROOT)).text("code", f.code()).text("at", f.at().toString()).text("what", f.what()).text("effect", f.effect()).text("remedy", f.remedy());
  }
}
