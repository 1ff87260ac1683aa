// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.respite.ledger.entry.Body;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Value;

/** Signed roots: one digest that fixes everything its author knew, for stamping by others (RFC 3161, OpenTimestamps). */
public final class Roots {
  private Roots() {}

  /** The root over these heads. */
  public static Body.Root of(List<Body.Root.Head> heads, String headerHash) {
    List<Body.Root.Head> sorted = heads.stream().sorted(Comparator.comparing(Body.Root.Head::author).thenComparing(Body.Root.Head::hash)).toList();
    return new Body.Root(entries(sorted), sorted, digest(sorted, headerHash));
  }

  private static long entries(List<Body.Root.Head> heads) {
    return heads.stream().mapToLong(Body.Root.Head::seq).sum();
  }

  private static String digest(List<Body.Root.Head> heads, String headerHash) {
    return Sha256.of(Canonical.bytes(Value.Fields.with().text("header", headerHash).items("heads", heads.stream().map(Body.Root.Head::fields).toList()).done()));
  }

  static boolean holds(Body.Root root, String headerHash, Predicate<Body.Root.Head> known) {
    return root.heads().stream().allMatch(known) && root.entries() == entries(root.heads()) && root.digest().equals(digest(root.heads(), headerHash));
  }
}
