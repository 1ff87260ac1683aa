// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.time.OffsetDateTime;
import java.util.List;
import org.respite.ledger.answer.Readings.ClaimRead;
import org.respite.ledger.answer.Readings.Reading;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/** Answers as JSON values: the keys are a contract (docs/ledger-format.md, "Answers"). */
public final class AnswerFields {
  private AnswerFields() {}

  private static Value.Items list(List<? extends Value> values) {
    return new Value.Items(List.copyOf(values));
  }

  private static Value.Builder asOf(Readings readings) {
    Value.Builder out = Value.Fields.with();
    readings.until().heardBy().ifPresent(t -> out.text("as_of", OffsetDateTime.ofInstant(t, readings.zone()).toString()));
    return out;
  }

  /** One side of a pair, or a row of a list: what was said, by whom, where it stands. */
  static Value.Fields passage(Reading r) {
    Statement s = r.statement();
    Value.Builder out = Value.Fields.with().text("entry", r.recorded().hash()).text("id", s.id()).text("party", s.party()).text("speaker", s.speaker()).text("level", Asked.written(s.level()));
    out.text("said", s.said().at().print()).text("heard", s.heard().at().print()).text("source", s.source()).text("text", s.text()).text("original", s.wording().original());
    return out.text("translation", s.wording().translation()).done();
  }

  private static Value.Fields claim(ClaimRead c) {
    return Value.Fields.with().text("entry", c.in().hash()).text("id", c.reading().statement().id()).whole("claim", c.number()).text("stance", Asked.written(c.claim().stance())).text("said", c.reading().statement().said().at().print())
        .text("heard", c.reading().statement().heard().at().print()).text("window", c.claim().window()).text("note", c.claim().note()).done();
  }

  public static Value.Fields of(ConsentMatrix matrix, Readings readings) {
    List<Value.Fields> rows = matrix.cells().stream().map(c -> Value.Fields.with().text("party", c.party()).text("name", matrix.name(c.party())).text("level", Asked.written(c.level())).text("term", Asked.written(c.term()))
        .text("corridor", c.scope().corridor()).text("leg", c.scope().leg()).text("mode", c.scope().mode()).text("status", Asked.written(c.status()))
        .put("latest", list(c.latest().stream().map(AnswerFields::claim).toList())).put("older", list(c.older().stream().map(AnswerFields::claim).toList())).done()).toList();
    List<Value.Fields> parties = matrix.summaries().stream().map(s -> Value.Fields.with().text("party", s.party()).text("name", matrix.name(s.party())).put("must_consent", new Value.Flag(s.mustConsent())).text("term", Asked.written(s.term()))
        .text("status", Asked.written(s.status())).put("levels_lacking", list(s.lacking().stream().map(l -> new Value.Text(Asked.written(l))).toList())).done()).toList();
    List<Value.Fields> questions = matrix.questions().stream().map(q -> Value.Fields.with().text("party", q.party()).text("name", matrix.name(q.party())).text("term", Asked.written(q.term())).text("status", Asked.written(q.status()))
        .put("levels", list(q.levels().stream().map(l -> new Value.Text(Asked.written(l))).toList())).put("decides", new Value.Flag(q.decides())).whole("others_lacking", q.othersLacking()).done()).toList();
    return asOf(readings).put("matrix", list(rows)).put("parties", list(parties)).put("missing", list(questions)).done();
  }

  public static Value.Fields contradictions(List<Contradictions.Pair> pairs, Readings readings) {
    return asOf(readings).put("contradictions", list(pairs.stream().map(p -> Value.Fields.with().text("rule", Asked.written(p.rule())).text("what", p.rule().words()).text("topic", p.topic()).text("why", p.why()).put("a", passage(p.a())).put("b", passage(p.b())).done()).toList())).done();
  }

  /** What was known at an instant. */
  public static Value.Fields known(Readings readings) {
    Value.Builder out = asOf(readings).put("statements", list(readings.standing().stream().map(AnswerFields::passage).toList()));
    out.put("same_day", list(readings.sameDay().stream().map(r -> new Value.Text(r.recorded().name())).toList()));
    out.put("later", list(readings.later().stream().map(r -> new Value.Text(r.recorded().name())).toList()));
    out.put("conflicts", list(readings.conflicts().stream().map(Value.Text::new).toList()));
    return out.put("entries", list(readings.contents().entries().filter(readings::known).map(r -> new Value.Text(r.hash())).toList())).done();
  }

  /** A statement with its claims, its older readings and whatever was entered about it. */
  public static Value.Fields of(Reading r, Readings readings) {
    List<Value.Fields> claims = readings.claims(r).stream().map(c -> Value.Fields.with().all(claim(c)).text("topic", c.claim().topic()).put("confirmed", new Value.Flag(c.confirmed())).done()).toList();
    return Value.Fields.with().all(passage(r)).put("claims", list(claims)).put("older", list(readings.older(r).stream().map(AnswerFields::passage).toList())).done();
  }

  public static Value.Fields precision(Reading r) {
    List<Precision.Row> rows = Precision.of(r.statement());
    List<Value.Fields> points = rows.stream().map(p -> Value.Fields.with().text("point", Asked.written(p.point())).text("found", Asked.written(p.found())).text("words", p.words()).done()).toList();
    List<Value.Text> missing = rows.stream().filter(p -> p.found() == Precision.Found.MISSING).map(p -> new Value.Text(Asked.written(p.point()))).toList();
    return Value.Fields.with().text("id", r.statement().id()).text("entry", r.recorded().hash()).put("points", list(points)).put("missing", list(missing)).done();
  }

  public static Value.Fields ladder(List<Ladder.Row> rows) {
    return Value.Fields.with().put("notifications", list(rows.stream().map(AnswerFields::rung).toList())).done();
  }

  private static Value.Fields rung(Ladder.Row row) {
    Value.Builder out = Value.Fields.with().text("entry", row.recorded().hash()).text("id", row.notification().id()).text("party", row.notification().party()).text("what", row.notification().what()).text("through", row.notification().through());
    out.text("light", Asked.written(row.light())).text("why", row.why()).put("expired", new Value.Flag(row.expired()));
    row.leadMet().ifPresent(met -> out.put("lead_time_met", new Value.Flag(met)));
    return out.put("acknowledged", list(row.acknowledged().entrySet().stream().map(a -> Value.Fields.with().text("level", Asked.written(a.getKey())).text("by", a.getValue().by()).text("at", a.getValue().at().at().print()).done()).toList())).done();
  }
}
