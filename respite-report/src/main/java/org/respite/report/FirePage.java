// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.respite.model.scenario.Case;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.ReportText;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Passage;
import org.respite.monitor.incident.Report;

/** What the section "has the fire stopped" asks for: the pause clock's values in the words and drawings of the page. */
public record FirePage(Case theCase, CaseWatch watch, Clock clock) {
  private static final int ALERTS = 40;

  Optional<ReportWatch.Answer> answer() {
    return watch.answer();
  }

  Optional<PauseReading> byDay() {
    return watch.sheet().byDay();
  }

  List<Report> fires() {
    return watch.fire();
  }

  String verdict() {
    return answer().map(a -> a.reading().verdict()).orElse(Verdict.CANNOT_SAY).words();
  }

  String badge() {
    return switch (answer().map(a -> a.reading().verdict()).orElse(Verdict.CANNOT_SAY)) {
      case PAUSED -> "enough";
      case NOT_PAUSED -> "short";
      case CANNOT_SAY, REPORTING_GAP -> "unsure";
    };
  }

  String sentence() {
    if (answer().isEmpty()) return "No report is in the case: nothing is observed by the hour, which is not quiet.";
    ReportWatch.Answer a = answer().get();
    String began = a.reading().verdict() == Verdict.PAUSED ? "since" : "if it is a pause, since";
    String since = a.start().map(s -> "; %s %s (%s to %s)".formatted(began, clock.dayAndTime(s.middle()), clock.dayAndTime(s.low()), clock.dayAndTime(s.high()))).orElse("");
    String why = a.reading().why().isEmpty() ? "" : ": " + a.reading().why();
    String chance = a.reading().isPrior() ? "no chance of a pause can be given" : "chance of a pause %.2f".formatted(a.reading().paused());
    String before = a.reading().isPrior() ? " (%.2f is only what is believed without, no finding)".formatted(a.reading().paused()) : "";
    return "as known at %s, %s%s%s%s. %s".formatted(clock.dayAndTime(a.asOf()), chance, why, before, since, needed(a));
  }

  /** What the answer hangs on, if on one source alone. */
  List<String> restsOn() {
    return answer().map(a -> Stream.concat(a.independence().fire().stream().map(ReportText::words), a.independence().onlyVoice().stream().map(ReportText::words)).toList()).orElse(List.of());
  }

  private static String needed(ReportWatch.Answer a) {
    if (a.reading().verdict() == Verdict.PAUSED) return "Behind the reports of fire: %s.".formatted(incidents(a));
    String need = a.reading().quietHoursNeeded().isPresent()
        ? "%.0f more quiet and watched hours would be needed to say \"paused\"".formatted(a.reading().quietHoursNeeded().getAsDouble())
        : "No length of quiet can be named that would show a pause";
    return "%s. Behind the reports of fire: %s.".formatted(need, incidents(a));
  }

  private static String incidents(ReportWatch.Answer a) {
    String all = a.incidents().low() == a.incidents().high() ? Figures.counted(a.incidents().low(), "incident") : "%d to %d incidents".formatted(a.incidents().low(), a.incidents().high());
    return a.spread() == 0 ? all : "%s, %d of them not told to within six hours and spread evenly over the hours they may lie in".formatted(all, a.spread());
  }

  /** Will it hold; empty where there is nothing to compare with. */
  String hold() {
    return watch.sheet().outlook(answer()).map(o -> "Will it hold: %s. That is what past pauses did, by what was written of them; it knows nothing of these parties.".formatted(o.words())).orElse("");
  }

  String runUp() {
    return answer().flatMap(ReportWatch.Answer::runUp).map(r -> {
      String seen = r.watchedHours() == 0 ? "not observed" : "%d incidents in %d watched hours, %.1f a day against %.1f before".formatted(r.incidents(), r.watchedHours(), r.perDay(), r.perDayBefore());
      return "Run-up, from the announcement (%s) to the start (%s): %s.".formatted(clock.dayAndTime(r.from()), clock.dayAndTime(r.to()), seen);
    }).orElse("");
  }

  /** Places with something to show: watched at some hour or named by a report; and every corridor. */
  List<ReportWatch.Strip> strips() {
    return answer().map(a -> a.strips().stream().filter(s -> s.corridor() || !blind(s)).toList()).orElse(List.of());
  }

  int blind() {
    return answer().map(a -> (int) a.strips().stream().filter(s -> !s.corridor() && blind(s)).count()).orElse(0);
  }

  private static boolean blind(ReportWatch.Strip s) {
    return s.hours().stream().allMatch(h -> h == HourStrip.NOT_OBSERVED) && s.reports().stream().allMatch(n -> n == 0);
  }

  Content strip() {
    return FireDrawings.strip(strips(), answer().orElseThrow().stripFrom(), clock);
  }

  Content key(String state) {
    return FireDrawings.key(state);
  }

  Content chance() {
    return FireDrawings.chance(answer().orElseThrow().hours(), clock);
  }

  Content rate() {
    return FireDrawings.rate(answer().orElseThrow().hours(), clock);
  }

  Content days() {
    return FireDrawings.days(byDay().orElseThrow());
  }

  Content map() {
    return FireMap.draw(theCase, fires());
  }

  /** One line for what several say of one place, hour and kind. */
  List<String> alerts() {
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    for (Alert a : watch.sheet().alerts()) {
      String what = "%s, %s: %s, at least %s m away as far as the place is known".formatted(clock.dayAndTime(a.fire()), a.watched(), a.kind(), Figures.significant(a.metres()));
      sources.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(a.source());
    }
    List<String> lines = new ArrayList<>();
    sources.forEach((what, by) -> lines.add("%s; told by %s".formatted(what, String.join(", ", by))));
    if (lines.size() <= ALERTS) return lines;
    List<String> first = new ArrayList<>(lines.subList(0, ALERTS));
    first.add("and %d more".formatted(lines.size() - ALERTS));
    return first;
  }

  /** Hours of one corridor that went alike stand in one line. */
  List<String> passages() {
    List<String> lines = new ArrayList<>();
    List<Passage> all = watch.sheet().passages();
    for (int i = 0; i < all.size(); ) {
      Passage p = all.get(i);
      int planned = 0;
      int passed = 0;
      int last = i;
      for (; last < all.size() && all.get(last).corridor().equals(p.corridor()) && all.get(last).outcome() == p.outcome(); last++) {
        planned += all.get(last).planned().orElse(0);
        passed += all.get(last).passed().orElse(0);
      }
      lines.add("%s, %s to %s: %s (%s; %s)".formatted(p.corridor(), clock.dayAndTime(p.hour()), clock.dayAndTime(all.get(last - 1).hour().plusSeconds(3600)), outcome(p),
          p.planned().isPresent() ? "the best plan has " + Figures.significant(planned) : "no number planned", p.passed().isPresent() ? "passed " + Figures.exact(passed) : "nobody counted by the hour"));
      i = last;
    }
    return lines;
  }

  private static String outcome(Passage p) {
    return p.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
