// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.PauseSheet;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Passage;
import org.respite.monitor.incident.Violations;

/** The pause clock's answer within the assessment: the same names as {@code respite monitor CASE --json} prints, without its settings. */
record FireJson(Clock clock) {
  void write(Json json, CaseWatch w) {
    Optional<ReportWatch.Answer> a = w.answer();
    json.text("verdict", a.map(x -> x.reading().verdict()).orElse(Verdict.CANNOT_SAY).words())
        .number("p_paused", a.map(x -> x.reading().paused()).orElse(w.request().settings().announcedPrior()))
        .flag("p_paused_is_prior", a.map(x -> x.reading().isPrior()).orElse(true))
        .textOrNull("why", a.map(x -> x.reading().why()).orElse("no report is in the case: nothing is observed, which is not quiet"))
        .textOrNull("as_of", a.map(x -> clock.iso(x.asOf())).orElse(""))
        .textOrNull("start", a.flatMap(ReportWatch.Answer::start).map(s -> clock.iso(s.middle())).orElse(""))
        .numberOrNull("quiet_hours_needed", a.map(x -> x.reading().quietHoursNeeded()).orElse(OptionalDouble.empty()))
        .textOrNull("strip_from", a.map(x -> clock.iso(x.stripFrom())).orElse(""))
        .rows("strip", a.map(ReportWatch.Answer::strips).orElse(List.of()), FireJson::strip)
        .rows("hours", a.map(ReportWatch.Answer::hours).orElse(List.of()), this::hour)
        .rows("violations", a.map(ReportWatch.Answer::violations).orElse(List.of()), FireJson::violation)
        .objectOrNull("hold", w.sheet().outlook(a), FireJson::hold)
        .rows("alerts", w.sheet().alerts(), this::alert)
        .rows("passages", w.sheet().passages(), this::passage)
        .rows("days", w.sheet().byDay().map(r -> r.days()).orElse(List.of()), FireJson::day);
  }

  private static void hold(Json json, PauseSheet.Outlook o) {
    json.flag("begun", o.begun()).number("hours", o.hours()).number("low", o.chance().low()).number("mean", o.chance().mean()).number("high", o.chance().high())
        .text("class", o.comparedWith().words()).number("pauses_in_class", o.chance().pauses()).flag("class_is_small", o.comparedWith().isSmall());
  }

  private static void strip(Json json, ReportWatch.Strip s) {
    json.text("place", s.place()).flag("corridor", s.corridor()).texts("hours", s.hours().stream().map(h -> h.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList());
  }

  private void hour(Json json, ReportWatch.Hour h) {
    json.text("hour", clock.iso(h.from())).number("p_paused", h.paused());
    if (h.seen() < 0) json.nothing("incidents_6h");
    else json.number("incidents_6h", h.seen());
    json.number("low", h.low()).number("high", h.high());
  }

  private static void violation(Json json, Violations v) {
    json.textOrNull("alleged_actor", v.actor()).textOrNull("alleging_party", v.byParty()).text("kind", v.kind()).textOrNull("place", v.place())
        .number("alleged", v.alleged()).number("supported", v.supported()).number("confirmed", v.confirmed());
  }

  private void alert(Json json, Alert a) {
    json.text("near", a.watched()).text("fire", clock.iso(a.fire())).text("kind", a.kind()).text("source", a.source()).number("metres_at_least", Math.round(a.metres()));
  }

  private void passage(Json json, Passage p) {
    json.text("corridor", p.corridor()).text("hour", clock.iso(p.hour()));
    if (p.planned().isPresent()) json.number("planned", p.planned().getAsInt());
    else json.nothing("planned");
    if (p.passed().isPresent()) json.number("passed", p.passed().getAsInt());
    else json.nothing("passed");
    json.text("outcome", p.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static void day(Json json, DayVerdict d) {
    json.text("day", d.day().toString());
    if (d.count().isPresent()) json.number("count", d.count().getAsInt());
    else json.nothing("count");
    json.number("p_paused", d.paused()).flag("p_paused_is_prior", d.isPrior()).text("verdict", d.verdict().words()).textOrNull("why", d.why());
  }
}
