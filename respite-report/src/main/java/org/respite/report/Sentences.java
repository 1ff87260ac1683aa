// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.NeedRow;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.VerdictRow;
import org.respite.engine.answer.VerdictRow.Answer;
import org.respite.model.register.Term;

/** What the terminal and the page say in the same words. */
final class Sentences {
  private static final String ALL = "all";

  private Sentences() {}

  /** The purposes by answer, bad news first. A purpose stands with the answer for everybody, or with its groups where there is none. */
  static Map<Answer, List<String>> headline(List<VerdictRow> verdict) {
    Map<Answer, List<String>> byAnswer = new EnumMap<>(Answer.class);
    Map<Answer, List<String>> badFirst = new java.util.LinkedHashMap<>();
    for (VerdictRow row : heads(verdict)) byAnswer.computeIfAbsent(row.answer(), _ -> new ArrayList<>()).add(purpose(row));
    for (Answer answer : List.of(Answer.NOT_ENOUGH, Answer.CANNOT_SAY, Answer.ENOUGH)) {
      if (byAnswer.containsKey(answer)) badFirst.put(answer, byAnswer.get(answer));
    }
    return badFirst;
  }

  /** The rows that the headline is about: those for everybody, and each group's of a purpose that has none for everybody. */
  static List<VerdictRow> heads(List<VerdictRow> verdict) {
    List<org.respite.model.scenario.Purpose> whole = verdict.stream().filter(r -> r.group().equals(ALL)).map(VerdictRow::purpose).toList();
    return verdict.stream().filter(r -> r.group().equals(ALL) || !whole.contains(r.purpose())).toList();
  }

  private static String purpose(VerdictRow row) {
    String purpose = Codes.words(row.purpose());
    return row.group().equals(ALL) || row.groupName().equalsIgnoreCase(purpose) ? purpose : "%s (%s)".formatted(purpose, row.groupName());
  }

  /** The row whose reason is read first: the first that is not enough, else the first. */
  static Optional<VerdictRow> first(List<VerdictRow> verdict) {
    List<VerdictRow> heads = heads(verdict);
    return heads.stream().filter(r -> r.answer() == Answer.NOT_ENOUGH).findFirst().or(() -> heads.stream().findFirst());
  }

  static String lanes(int lanes) {
    return switch (lanes) {
      case 0 -> "no lane for aid";
      case 1 -> "one lane for aid";
      default -> lanes + " lanes for aid";
    };
  }

  static String would(PeopleOut.Would would) {
    if (would.out().isPresent()) return Figures.spread(would.out().get());
    return "not stated: nobody stated the willing share, and it is never assumed. Were nobody willing, nobody would leave, however wide the road.";
  }

  static String didWhen(PeopleOut.Did d) {
    return d.from().equals(d.to()) || d.to().isEmpty() ? d.from() : d.from() + " to " + d.to();
  }

  static String did(PeopleOut.Did d) {
    String where = d.corridor().isEmpty() ? "" : ", " + d.corridor();
    String who = d.group().isEmpty() ? "" : ", " + d.group();
    return "%s (%s%s%s; counted by %s)".formatted(didFigure(d), didWhen(d), where, who, d.whoCounted());
  }

  /** Counts are printed as counted; a counter who gave no figure did not count nobody. */
  static String didFigure(PeopleOut.Did d) {
    if (d.low() < 0 && d.high() < 0) return "no figure given";
    if (d.low() == d.high()) return Figures.exact(d.low());
    if (d.low() < 0) return "at most " + Figures.exact(d.high());
    if (d.high() < 0) return "at least " + Figures.exact(d.low());
    return Figures.exact(d.low()) + " to " + Figures.exact(d.high());
  }

  /** What the certificate says, in one sentence, and never more than it says. */
  static String proof(PeopleOut.Plan plan) {
    if (!plan.proof().holds()) return "This plan is NOT proved to be the best: %s".formatted(plan.proof().words());
    if (!plan.exact()) {
      return "The plan gets %s people out and no plan gets more than %s: groups share streets that bind, so the two do not quite meet."
          .formatted(Figures.exact(plan.out()), Figures.exact(plan.upperBound()));
    }
    return "No plan gets more people out in these windows: %s".formatted(plan.proof().words());
  }

  static String need(NeedRow n) {
    String hours = n.hours().isPresent() ? "needs " + Figures.hours(n.hours().getAsDouble()) : "hours not stated";
    String lanes = n.lanes().isPresent() ? " and %s".formatted(lanesNeeded(n.lanes().getAsDouble())) : "";
    String missing = n.missing().isPresent() ? "; the question offers %s, missing %s".formatted(Figures.hours(n.offered()), Figures.hours(n.missing().getAsDouble())) : "";
    return "%s (%s): %s%s (%s)%s".formatted(n.by(), n.purpose(), hours, lanes, n.what(), missing);
  }

  private static String lanesNeeded(double lanes) {
    return lanes == 1 ? "one lane" : Figures.written(lanes) + " lanes";
  }

  static String driver(Driver d) {
    String unit = Figures.unit(d.unit());
    return "%s (%s) explains %s %%: %s%s when low, %s%s when high"
        .formatted(d.input(), d.range(), Figures.percent(d.share()), Figures.number(d.whenLow(), d.unit()), unit, Figures.number(d.whenHigh(), d.unit()), unit);
  }

  static String shortTerm(Term term) {
    return switch (term) {
      case HALT -> "halt";
      case HOURS -> "hours";
      case CORRIDORS -> "ways";
      case LEAVING -> "leave";
      case AID -> "aid";
      case MEDICAL_EVACUATION -> "medic";
    };
  }
}
