// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Root;

/** What shows only when batches are held against each other: who follows whom, whose key signed, what an entry refers to. */
final class Chains {
  private record Head(String author, long seq) {}

  private record ToVerify(String key, String message, String value, Failure otherwise) {}

  private static final class Known {
    final String key;
    final String name;
    long entries;
    OffsetDateTime last = OffsetDateTime.MIN;

    Known(String key, String name) {
      this.key = key;
      this.name = name;
    }
  }

  private final Set<String> pinned;
  private final Map<String, Head> heads = new HashMap<>();
  private final Map<String, String> followers = new HashMap<>();
  private final Map<String, Known> authors = new LinkedHashMap<>();
  private final Set<Long> referable = new HashSet<>();
  private final List<ToVerify> toVerify = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private String headerHash = "";

  Chains(Set<String> pinned) {
    this.pinned = pinned;
  }

  void start(String headerHash) {
    this.headerHash = headerHash;
  }

  String headerHash() {
    return headerHash;
  }

  /** Takes the next batch in the order of the file; what does not fit those before it. */
  List<Failure> join(BatchCheck batch) {
    List<Failure> failures = new ArrayList<>();
    if (batch.read.isEmpty()) return failures;
    Recorded first = batch.read.getFirst();
    boolean sound = batch.failures.isEmpty();
    // After a damaged header, which has been told, the rest is checked against the hash that the first entry remembers.
    if (headerHash.isEmpty() && first.entry().seq() == 1) headerHash = first.entry().prev();
    introduce(batch, failures, sound);
    if (sound) follow(first, batch, failures);
    for (Recorded r : batch.read) {
      if (sound) refer(r, batch, failures);
      referable.add(brief(r.hash()));
    }
    Recorded last = batch.read.getLast();
    heads.put(last.hash(), new Head(last.entry().author(), last.entry().seq()));
    if (batch.signature != null) {
      heads.put(batch.signature.head(), new Head(last.entry().author(), last.entry().seq()));
      if (!sound) return failures; // what failed has been told; a signature on it says nothing more
      String message = Batch.message(headerHash, batch.signature.author(), (int) batch.signature.entries(), batch.signature.head());
      signedBy(batch.signature.author(), message, batch.signature.value(), batch.signatureFailure("it does not hold: forged, or changed"));
    }
    return failures;
  }

  /** An author's chain begins with the author's key; the id that entries carry must be that key's. */
  private void introduce(BatchCheck batch, List<Failure> failures, boolean sound) {
    for (Recorded r : batch.read) {
      Entry e = r.entry();
      if (e.body() instanceof Body.Author a) {
        boolean own = PublicKeys.isKey(a.key()) && PublicKeys.id(a.key()).equals(e.author());
        if (own && e.seq() == 1) authors.computeIfAbsent(e.author(), _ -> new Known(a.key(), a.name()));
        else if (sound) failures.add(batch.failureOf(r, own ? "an author is introduced once, by the first entry of the chain" : "the key in it is not the one that its author id is made from"));
      }
      Known known = authors.get(e.author());
      if (known != null) count(known, r);
      else if (sound && r == batch.read.getFirst()) failures.add(batch.failureOf(r, "its author %s was never introduced with a key".formatted(e.author())));
    }
  }

  /** A clock that was set back breaks nothing: the chain is in order whatever it says. But a reader should know. */
  private void count(Known known, Recorded r) {
    known.entries++;
    if (r.entry().entered().isBefore(known.last)) notices.add("entry %s was entered at %s, before the one it follows (%s): its author's clock was set back".formatted(r.name(), r.entry().entered(), known.last));
    known.last = r.entry().entered();
  }

  private void follow(Recorded first, BatchCheck batch, List<Failure> failures) {
    Entry e = first.entry();
    Head before = heads.get(e.prev());
    boolean begins = e.seq() == 1 && e.prev().equals(headerHash);
    boolean follows = before != null && before.author.equals(e.author()) && before.seq + 1 == e.seq();
    if (!begins && !follows) failures.add(batch.failureOf(first, "it does not follow the end of its author's chain: something before it was taken out, put in or replaced"));
    for (String after : e.after()) if (!heads.containsKey(after)) failures.add(batch.failureOf(first, "it was entered after entry %s, which does not stand before it".formatted(after.substring(0, Math.min(12, after.length())))));
    String other = followers.putIfAbsent(e.prev() + e.author(), first.name());
    if (other != null) notices.add("two entries of author %s, %s and %s, follow the same entry: the key was in use in two places, or history was written twice".formatted(e.author(), other, first.name()));
  }

  private void refer(Recorded r, BatchCheck batch, List<Failure> failures) {
    reference(r.entry().body()).filter(of -> of.length() != 64 || !referable.contains(brief(of))).ifPresent(of -> failures.add(batch.failureOf(r, "it refers to entry %s, which does not stand before it".formatted(of.substring(0, Math.min(12, of.length()))))));
    if (r.entry().body() instanceof Root root && !Roots.holds(root, headerHash, h -> matches(h))) failures.add(batch.failureOf(r, "the root does not match the entries before it"));
  }

  private boolean matches(Root.Head h) {
    Head known = heads.get(h.hash());
    return known != null && known.author.equals(h.author()) && known.seq == h.seq();
  }

  /** The entry that a body speaks of. */
  private static Optional<String> reference(Body body) {
    return switch (body) {
      case Body.Confirmation c -> Optional.of(c.of());
      case Body.Correction c -> Optional.of(c.of());
      case Body.MoreClaims c -> Optional.of(c.of());
      case Notification.Acknowledgement a -> Optional.of(a.of());
      case Body.Author _, Body.Party _, Body.Source _, Body.Document _, Body.Count _, Body.Incident _, Body.Decision _, Root _, Notification _, org.respite.ledger.entry.Statement _ -> Optional.empty();
    };
  }

  /** 64 of the 256 bits: enough to tell a million entries apart in memory; the chain itself compares all of them. */
  private static Long brief(String hash) {
    try {
      return Long.parseUnsignedLong(hash.substring(0, 16), 16);
    } catch (NumberFormatException e) {
      return -1L;
    }
  }

  void signedBy(String author, String message, String value, Failure otherwise) {
    Known known = authors.get(author);
    if (known == null) toVerify.add(new ToVerify("", message, value, new Failure(otherwise.line(), otherwise.entry(), "its author %s was never introduced with a key".formatted(author))));
    else toVerify.add(new ToVerify(known.key, message, value, otherwise));
  }

  /**
   * Verifies the signatures that were met, on all processors; and whether their keys are known.
   *
   * @param sound whether nothing else failed: where an introduction was damaged, its author's signatures cannot be judged
   */
  List<Failure> signatureFailures(boolean sound) {
    List<Failure> failures = new ArrayList<>(toVerify.parallelStream().filter(v -> sound || !v.key.isEmpty()).filter(v -> !PublicKeys.verifies(v.key, v.message, v.value)).map(ToVerify::otherwise).toList());
    toVerify.stream().filter(v -> !v.key.isEmpty() && !isPinned(v.key)).map(v -> new Failure(v.otherwise.line(), v.otherwise.entry(), "it is by key %s, which the list of known keys does not name".formatted(v.key))).forEach(failures::add);
    return failures;
  }

  private boolean isPinned(String key) {
    return pinned.isEmpty() || pinned.contains(key);
  }

  List<Verification.Author> authors() {
    return authors.entrySet().stream().map(e -> new Verification.Author(e.getKey(), e.getValue().key, e.getValue().name, e.getValue().entries, isPinned(e.getValue().key))).toList();
  }

  List<String> notices() {
    return notices;
  }
}
