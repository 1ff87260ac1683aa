// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Gain;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VerdictRow;
import org.respite.monitor.CaseWatch;
import org.respite.wheels.movement.Movement;

/**
 * The assessment on a terminal: short, at most 80 columns wide, readable without colour. First what a tired negotiator needs, last where
 * the whole report lies. Arabic names are left out: most terminals set them wrongly.
 */
public final class TerminalReport {
  private static final int[] VERDICT = {8, 20, 10, 16, 16};
  private static final int[] OPTIONS = {29, 5, 11, 11, 14};
  private static final int[] PAIR = {9, 67};
  private static final int[] BY_HAND = {44, 6, 6, 7, 7};
  private static final int MOST_STREETS = 6;
  private static final int REASON_LINES = 3;
  private static final int[] GAINS = {56, 20};

  private final Assessment a;
  private final Clock clock;
  private final Sheet sheet;

  private TerminalReport(Assessment a, boolean colour) {
    this.a = a;
    this.clock = new Clock(a.theCase().theatre().zone());
    this.sheet = new Sheet(colour);
  }

  /**
   * How to print it.
   *
   * @param colour whether the terminal shows colour and its user wants it; nothing is said by colour alone
   * @param report where the full report lies, as the user may type it; empty if none was written
   */
  public record Look(boolean colour, String report) {}

  /**
   * The assessment as lines, each ended by a line feed.
   *
   * @param watch whether the fire has stopped; empty where the case brings nothing to tell it by
   */
  public static String of(Assessment a, Optional<CaseWatch> watch, Look look) {
    TerminalReport report = new TerminalReport(a, look.colour());
    report.question();
    report.verdict();
    report.people();
    report.binds();
    report.aid();
    VehicleWords.of(a).ifPresent(report::inside);
    report.needs();
    report.options();
    report.fire(watch);
    new TerminalLedger(a, report.sheet).write();
    report.where(look.report());
    return report.sheet.text();
  }

  private OptionRow asked() {
    return a.options().getFirst();
  }

  private void question() {
    sheet.strong(a.theCase().title()).blank();
    sheet.heading("QUESTION").says(a.question().title());
    sheet.says("%s. %s in all, %s.".formatted(clock.intervals(asked().windows()), Figures.hours(asked().hours()), Sentences.lanes(a.question().aidLanes())));
    sheet.heading("ANSWER");
    Sentences.headline(a.verdict()).forEach((answer, purposes) -> sheet.says(sheet.tone(answer), answer.words().toUpperCase(java.util.Locale.ROOT) + ": " + String.join(", ", purposes)));
    Sentences.first(a.verdict()).ifPresent(row -> sheet.says("Because: " + row.because(), REASON_LINES));
    sheet.blank();
  }

  private void verdict() {
    sheet.heading("VERDICT: long enough, for whom?");
    sheet.row(VERDICT, List.of("purpose", "group", "answer", "share served", "hours missing"));
    List<VerdictRow> heads = Sentences.heads(a.verdict());
    for (VerdictRow row : a.verdict()) {
      sheet.row(VERDICT, List.of(Codes.words(row.purpose()), row.groupName(), row.answer().words(), brief(row.shareServed()), brief(row.hoursMissing())));
      if (heads.contains(row)) sheet.note(row.because());
    }
    sheet.blank();
  }

  private static String brief(java.util.Optional<Spread> s) {
    return s.map(Figures::brief).orElse(Figures.CANNOT_SAY);
  }

  private void people() {
    PeopleOut p = a.people();
    sheet.heading("PEOPLE OUT: three numbers, never mixed");
    sheet.row(PAIR, List.of("inside", Figures.spread(p.inside())));
    sheet.row(PAIR, List.of("could", "%s: %s of those inside. The physical best, not a forecast.".formatted(Figures.spread(p.could()), Figures.brief(p.couldShare()))));
    sheet.row(PAIR, List.of("would", Sentences.would(p.would())));
    if (p.did().isEmpty()) sheet.row(PAIR, List.of("did", "no count is in the case: not stated, which is not the same as nobody"));
    String label = "did";
    for (PeopleOut.Did d : p.did()) {
      sheet.row(PAIR, List.of(label, Sentences.did(d)));
      label = "";
    }
    p.wounded().ifPresent(w -> sheet.row(PAIR, List.of("wounded", "could: %s of %s".formatted(Figures.brief(w.could()), Figures.brief(w.people())))));
    plan("Buses and ambulances", p.vehicles());
    sheet.blank();
  }

  private void binds() {
    sheet.heading("WHAT BINDS").says(a.people().plan().bottleneck().words());
    sheet.says(Sentences.proof(a.people().plan()));
    gains("One more of each would add (people out, middle case):", a.people().gains(), g -> "+%s people".formatted(Figures.significant(g.people())));
    a.aid().ifPresent(aid -> gains("One more of each would add (aid in, middle case):", aid.gains(), g -> "+%s trucks".formatted(Figures.significant(g.trucks()))));
    sheet.blank();
  }

