// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.respite.model.finding.At;
import org.respite.model.quantity.Unit;
import org.respite.model.register.Statement;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;
import org.respite.model.scenario.Window;

/** What only shows when the parts are held against each other. Runs on a case whose parts are sound. */
final class CrossChecks {
  /** A drawn line may begin this far from the place it starts at: places are centres of districts. */
  private static final double LINE_TOLERANCE_M = 1_500;

  private final Case read;
  private final Findings findings;
  private final Map<String, Site> sites;

  CrossChecks(Case read, Findings findings) {
    this.read = read;
    this.findings = findings;
    this.sites = read.geography().sites().stream().collect(Collectors.toMap(Site::id, s -> s));
  }

  void run() {
    peopleAgree();
    read.geography().corridors().forEach(this::corridor);
    read.options().forEach(this::option);
    read.people().groups().forEach(this::groupCanLeave);
    read.geography().streets().links().forEach(this::linkLength);
    read.register().statements().forEach(this::heardAfterSaid);
    new MovementChecks(read, findings).run();
    districtsReachACorridor();
  }

  private void peopleAgree() {
    double mids = read.geography().districts().stream().flatMap(d -> d.people().stream()).mapToDouble(q -> q.midIn(Unit.PEOPLE)).sum();
    var used = read.people().inside();
    if (mids >= used.lowIn(Unit.PEOPLE) * 0.995 && mids <= used.highIn(Unit.PEOPLE) * 1.005) return;
    findings.error(
        "population-disagrees", used.at(),
        "the districts hold %,.0f people, `people.inside.used` says %,.0f to %,.0f".formatted(mids, used.lowIn(Unit.PEOPLE), used.highIn(Unit.PEOPLE)),
        "people would be lost or invented between the two", "make the districts' people_mid add up to within the range used");
  }

  private void corridor(Corridor c) {
    if (c.legs().isEmpty()) {
      findings.error("no-leg", c.at(), "corridor `%s` has no leg".formatted(c.id()), "it leads nowhere", "add `legs`, from a place inside to its destination");
      return;
    }
    for (int i = 1; i < c.legs().size(); i++) {
      Corridor.Leg before = c.legs().get(i - 1);
      Corridor.Leg leg = c.legs().get(i);
      if (before.to().equals(leg.from())) continue;
      findings.error("legs-do-not-join", leg.at(), "leg `%s` starts at `%s`, the one before ends at `%s`".formatted(leg.id(), leg.from(), before.to()), "people would have to jump", "make one begin where the other ends");
    }
    ends(c);
    c.legs().forEach(this::line);
    c.checkpoints().forEach(p -> checkpointOnLeg(c, p));
    boolean unlimited = c.direction() != Corridor.Direction.IN && c.checkpoints().isEmpty();
    if (unlimited) {
      findings.warning("no-checkpoint", c.at(), "corridor `%s` has no checkpoint".formatted(c.id()), "only streets limit how many pass; real corridors are limited by search and lists", "add `checkpoints` with the rate as a range, or say in `unknown` that it is not known");
    }
  }

  /** Written outward: from inside to the destination; for corridors that only lead in, the other way round. */
  private void ends(Corridor c) {
    boolean in = c.direction() == Corridor.Direction.IN;
    Corridor.Leg inner = in ? c.legs().getLast() : c.legs().getFirst();
    Corridor.Leg outer = in ? c.legs().getFirst() : c.legs().getLast();
    String inside = in ? inner.to() : inner.from();
    String outside = in ? outer.from() : outer.to();
    if (!linked(inside)) {
      findings.error("corridor-touches-nothing", inner.at(), "corridor `%s` begins at `%s`, where no street and no district is".formatted(c.id(), inside), "nobody can reach it", "begin it at a district, or link `%s` in the streets table".formatted(inside));
    }
    if (sites.get(outside).kind() == Site.Kind.DISTRICT) {
      findings.error("corridor-leads-back-inside", outer.at(), "corridor `%s` ends in district `%s`".formatted(c.id(), outside), "people would walk in a circle and be counted as out", "end it at its destination");
    } else if (!in) {
      endsAtDestination(c, outer);
    }
  }

  private void endsAtDestination(Corridor c, Corridor.Leg last) {
    String site = read.geography().destinations().stream().filter(d -> d.id().equals(c.destination())).findFirst().orElseThrow().site();
    if (last.to().equals(site)) return;
    findings.error("not-at-destination", last.at(), "corridor `%s` ends at `%s`, its destination stands at `%s`".formatted(c.id(), last.to(), site), "nobody would arrive", "add the missing leg or correct `destination`");
  }

  private boolean linked(String site) {
    return sites.get(site).kind() == Site.Kind.DISTRICT
        || read.geography().streets().links().stream().anyMatch(l -> l.from().equals(site) || l.to().equals(site));
  }

