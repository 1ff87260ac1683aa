// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.respite.model.register.Name;

/**
 * Where everything lies: the trapped area, the ways out of it and where they lead.
 *
 * @param lines drawn line of each corridor leg, by leg id: for the map only
 */
public record Geography(
    List<Site> sites, List<Corridor> corridors, List<Destination> destinations, Map<String, List<Position>> lines, Streets streets) {
  public Geography {
    sites = List.copyOf(sites);
    corridors = List.copyOf(corridors);
    destinations = List.copyOf(destinations);
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  public List<Site> districts() {
    return sites.stream().filter(s -> s.kind() == Site.Kind.DISTRICT).toList();
  }

  /** @throws IllegalArgumentException if there is no such site */
  public Site getSite(String id) {
    return sites.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("no site %s in the case".formatted(id)));
  }

  /** What a reader calls each place, by the id of its corridor, checkpoint, site or destination; a leg is called by where it goes from and to. */
  public Map<String, Name> gazetteer() {
    Map<String, Name> names = new LinkedHashMap<>();
    for (Destination d : destinations) names.put(d.id(), d.name());
    for (Site s : sites) names.put(s.id(), s.name());
    for (Corridor c : corridors) {
      names.put(c.id(), c.name());
      for (Corridor.Checkpoint p : c.checkpoints()) names.putIfAbsent(p.id(), p.name());
    }
    for (Corridor c : corridors) {
      for (Corridor.Leg l : c.legs()) names.putIfAbsent(l.id(), between(names.get(l.from()), names.get(l.to())));
    }
    return names;
  }

  private static Name between(Name from, Name to) {
    return new Name(from.en() + " to " + to.en(), from.ar().isEmpty() || to.ar().isEmpty() ? "" : "من %s إلى %s".formatted(from.ar(), to.ar()));
  }

  /** The same places with one more corridor: for "what if". */
  public Geography with(Corridor more) {
    return new Geography(sites, Stream.concat(corridors.stream(), Stream.of(more)).toList(), destinations, lines, streets);
  }
}
