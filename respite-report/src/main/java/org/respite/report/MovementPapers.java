// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.wheels.movement.Movement;

/** The papers of a movement plan, each one self-contained page with its sheet size in the print style; and the plan as JSON. */
public final class MovementPapers {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, MovementPapers.class.getClassLoader(), MovementPapers.class.getPackageName());

  /** Kinds of paper and their templates. */
  private static final Map<String, String> KINDS = kinds();

  private MovementPapers() {}

  /** Whose papers they are. */
  public record Heading(Case theCase, Option option, String version) {}

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("movement-table", "paperMovements.jte");
    kinds.put("time-distance", "paperGraph.jte");
    kinds.put("driver-cards", "paperCards.jte");
    kinds.put("manifest", "paperManifest.jte");
    kinds.put("turn-back", "paperTurnBack.jte");
    kinds.put("receipts", "paperReceipts.jte");
    return kinds;
  }

  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /** @param kind one of {@link #names} */
  public static String of(String kind, Heading h, Movement m) {
    StringOutput page = new StringOutput();
    PaperPage paper = new PaperPage(h.theCase().title(), h.option().title(), h.version(), MovementPage.of(h.theCase(), kind, m), m.convoyNumbers());
    TEMPLATES.render(KINDS.get(kind), paper, page);
    return page.toString();
  }

  /** {@code respite-movement/1}: the keys of {@code aid} and {@code people.vehicles} in an assessment. */
  public static String json(Heading h, Map<String, Movement> movements) {
    Clock clock = new Clock(h.theCase().theatre().zone());
    return Json.object(json -> {
      json.text("format", "respite-movement/1").text("case", h.theCase().id()).text("option", h.option().id()).text("version", h.version());
      movements.forEach((key, m) -> json.object(key, m, (row, v) -> new MovementJson(clock, v).write(row)));
    });
  }

  /** For a terminal: how the plan fares, and who may be caught. */
  public static String replay(Heading h, Movement m) {
    MovementPage p = MovementPage.of(h.theCase(), "", m);
    if (m.schedule().trips().isEmpty()) return "none moves. " + m.reason();
    StringBuilder out = new StringBuilder("%d trips. %s %s\n".formatted(m.schedule().trips().size(), p.risk(), p.robust()));
    for (int i = 0; i < m.judgement().caught().size(); i++) {
      double chance = m.judgement().caught().get(i);
      if (chance > 0) out.append("  %s inside at the end in %s %% of the worlds\n".formatted(p.vehicle(m.schedule().trips().get(i)), Figures.percent(chance)));
    }
    return out.toString().replace(Figures.GLUE, " ");
  }

  /** For a terminal: one line a trip, then what it is worth and how sure. */
  public static String text(Heading h, String what, Movement m) {
    MovementPage p = MovementPage.of(h.theCase(), "", m);
    StringBuilder out = new StringBuilder("%s: %s\n".formatted(what, h.option().title()));
    if (m.schedule().trips().isEmpty()) return out.append("  none moves. ").append(m.reason()).append('\n').toString();
    Map<org.respite.wheels.schedule.Trip, Integer> convoys = m.convoyNumbers();
    for (var t : m.schedule().trips()) {
      out.append("  %-8s convoy %-3d %s  sets out %s  delivered %s  through %s  turn back after %s  %s\n"
          .formatted(p.vehicle(t), convoys.get(t), p.place(t.type().corridor()), p.when(t.leaves()), p.when(t.delivered()), p.when(t.through()), p.when(t.type().lastStarts()[t.type().heldAt()]), p.load(List.of(t))));
    }
    for (String line : List.of(p.missing(), p.gap(), p.risk(), p.robust(), p.boarding(), p.sharing())) if (!line.isEmpty()) out.append(line).append('\n');
    return out.toString().replace(Figures.GLUE, " ");
  }
}
