// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.List;
import org.respite.model.finding.At;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Population;
import org.respite.model.scenario.Users;

/** {@code people}: how many, by whom estimated, in which groups, willing or not. */
final class PeopleSection {
  private PeopleSection() {}

  static Population population(Keys root) {
    try (Keys people = root.mapping("people");
        Keys inside = people.mapping("inside")) {
      Quantity used = Quantities.get(inside, "used", Dimension.PEOPLE);
      List<Population.Estimate> estimates = inside.mappings("estimates").stream().map(PeopleSection::estimate).toList();
      List<Group> groups = people.mappings("groups").stream().map(PeopleSection::group).toList();
      List<Population.Willing> willing = people.mappings("willing").stream().map(PeopleSection::willing).toList();
      checkShares(people, groups);
      if (people.node.entries().containsKey("inside")) checkEstimates(inside, used, estimates);
      return new Population(used, estimates, groups, willing);
    }
  }

  private static Population.Estimate estimate(Keys keys) {
    try (Keys k = keys) {
      String by = k.text("by");
      String when = k.textOr("at", "");
      return new Population.Estimate(Quantities.read(k, Dimension.PEOPLE), by, when);
    }
  }

  private static Group group(Keys keys) {
    try (Keys k = keys) {
      String id = k.id(Kind.GROUP);
      return new Group(
          id, k.name("name"), k.word("users", Users.class), k.word("mode", Mode.class), size(k), speed(k), k.at());
    }
  }

  private static Quantity speed(Keys k) {
    Quantity speed = Quantities.get(k, "speed", Dimension.SPEED);
    if (speed.low() == 0 && k.has("speed")) {
      k.reading.findings.error("speed-zero", k.at("speed"), k.where() + " may stand still (speed from 0)", "nobody of the group would ever arrive", "give the slowest speed above 0");
    }
    return speed;
  }

  private static Group.Size size(Keys k) {
    boolean share = k.has("share");
    boolean own = k.has("people");
    if (share == own) {
      k.reading.findings.error(
          "group-size", k.at(), "%s has %s".formatted(k.where(), share ? "both `share` and `people`" : "neither `share` nor `people`"),
          "nobody can tell how many they are", "write one: `share: {...}`, `share: rest`, `people: {...}` or `people: not stated`");
      return new Group.Size.NotStated();
    }
    if (own) return Quantities.find(k, "people", Dimension.PEOPLE).<Group.Size>map(Group.Size.Own::new).orElse(new Group.Size.NotStated());
    boolean rest = k.find("share").filter(n -> n instanceof Node.Text t && t.value().equals("rest")).isPresent();
    return rest ? new Group.Size.Rest() : new Group.Size.Share(Quantities.get(k, "share", Dimension.SHARE));
  }

  private static Population.Willing willing(Keys keys) {
    try (Keys k = keys) {
      return new Population.Willing(k.reference("group", Kind.GROUP), Quantities.get(k, "share", Dimension.SHARE), k.at());
    }
  }

  /** Shares are of the people inside: with a rest they must leave room for it, without one they must add up. */
  private static void checkShares(Keys people, List<Group> groups) {
    long rests = groups.stream().filter(g -> g.size() instanceof Group.Size.Rest).count();
    List<Quantity> shares = new ArrayList<>();
    for (Group g : groups) if (g.size() instanceof Group.Size.Share(Quantity q)) shares.add(q);
    if (shares.isEmpty() && rests == 0) return;
    double mid = shares.stream().mapToDouble(q -> q.midIn(Unit.SHARE)).sum();
    double high = shares.stream().mapToDouble(q -> q.highIn(Unit.SHARE)).sum();
    At at = people.at("groups");
    if (rests > 1) {
      people.reading.findings.error("two-rests", at, "%d groups take `share: rest`".formatted(rests), "the rest cannot be divided", "leave one of them");
    } else if (rests == 1 && high > 1 + 1e-9) {
      people.reading.findings.error("shares-too-large", at, "the shares can add up to %.0f %%".formatted(100 * high), "nothing may be left for the rest", "lower the upper ends until they add up to at most 100 %");
    } else if (rests == 0 && Math.abs(mid - 1) > 0.005) {
      people.reading.findings.error("shares-do-not-add-up", at, "the middle shares add up to %.1f %%".formatted(100 * mid), "people would be lost or counted twice", "make them 100 %, or give one group `share: rest`");
    }
  }

  /** The range used should lie within what anybody counted. */
  private static void checkEstimates(Keys inside, Quantity used, List<Population.Estimate> estimates) {
    if (used.high() == 0) {
      inside.reading.findings.warning("nobody-inside", inside.at("used"), "nobody is inside", "every share is empty and nobody is left behind", "check `people.inside.used`");
    }
    if (estimates.isEmpty()) return;
    double lowest = estimates.stream().mapToDouble(e -> e.people().lowIn(Unit.PEOPLE)).min().orElse(0);
    double highest = estimates.stream().mapToDouble(e -> e.people().highIn(Unit.PEOPLE)).max().orElse(0);
    if (used.midIn(Unit.PEOPLE) < lowest || used.midIn(Unit.PEOPLE) > highest) {
      inside.reading.findings.warning(
          "used-outside-estimates", inside.at("used"),
          "the number used (%,.0f) lies outside every estimate (%,.0f to %,.0f)".formatted(used.midIn(Unit.PEOPLE), lowest, highest),
          "the answer rests on a figure that nobody stated", "say in `assumed` why, or move it into the range");
    }
  }
}
