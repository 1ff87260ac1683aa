// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.respite.engine.answer.Bottleneck;
import org.respite.engine.answer.Bottleneck.Kind;
import org.respite.engine.answer.Bottleneck.Part;
import org.respite.engine.streets.Drawing;
import org.respite.kernel.flow.CutOverTime;
import org.respite.model.scenario.Corridor;

/** Translates the minimum cut over time back into the words of the case. */
final class CutWords {
  /** Parts named in the sentence; the rest are counted there and listed beside it. */
  private static final int NAMED = 3;

  private final Evacuation plan;
  private final DateTimeFormatter clock;
  private final boolean severalDays;
  /** One entry per stage, leg or street: several intervals and groups of it are one bottleneck. */
  private final Map<String, Sum> sums = new LinkedHashMap<>();

  private static final class Sum {
    final Kind kind;
    final String name;
    final double perMinute;
    long units;
    int from = Integer.MAX_VALUE;
    int to;

    Sum(Kind kind, String name, double perMinute) {
      this.kind = kind;
      this.name = name;
      this.perMinute = perMinute;
    }
  }

  private CutWords(Evacuation plan, java.time.ZoneId zone) {
    this.plan = plan;
    this.severalDays = plan.timeline().open().size() > 1 || plan.timeline().hours() > 24;
    this.clock = DateTimeFormatter.ofPattern(severalDays ? "d MMM HH:mm" : "HH:mm", java.util.Locale.ENGLISH).withZone(zone);
  }

  static Bottleneck read(Evacuation plan, java.time.ZoneId zone) {
    return new CutWords(plan, zone).read();
  }

  private Bottleneck read() {
    CutOverTime cut = plan.cut();
    for (CutOverTime.ArcTerm term : cut.arcTerms()) add(term);
    long home = cut.supplyTerms().stream().mapToLong(CutOverTime.SupplyTerm::people).sum();
    List<Part> parts = new ArrayList<>();
    sums.forEach((id, sum) -> parts.add(new Part(sum.kind, id, words(sum), Evacuation.people(sum.units), sum.perMinute)));
    if (home > 0) parts.add(everybody(Evacuation.people(home)));
    parts.sort(Comparator.comparingLong(Part::people).reversed());
    return new Bottleneck(sentence(parts), List.copyOf(parts));
  }

  private void add(CutOverTime.ArcTerm term) {
    Sum sum =
        switch (plan.network().role(term.arc())) {
          case ArcRole.Pass p ->
              sums.computeIfAbsent(p.stage().id(), _ -> new Sum(Kind.STAGE, "%s at %s".formatted(p.stage().name().en(), p.corridor().name().en()), p.peoplePerHour() / 60.0));
          case ArcRole.Walk w -> sums.computeIfAbsent(w.leg().id(), _ -> new Sum(Kind.LEG, "the way of " + w.corridor().name().en(), 0));
          case ArcRole.Street s ->
              sums.computeIfAbsent(s.from().id() + ">" + s.to().id(), _ -> new Sum(Kind.STREET, "the street from %s to %s".formatted(s.from().name().en(), s.to().name().en()), 0));
          case ArcRole.Narrow n -> sums.computeIfAbsent(Drawing.narrowId(n.street()), _ -> new Sum(Kind.STREET, plan.network().streetName(n.street()), 0));
          case ArcRole.Way w -> throw new IllegalStateException("a way to target %d takes everybody and is in no cut".formatted(w.target()));
          case ArcRole.Out o -> sums.computeIfAbsent(o.corridor().id(), _ -> new Sum(Kind.LEG, "the end of " + o.corridor().name().en(), 0));
          case ArcRole.Intake i -> sums.computeIfAbsent(i.destination(), _ -> new Sum(Kind.DESTINATION, "what %s takes in".formatted(i.destination()), 0));
        };
    sum.units += term.people();
    sum.from = Math.min(sum.from, term.from());
    sum.to = Math.max(sum.to, term.to());
  }

  private String words(Sum sum) {
    String times = "full from %s to %s".formatted(time(sum.from), time(sum.to));
    return switch (sum.kind) {
      case STAGE -> "%s, %s people a minute, %s".formatted(sum.name, rate(sum.perMinute), times);
      case LEG, STREET -> "%s, %s".formatted(sum.name, times);
      case DESTINATION -> "%s: full".formatted(sum.name);
      case EVERYBODY_OUT -> throw new IllegalStateException("has no times");
    };
  }

  private static Part everybody(long people) {
    return new Part(Kind.EVERYBODY_OUT, "everybody", "all %,d people who could get there are out".formatted(people), people, 0);
  }

  private String sentence(List<Part> parts) {
    if (parts.isEmpty()) return "Nobody can leave: no corridor that takes them is open, or none can be walked within its window.";
    Part first = parts.getFirst();
    long cutOff = plan.demand().total() - first.people();
    if (first.kind() == Kind.EVERYBODY_OUT && parts.size() == 1 && cutOff > 0) {
      return "%,d people can reach no open corridor in time; all %,d others are out before the end.".formatted(cutOff, first.people());
    }
    if (first.kind() == Kind.EVERYBODY_OUT && parts.size() == 1) return "Nothing binds: everybody is out before the end.";
    List<Part> binding = parts.stream().filter(p -> p.kind() != Kind.EVERYBODY_OUT).toList();
    List<Part> stages = binding.stream().filter(p -> p.kind() == Kind.STAGE).toList();
    if (binding.size() <= NAMED) return capital(words(binding)) + ".";
    if (stages.size() <= NAMED) return "%s; and %d more on the way.".formatted(capital(words(binding)), binding.size() - NAMED);
    double together = stages.stream().mapToDouble(Part::perMinute).sum();
    int others = binding.size() - stages.size();
    return "%d checkpoints are full, together %s people a minute: %s; and %d more%s."
        .formatted(stages.size(), rate(together), words(stages), stages.size() - NAMED, others == 0 ? "" : ", with %d streets or ways on the approach".formatted(others));
  }

  private static String words(List<Part> parts) {
    return parts.stream().limit(NAMED).map(Part::words).collect(Collectors.joining("; "));
  }

  private String time(int step) {
    return clock.format(plan.timeline().instantOf(step));
  }

  /** Whole where it is at least ten, else with one decimal: 0.2 people a minute is not 0. */
  private static String rate(double perMinute) {
    return perMinute >= 10 ? "%,d".formatted(Math.round(perMinute)) : "%.1f".formatted(perMinute);
  }

  private static String capital(String s) {
    return s.substring(0, 1).toUpperCase(java.util.Locale.ENGLISH) + s.substring(1);
  }

  /** Stages of the cut, for asking what one more lane of each would add. */
  static List<Corridor.Stage> bindingStages(Evacuation plan) {
    return plan.cut().arcTerms().stream()
        .sorted(Comparator.comparingLong(CutOverTime.ArcTerm::people).reversed())
        .map(t -> plan.network().role(t.arc()))
        .filter(r -> r instanceof ArcRole.Pass)
        .map(r -> ((ArcRole.Pass) r).stage())
        .distinct()
        .toList();
  }

  /** Whether the cut runs through what groups share on layers of their own. */
  static boolean throughSharedStreets(Evacuation plan) {
    return plan.cut().arcTerms().stream()
        .map(t -> plan.network().role(t.arc()))
        .anyMatch(r -> r instanceof ArcRole.Street || r instanceof ArcRole.Narrow || r instanceof ArcRole.Walk);
  }
}
