// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.List;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Logistics;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Users;
import org.respite.model.scenario.Vehicles;

/** Vehicles held against corridors, groups and goods: what would leave a movement plan empty or wrong. */
final class MovementChecks {
  private final Case read;
  private final Findings findings;

  MovementChecks(Case read, Findings findings) {
    this.read = read;
    this.findings = findings;
  }

  void run() {
    read.aid().ifPresent(this::aid);
    read.vehicles().forEach(this::vehicles);
  }

  private void aid(Aid aid) {
    Logistics l = aid.logistics();
    l.routes().forEach(this::route);
    for (Option o : read.options()) {
      if (l.routes().isEmpty() || o.aidLanes() <= l.routes().size()) continue;
      findings.warning("fewer-routes-than-lanes", o.at(), "option `%s` has %d lanes for aid, the case has %d routes".formatted(o.id(), o.aidLanes(), l.routes().size()), "only the routes are scheduled", "add the missing routes, or lower `aid_lanes`");
    }
    if (l.routes().isEmpty()) road(aid.chain().roadLength(), aid.corridor());
    else l.routes().forEach(r -> road(r.roadLength().orElse(aid.chain().roadLength()), r.corridor()));
    for (Aid.Item i : aid.items()) {
      if (i.volume().isEmpty() || l.truckVolume().isPresent() || l.fleets().stream().anyMatch(f -> f.volume().isPresent())) continue;
      findings.warning("no-truck-volume", i.at(), "`%s` has a volume, no truck has one".formatted(i.id()), "trucks are filled by weight alone", "add `volume` to `aid.truck` or to the fleets");
    }
  }

  /** Shared legs, and those with refuges, are part of the road from inspection to unloading. */
  private void road(Quantity length, String corridor) {
    Corridor c = corridor(corridor);
    List<Corridor.Leg> told = c.legs().stream().filter(g -> g.shared().isPresent() || !g.refuges().isEmpty()).toList();
    double km = told.stream().mapToDouble(g -> g.length().midIn(Unit.KILOMETRES)).sum();
    if (told.isEmpty() || km <= length.midIn(Unit.KILOMETRES) + 1e-9) return;
    findings.warning("road-shorter-than-its-legs", told.getFirst().at(), "legs of corridor `%s` that are shared or have refuges are %s km long, the road of aid %s km".formatted(c.id(), Quantities.plain(km), Quantities.plain(length.midIn(Unit.KILOMETRES))), "trucks drive these legs and nothing else", "let `road.length` be the whole way from inspection to unloading, these legs included");
  }

  private void route(Logistics.Route r) {
    if (r.sites().isEmpty()) {
      findings.error("route-without-site", r.at(), "route `%s` leads to no site".formatted(r.id()), "nothing could be unloaded", "name at least one of `aid.sites` in `sites`");
    }
    Corridor c = corridor(r.corridor());
    if (c.users().contains(Users.AID) && c.modes().contains(Mode.VEHICLE) && c.direction() != Corridor.Direction.OUT) return;
    findings.warning("route-not-for-aid", r.at(), "corridor `%s` is not announced for aid vehicles going in".formatted(c.id()), "the plan uses a way nobody has offered", "check `users`, `modes` and `direction` of the corridor");
  }

  private void vehicles(Vehicles v) {
    Corridor c = corridor(v.corridor());
    for (String id : v.groups()) {
      Users users = read.people().groups().stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow().users();
      if (c.takesOut(users, Mode.VEHICLE)) continue;
      findings.warning("vehicles-not-announced", v.at(), "corridor `%s` is not announced for group `%s` in vehicles".formatted(c.id(), id), "the plan uses a way nobody has offered them", "check `users`, `modes` and `direction` of the corridor");
    }
    boolean split = v.together().isPresent() && v.together().get().highIn(Unit.PEOPLE) > v.seats().lowIn(Unit.PEOPLE_PER_VEHICLE);
    if (split) {
      findings.error("family-larger-than-vehicle", v.at(), "families of up to %s ride together in vehicles of at least %s seats".formatted(Quantities.plain(v.together().get().high()), Quantities.plain(v.seats().low())), "they would never get a place", "give larger vehicles, or smaller groups that stay together");
    }
    for (Vehicles.Hospital h : v.hospitals()) {
      boolean stated = read.geography().destinations().stream().anyMatch(d -> d.id().equals(h.destination()) && d.beds().isPresent());
      if (!stated) findings.warning("beds-not-stated", v.at(), "destination `%s` takes patients of `%s`, and nobody stated how many beds are free".formatted(h.destination(), v.id()), "it counts as never full", "ask, and add `beds` and `discharge` to the destination");
    }
    if (v.screening().isPresent() && v.held().isEmpty()) {
      findings.warning("held-not-stated", v.at(), "`%s` is screened, and nobody stated what share is held back".formatted(v.id()), "the plan counts all as let through", "ask, and add `held` as a range");
    }
  }

  private Corridor corridor(String id) {
    return read.geography().corridors().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