  private void line(Corridor.Leg leg) {
    var line = read.geography().lines().get(leg.id());
    if (line == null || line.size() < 2) {
      findings.warning("no-line", leg.at(), "leg `%s` is not drawn".formatted(leg.id()), "the map shows it as a straight line", "add a LineString with `leg: %s` to corridors.geojson".formatted(leg.id()));
      return;
    }
    double from = line.getFirst().metresTo(sites.get(leg.from()).position());
    double to = line.getLast().metresTo(sites.get(leg.to()).position());
    if (Math.max(from, to) <= LINE_TOLERANCE_M) return;
    findings.warning("line-elsewhere", leg.at(), "the line of leg `%s` begins or ends %,.0f m from its place".formatted(leg.id(), Math.max(from, to)), "the map would mislead", "redraw it from `%s` to `%s`".formatted(leg.from(), leg.to()));
  }

  private void checkpointOnLeg(Corridor c, Corridor.Checkpoint p) {
    if (c.legs().stream().anyMatch(l -> l.id().equals(p.leg()))) return;
    findings.error("checkpoint-elsewhere", p.at(), "checkpoint `%s` stands on leg `%s`, which is not of corridor `%s`".formatted(p.id(), p.leg(), c.id()), "nobody would pass it", "name one of the corridor's legs");
  }

  private void option(Option o) {
    List<Window.Interval> intervals = new ArrayList<>(o.windows().stream().flatMap(id -> read.getWindow(id).intervals().stream()).toList());
    intervals.sort(java.util.Comparator.comparing(Window.Interval::from));
    for (int i = 1; i < intervals.size(); i++) {
      if (!intervals.get(i).from().isBefore(intervals.get(i - 1).to())) continue;
      findings.error("windows-overlap", o.at(), "option `%s` names windows that overlap from %s".formatted(o.id(), intervals.get(i).from()), "the hours would count twice", "name the window that replaces the other, not both");
    }
    if (!intervals.isEmpty() && java.time.Duration.between(intervals.getFirst().from(), intervals.getLast().to()).compareTo(PauseSection.LONGEST_WINDOW) > 0) {
      findings.error("option-too-long", o.at(), "option `%s` spans more than %d days".formatted(o.id(), PauseSection.LONGEST_WINDOW.toDays()), "a plan by the minute covers no more", "split it into several options");
    }
  }

  private void groupCanLeave(Group g) {
    if (read.geography().corridors().stream().anyMatch(c -> c.takesOut(g.users(), g.mode()))) return;
    findings.warning("group-without-corridor", g.at(), "no corridor takes group `%s` (%s, %s)".formatted(g.id(), Keys.written(g.users()), Keys.written(g.mode())), "none of them can leave", "check `users` and `modes` of the corridors, or let it stand if that is so");
  }

  private void linkLength(Streets.Link link) {
    double straight = sites.get(link.from()).position().metresTo(sites.get(link.to()).position());
    if (link.lengthM() >= straight * 0.9 - 50) return;
    findings.warning("shorter-than-straight", link.at(), "%s to %s is given %,.0f m; the straight line is %,.0f m".formatted(link.from(), link.to(), link.lengthM(), straight), "people would arrive earlier than anyone can walk", "correct `length_m` or the places");
  }

  private void heardAfterSaid(Statement s) {
    LocalDate said = s.said().dayIn(read.theatre().zone());
    LocalDate heard = s.heard().dayIn(read.theatre().zone());
    if (said == null || heard == null || !heard.isBefore(said)) return;
    findings.error("heard-before-said", s.at(), "statement `%s` was heard on %s, said on %s".formatted(s.id(), heard, said), "nobody can have known it then", "swap or correct the two");
  }

  /** Floods the streets from every place where a way out begins. */
  private void districtsReachACorridor() {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (Streets.Link l : read.geography().streets().links()) {
      neighbours.computeIfAbsent(l.from(), _ -> new ArrayList<>()).add(l.to());
      neighbours.computeIfAbsent(l.to(), _ -> new ArrayList<>()).add(l.from());
    }
    Deque<String> open = new ArrayDeque<>();
    for (Corridor c : read.geography().corridors()) if (c.direction() != Corridor.Direction.IN && !c.legs().isEmpty()) open.add(c.legs().getFirst().from());
    Set<String> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (String next : neighbours.getOrDefault(open.pop(), List.of())) if (reached.add(next)) open.push(next);
    }
    for (Site d : read.geography().districts()) {
      if (reached.contains(d.id())) continue;
      double people = d.people().map(q -> q.midIn(Unit.PEOPLE)).orElse(0.0);
      findings.warning("cut-off-district", at(d), "%,.0f people live in `%s`, which no street joins to a corridor".formatted(people, d.id()), "none of them can leave", "link it in the streets table, or let it stand if that is so");
    }
  }

  private static At at(Site site) {
    return site.at();
  }
}
