// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Party;
import org.respite.model.register.Source;
import org.respite.model.register.Statement;

/**
 * A folder that holds all of it, read and checked. Immutable: equal cases give equal answers.
 *
 * @param lines drawn line of each corridor leg, by leg id: for the map only
 * @param vehicles buses and ambulances for people, beside the turns that checkpoints may name
 * @param monitoring tables for the pause clock; not part of any plan
 * @param quantities every quantity of the case in reading order: what can be drawn, traced and asked for
 * @param files what was read, with the SHA-256 of each
 * @param ledger file of the folder that holds the statements; empty where case.yaml holds them. Its statements are not in yet when a folder has been read
 */
public record Case(
    String id,
    String title,
    String summary,
    Theatre theatre,
    Map<String, Source> sources,
    List<Party> parties,
    List<Statement> statements,
    List<Pause> pauses,
    List<Option> options,
    Population people,
    List<Destination> destinations,
    List<Corridor> corridors,
    List<Site> sites,
    Map<String, List<Position>> lines,
    Streets streets,
    Optional<Aid> aid,
    List<Vehicles> vehicles,
    List<NeedStated> needs,
    List<GateItem> gate,
    List<Count> counts,
    Monitoring monitoring,
    List<Quantity> quantities,
    List<InputFile> files,
    String ledger) {
  /** A file as it was read. */
  public record InputFile(String name, long bytes, String sha256) {}

  public List<Site> districts() {
    return sites.stream().filter(s -> s.kind() == Site.Kind.DISTRICT).toList();
  }

  /** @throws IllegalArgumentException if there is no such site */
  public Site getSite(String id) {
    return sites.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow(() -> missing("site", id));
  }

  /** @throws IllegalArgumentException if there is no such window */
  public Window getWindow(String id) {
    return windows().filter(w -> w.id().equals(id)).findFirst().orElseThrow(() -> missing("window", id));
  }

  public Optional<Option> findOption(String id) {
    return options.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  public Stream<Window> windows() {
    return pauses.stream().flatMap(p -> p.windows().stream());
  }

  /** The same case with one more corridor: for "what if". */
  public Case withCorridor(Corridor more) {
    List<Corridor> longer = Stream.concat(corridors.stream(), Stream.of(more)).toList();
    return new Case(
        id, title, summary, theatre, sources, parties, statements, pauses, options, people, destinations, longer, sites, lines, streets, aid, vehicles, needs,
        gate, counts, monitoring, quantities, files, ledger);
  }

  /** The same case, told of files beside its folder that were read for it. */
  public Case withFiles(List<InputFile> more) {
    return new Case(
        id, title, summary, theatre, sources, parties, statements, pauses, options, people, destinations, corridors, sites, lines, streets, aid, vehicles, needs,
        gate, counts, monitoring, quantities, Stream.concat(files.stream(), more.stream()).toList(), ledger);
  }

  /** The same case with the register that its ledger holds. */
  public Case withRegister(Map<String, Source> allSources, List<Statement> heard) {
    return new Case(
        id, title, summary, theatre, allSources, parties, List.copyOf(heard), pauses, options, people, destinations, corridors, sites, lines, streets, aid, vehicles, needs,
        gate, counts, monitoring, quantities, files, ledger);
  }

  /** The same case with only what was known: statements, options, needs, gate and counts. */
  public Case asKnown(List<Statement> heard, List<Option> announced, List<NeedStated> needed, List<GateItem> asked, List<Count> counted) {
    return new Case(
        id, title, summary, theatre, sources, parties, heard, pauses, announced, people, destinations, corridors, sites, lines, streets, aid, vehicles, needed, asked, counted,
        monitoring, quantities, files, ledger);
  }

  private static IllegalArgumentException missing(String kind, String id) {
    return new IllegalArgumentException("no %s %s in the case".formatted(kind, id));
  }
}
