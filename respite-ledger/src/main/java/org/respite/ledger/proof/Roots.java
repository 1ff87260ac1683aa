// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.respite.ledger.entry.Root;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Value;

/** Signed roots: one digest that fixes everything its author knew, for stamping by others (RFC 3161, OpenTimestamps). */
public final class Roots {
  private Roots() {}

  /** The root over these heads. */
  public static Root of(List<Root.Head> heads, String headerHash) {
    List<Root.Head> sorted = heads.stream().sorted(Comparator.comparing(Root.Head::author).thenComparing(Root.Head::hash)).toList();
    return new Root(entries(sorted), sorted, digest(sorted, headerHash));
  }

  private static long entries(List<Root.Head> heads) {
    return heads.stream().mapToLong(Root.Head::seq).sum();
  }

  private static String digest(List<Root.Head> heads, String headerHash) {
    return Sha256.of(Canonical.bytes(Value.Fields.with().text("header", headerHash).items("heads", heads.stream().map(Root.Head::fields).toList()).done()));
  }

  static boolean holds(Root root, String headerHash, Predicate<Root.Head> known) {
    return root.heads().stream().allMatch(known) && root.entries() == entries(root.heads()) && root.digest().equals(digest(root.heads(), headerHash));
  }
}
