// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.model.register.Register;

/**
 * A folder that holds all of it, read and checked. Immutable: equal cases give equal answers.
 *
 * @param vehicles buses and ambulances for people, beside the turns that checkpoints may name
 * @param monitoring tables for the pause clock; not part of any plan
 */
public record Case(
    String id,
    String title,
    String summary,
    Theatre theatre,
    Register register,
    List<Pause> pauses,
    List<Option> options,
    Population people,
    Geography geography,
    Optional<Aid> aid,
    List<Vehicles> vehicles,
    Records records,
    Monitoring monitoring,
    Origin origin) {
  public Case {
    pauses = List.copyOf(pauses);
    options = List.copyOf(options);
    vehicles = List.copyOf(vehicles);
  }

  /** @throws IllegalArgumentException if there is no such window */
  public Window getWindow(String id) {
    return windows().filter(w -> w.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("no window %s in the case".formatted(id)));
  }

  public Optional<Option> findOption(String id) {
    return options.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  public Stream<Window> windows() {
    return pauses.stream().flatMap(p -> p.windows().stream());
  }

  /** The same case somewhat elsewhere: for "what if". */
  public Case with(Geography changed) {
    return new Case(id, title, summary, theatre, register, pauses, options, people, changed, aid, vehicles, records, monitoring, origin);
  }

  /** The same case with another register: what its ledger holds. */
  public Case with(Register heard) {
    return new Case(id, title, summary, theatre, heard, pauses, options, people, geography, aid, vehicles, records, monitoring, origin);
  }

  /** The same case, read from these files. */
  public Case with(Origin told) {
    return new Case(id, title, summary, theatre, register, pauses, options, people, geography, aid, vehicles, records, monitoring, told);
  }

  /** The same case with only what was known. */
  public Case asKnown(Register heard, List<Option> announced, Records written) {
    return new Case(id, title, summary, theatre, heard, pauses, announced, people, geography, aid, vehicles, written, monitoring, origin);
  }
}