  private void gains(String title, List<Gain> gains, java.util.function.Function<Gain, String> figure) {
    if (gains.isEmpty()) return;
    sheet.says(title);
    for (Gain g : gains) sheet.row(GAINS, List.of(g.what(), figure.apply(g)));
  }

  private void aid() {
    sheet.heading("AID IN");
    if (a.aid().isEmpty()) sheet.says("The case says nothing of aid: not stated.");
    a.aid().ifPresent(aid -> {
      sheet.says("%s, %s; %s of work in these windows, %s.".formatted(Figures.spread(aid.trucks()), Figures.brief(aid.tonnes()), Figures.hours(aid.workingHours()), Sentences.lanes(aid.lanes())));
      for (var item : aid.items()) sheet.item("%s: %s of the need over %s (%s)".formatted(item.name(), Figures.brief(item.shareOfNeed()), Figures.counted(Math.round(item.days()), "day"), Figures.brief(item.personDays())));
      sheet.says(aid.chain());
      aid.options().forEach(o -> sheet.item(o.words()));
      plan("Trucks", aid.movement());
      byHand(aid.arithmetic());
    });
    sheet.blank();
  }

  private void inside(VehicleWords words) {
    sheet.heading("VEHICLES ON STREETS INSIDE");
    words.driven().forEach(l -> {
      sheet.item("%s: %s".formatted(words.who(l), words.way(l)));
      if (l.in().isPresent()) sheet.note(words.by(l, MOST_STREETS) + ".").note(words.untold(l));
    });
    words.elsewhere().forEach(sheet::item);
    if (!words.loads().isEmpty()) sheet.says(words.anyOverloaded() ? "Streets that would have to take too much:" : "The fullest streets:");
    words.loads().forEach(sheet::item);
    sheet.says(words.basis()).blank();
  }

  private void plan(String what, Movement m) {
    MovementPage page = MovementPage.of(a.theCase(), "", m);
    if (m.schedule().trips().isEmpty()) sheet.says("%s: none moves. %s".formatted(what, m.reason()));
    else sheet.says("%s, one by one: %s trips; %s %s".formatted(what, m.schedule().trips().size(), page.gap(), page.risk()));
  }

  private void byHand(List<AidIn.Arithmetic> sums) {
    if (sums.isEmpty()) return;
    sheet.says("By hand, food only:").row(BY_HAND, List.of("hours x lanes x rate", "hours", "lanes", "trucks", "of need"));
    for (AidIn.Arithmetic s : sums) {
      sheet.row(BY_HAND, List.of(s.what(), Figures.tenths(s.workingHours()), Integer.toString(s.lanes()), Figures.significant(s.trucks()), Figures.percent(s.share()) + Figures.GLUE + "%"));
    }
    sums.stream().map(AidIn.Arithmetic::inputs).distinct().forEach(sheet::note);
  }

  private void fire(Optional<CaseWatch> watch) {
    sheet.heading("HAS THE FIRE STOPPED");
    if (watch.isEmpty()) sheet.says("Not observed: the case brings neither reports nor counts by day. No report is not quiet.");
    watch.map(w -> new FirePage(a.theCase(), w, clock)).ifPresent(f -> {
      sheet.says("%s: %s".formatted(f.verdict().toUpperCase(Locale.ROOT), f.sentence()));
      if (!f.hold().isEmpty()) sheet.says(f.hold());
    });
    sheet.blank();
  }

  private void needs() {
    sheet.heading("WHAT OTHERS SAID IT TAKES");
    if (a.needs().isEmpty()) sheet.says("Nobody's need is in the case: not stated.");
    for (var need : a.needs()) sheet.item(Sentences.need(need));
    sheet.blank();
  }

  private void options() {
    sheet.heading("OPTIONS SIDE BY SIDE (share of those in need)");
    sheet.row(OPTIONS, List.of("option", "hours", "could leave", "wounded", "food"));
    for (OptionRow o : a.options()) {
      sheet.row(OPTIONS, List.of(o.option().title(), Figures.tenths(o.hours()), Figures.brief(o.couldShare()), share(o.woundedShare()), share(o.foodShare())));
    }
    sheet.blank();
  }

  private static String share(java.util.Optional<Spread> s) {
    return s.map(Figures::brief).orElse(Figures.NOT_STATED);
  }

  private void where(String report) {
    String how = "%d draws, seed %d, version %s.".formatted(a.method().draws(), a.method().seed(), a.method().version());
    String warnings = a.findings().isEmpty() ? "" : " %s from reading the case: %s.".formatted(Figures.counted(a.findings().size(), "warning"), codes());
    sheet.says("Ranges are the 5th to the 95th percentile of " + how + warnings);
    if (!report.isEmpty()) sheet.says("Map, hours, sources: " + report);
  }

  private String codes() {
    return a.findings().stream().map(f -> f.code()).distinct().collect(Collectors.joining(", "));
  }
}
