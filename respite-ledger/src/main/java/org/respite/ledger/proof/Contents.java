// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.respite.ledger.entry.Header;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Value;

/**
 * A whole ledger in memory: its header and its batches, causes before effects. Equal sets of batches are in equal order, whoever merged them and
 * in whatever turn.
 */
public record Contents(Header header, List<Batch> batches) {
  public Contents {
    batches = List.copyOf(batches);
  }

  public static Contents empty(Header header) {
    return new Contents(header, List.of());
  }

  public String headerHash() {
    return hash(header);
  }

  static String hash(Header header) {
    return Sha256.of(Canonical.bytes(header.fields()));
  }

  /** The first line of its file. */
  public static String headerLine(Header header) {
    return Canonical.text(Value.Fields.with().text("hash", hash(header)).put("header", header.fields()).done());
  }

  public Stream<Recorded> entries() {
    return batches.stream().flatMap(b -> b.entries().stream());
  }

  /**
   * All batches of both, each once, in the order of causes; where causes leave it open, by hash.
   *
   * @throws IllegalArgumentException if they are not the same ledger, or one lacks what an entry of it follows
   */
  public Contents merge(Contents other) {
    if (!header.equals(other.header)) throw new IllegalArgumentException("ledger %s cannot be merged with ledger %s".formatted(header.id(), other.header.id()));
    Map<String, Batch> all = new HashMap<>();
    Stream.concat(batches.stream(), other.batches.stream()).forEach(b -> all.put(b.head(), b));
    return new Contents(header, ordered(all, headerHash()));
  }

  /** Kahn's topological order; among those that may come next, the smallest hash. O(n log n). */
  private static List<Batch> ordered(Map<String, Batch> all, String root) {
    Map<String, Integer> waitsFor = new HashMap<>();
    Map<String, List<Batch>> followers = new HashMap<>();
    PriorityQueue<Batch> ready = new PriorityQueue<>(Comparator.comparing(Batch::head));
    for (Batch b : all.values()) {
      List<String> causes = b.causes().stream().filter(c -> !c.equals(root)).toList();
      if (!all.keySet().containsAll(causes)) throw new IllegalArgumentException("entry %s follows an entry that is not there".formatted(b.entries().getFirst().name()));
      waitsFor.put(b.head(), causes.size());
      causes.forEach(c -> followers.computeIfAbsent(c, _ -> new ArrayList<>()).add(b));
      if (causes.isEmpty()) ready.add(b);
    }
    List<Batch> ordered = new ArrayList<>(all.size());
    while (!ready.isEmpty()) {
      Batch next = ready.poll();
      ordered.add(next);
      for (Batch f : followers.getOrDefault(next.head(), List.of())) if (waitsFor.merge(f.head(), -1, Integer::sum) == 0) ready.add(f);
    }
    return ordered;
  }
}
