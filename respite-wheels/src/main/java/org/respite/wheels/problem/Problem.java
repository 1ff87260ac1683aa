// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

import java.time.Instant;
import java.util.List;

/**
 * Vehicles, ways, servers and loads of one world: what a schedule is made of. Times are seconds from {@code begins}.
 *
 * @param closes by window: the second at which it ends; whoever is inside then is caught
 */
public record Problem(
    Instant begins, List<Servers> servers, List<Fleet> fleets, List<TripType> types, List<Cargo> cargo, List<Integer> opens, List<Integer> closes) {
  /**
   * Alike servers side by side: inspection teams, unloading bays, the head of a road. Or a stock, such as hospital beds, of which every piece is
   * taken once and for all.
   *
   * @param count at least 0; with 0 nothing passes
   * @param stock of a stock: when each piece is there, seconds, in order; empty for servers
   */
  public record Servers(String id, String name, int count, List<Integer> stock) {
    public Servers {
      stock = List.copyOf(stock);
    }

    public Servers(String id, String name, int count) {
      this(id, name, count, List.of());
    }

    public static Servers stock(String id, String name, List<Integer> at) {
      return new Servers(id, name, at.size(), at.stream().sorted().toList());
    }

    public boolean isStock() {
      return !stock.isEmpty();
    }
  }

  public Problem {
    servers = List.copyOf(servers);
    fleets = List.copyOf(fleets);
    types = List.copyOf(types);
    cargo = List.copyOf(cargo);
    opens = List.copyOf(opens);
    closes = List.copyOf(closes);
  }

  public Instant at(int second) {
    return begins.plusSeconds(second);
  }

  public Problem withCargo(List<Cargo> other) {
    return new Problem(begins, servers, fleets, types, other, opens, closes);
  }

  public Problem withFleets(List<Fleet> other) {
    return new Problem(begins, servers, other, types, cargo, opens, closes);
  }

  public Problem withTypes(List<TripType> other) {
    return new Problem(begins, servers, fleets, other, cargo, opens, closes);
  }
}
