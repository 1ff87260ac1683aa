// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Geography;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.movement.Reasons;
import org.respite.wheels.movement.Sharing;
import org.respite.wheels.problem.Stage;

/** Which legs of a plan are shared with those who come the other way, and what a plan would be worth if nobody came. */
final class SharedLegs {
  private SharedLegs() {}

  /** @param without worth of a plan of the case in which no leg is shared */
  static Movement told(Movement m, Case c, ToDoubleFunction<Case> without) {
    Set<String> driven = m.problem().types().stream().flatMap(t -> t.stages().stream()).filter(Stage::road).map(Stage::where).collect(Collectors.toSet());
    List<Sharing.Leg> legs =
        c.geography().corridors().stream()
            .flatMap(k -> k.legs().stream().filter(l -> l.shared().isPresent() && driven.contains(l.id())).map(l -> new Sharing.Leg(l.id(), k.id(), words(l.shared().get()))))
            .toList();
    if (legs.isEmpty()) return m;
    double alone = Math.max(m.schedule().value(), without.applyAsDouble(apart(c)));
    return m.with(new Sharing(legs, alone, alone - m.schedule().value()));
  }

  private static Case apart(Case c) {
    Geography g = c.geography();
    return c.with(new Geography(g.sites(), g.corridors().stream().map(SharedLegs::apart).toList(), g.destinations(), g.lines(), g.streets()));
  }

  private static Corridor apart(Corridor c) {
    List<Corridor.Leg> legs = c.legs().stream().map(l -> new Corridor.Leg(l.id(), l.from(), l.to(), l.length(), l.width(), Optional.empty(), l.refuges(), l.at())).toList();
    return new Corridor(c.id(), c.number(), c.name(), c.users(), c.modes(), c.direction(), c.destination(), c.hours(), c.clearance(), c.known(), c.unknown(), c.sources(), legs, c.checkpoints(), c.at());
  }

  private static String words(Corridor.Sharing s) {
    String rule =
        switch (s.rule()) {
          case TWO_WAY -> "both ways at once";
          case ALTERNATING -> "in turns, %s in and %s out".formatted(clock(s.in().orElseThrow()), clock(s.out().orElseThrow()));
        };
    String pace = s.pace().map(q -> ", at %.0f %% of their pace".formatted(100 * q.midIn(Unit.RATIO))).orElse("");
    return rule + pace + s.separation().map(q -> ", %s between vehicles".formatted(clock(q))).orElse("");
  }

  private static String clock(org.respite.model.quantity.Quantity q) {
    return Reasons.clock(Math.round(60 * q.midIn(Unit.MINUTES)));
  }
}
