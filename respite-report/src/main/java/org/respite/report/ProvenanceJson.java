// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import java.util.stream.Stream;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Source;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Origin;

/** {@code provenance}: each quantity of the case with who says so, the sources they cite, and the files they stand in. */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static void write(Json json, Case c) {
    json.rows("quantities", quantities(c), ProvenanceJson::quantity)
        .rows("sources", List.copyOf(c.register().sources().values()), ProvenanceJson::source)
        .rows("files", c.origin().files(), ProvenanceJson::file);
  }

  /** Those of case.yaml, then the people of each district. */
  static List<Quantity> quantities(Case c) {
    Stream<Quantity> districts = c.geography().sites().stream().flatMap(s -> s.people().stream()).filter(q -> !c.origin().quantities().contains(q));
    return Stream.concat(c.origin().quantities().stream(), districts).toList();
  }

  static void quantity(Json json, Quantity q) {
    json.text("key", q.key()).number("low", q.low()).number("mid", q.mid()).number("high", q.high()).text("unit", q.unit().symbol());
    basis(json, q.basis());
    json.text("place", q.at().toString());
    if (!q.drawnWith().equals(q.key())) json.text("drawn_with", q.drawnWith());
  }

  private static void basis(Json json, Basis basis) {
    switch (basis) {
      case Basis.Stated(List<String> sources, String by, String at) ->
          json.text("kind", "stated").textOrNull("by", by).textOrNull("at", at).texts("sources", sources);
      case Basis.Assumed(String why, List<String> sources) -> json.text("kind", "assumed").text("why", why).texts("sources", sources);
    }
  }

  private static void source(Json json, Source s) {
    json.text("key", s.key())
        .text("publisher", s.publisher())
        .text("date", s.date())
        .textOrNull("url", s.url())
        .textOrNull("title", s.title())
        .textOrNull("note", s.note());
  }

  static void file(Json json, Origin.InputFile f) {
    json.text("name", f.name()).number("bytes", f.bytes()).text("sha256", f.sha256());
  }
}
