// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.entry.Label;

/**
 * Makes the next batch of an author out of what is to be entered and where the chains end.
 *
 * @param headerHash of the ledger
 */
public record Writer(AuthorKey key, String headerHash) {
  /**
   * Where a new batch begins.
   *
   * @param seq of the author's last entry; 0 before the first
   * @param prev its hash; the header's before the first
   * @param after ends of all other chains that the author knows
   */
  public record Place(long seq, String prev, List<String> after) {}

  /** What is to be entered, with its label. */
  public record Item(Label label, Body body) {
    public static Item of(Body body) {
      return new Item(Label.USUAL, body);
    }
  }

  /** Signs {@code items} as one batch, all at {@code entered}. */
  public Batch batch(Place place, List<Item> items, OffsetDateTime entered) {
    List<Recorded> entries = new ArrayList<>(items.size());
    String prev = place.prev;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      Entry entry = new Entry(key.id(), place.seq + i + 1, prev, i == 0 ? place.after : List.of(), entered, item.label, item.body);
      Recorded recorded = Recorded.of(entry);
      entries.add(recorded);
      prev = recorded.hash();
    }
    return Batch.signed(entries, headerHash, key);
  }
}
