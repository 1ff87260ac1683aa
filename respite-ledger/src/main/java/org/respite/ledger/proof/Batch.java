// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.util.List;
import java.util.stream.Stream;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Value;

/**
 * Entries that one author entered at once, under one signature: on the last one's hash, to which the chain ties all the others. Signing costs about a
 * millisecond, so many entries at once share one.
 *
 * @param signature 128 hexadecimal digits
 */
public record Batch(List<Recorded> entries, String signature) {
  public Batch {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) throw new IllegalArgumentException("a batch has at least one entry, got 0");
  }

  static Batch signed(List<Recorded> entries, String headerHash, AuthorKey key) {
    Recorded head = entries.getLast();
    return new Batch(entries, key.sign(message(headerHash, head.entry().author(), entries.size(), head.hash())));
  }

  /** What is signed: format, purpose, ledger, author, how many entries, the last one's hash; a signature for one purpose fits no other. */
  static String message(String headerHash, String author, int entries, String head) {
    return String.join("\n", "respite-ledger/1", "entries", headerHash, author, Integer.toString(entries), head);
  }

  public String author() {
    return entries.getFirst().entry().author();
  }

  public String head() {
    return entries.getLast().hash();
  }

  /** Hashes that must stand before it: the end of its own chain, and what its author knew of others. */
  public List<String> causes() {
    Entry first = entries.getFirst().entry();
    return Stream.concat(Stream.of(first.prev()), first.after().stream()).distinct().toList();
  }

  public long firstSeq() {
    return entries.getFirst().entry().seq();
  }

  /** Its last line in a ledger file. */
  public String signatureLine() {
    Value.Fields fields = Value.Fields.with().text("author", author()).whole("entries", entries.size()).text("head", head()).text("value", signature).done();
    return Canonical.text(Value.Fields.with().put("signature", fields).done());
  }
}
