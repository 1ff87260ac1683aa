// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Header;
import org.respite.ledger.entry.Told;
import org.respite.ledger.proof.AuthorKey;
import org.respite.ledger.proof.Batch;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;

/** Random histories of three people who enter, carry copies to one another, and set their clocks as they like. */
class MergeTest {
  private static final Header HEADER = new Header("0".repeat(32), "merge", Ledgers.DAMASCUS, "2016-10-19T12:00+03:00");

  private final List<AuthorKey> people = List.of(AuthorKey.create(), AuthorKey.create(), AuthorKey.create());
  private final List<Contents> copies = new ArrayList<>();

  /** Thirty steps: somebody enters one to three things, or takes over another's copy. */
  private void history(Random random) {
    for (AuthorKey key : people) copies.add(append(Contents.empty(HEADER), key, List.of(new Body.Author(key.publicKey(), "someone")), random));
    for (int step = 0; step < 30; step++) {
      int who = random.nextInt(3);
      if (random.nextInt(3) == 0) {
        copies.set(who, copies.get(who).merge(copies.get(random.nextInt(3))));
      } else {
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) bodies.add(new Body.Decision("go", "step " + step, "reason " + random.nextInt(), "", Told.UNTOLD));
        copies.set(who, append(copies.get(who), people.get(who), bodies, random));
      }
    }
  }

  private static Contents append(Contents contents, AuthorKey key, List<Body> bodies, Random random) {
    Set<String> tips = contents.batches().stream().map(Batch::head).collect(Collectors.toCollection(HashSet::new));
    contents.batches().forEach(b -> tips.removeAll(b.causes()));
    List<Recorded> own = contents.entries().filter(r -> r.entry().author().equals(key.id())).toList();
    String prev = own.isEmpty() ? contents.headerHash() : own.getLast().hash();
    tips.remove(prev);
    Writer.Place place = new Writer.Place(own.size(), prev, tips.stream().sorted().toList());
    OffsetDateTime clock = OffsetDateTime.parse("2016-10-19T12:00+03:00").plusMinutes(random.nextInt(2_000) - 1_000);
    Batch batch = new Writer(key, contents.headerHash()).batch(place, bodies.stream().map(Writer.Item::of).toList(), clock);
    return contents.merge(new Contents(HEADER, List.of()).merge(contents)).merge(only(contents, batch));
  }

  private static Contents only(Contents before, Batch batch) {
    List<Batch> all = new ArrayList<>(before.batches());
    all.add(batch);
    return new Contents(HEADER, all);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void mergingIsCommutativeAssociativeAndIdempotentAndLosesNothing(long seed) {
    history(new Random(seed));
    Contents a = copies.get(0);
    Contents b = copies.get(1);
    Contents c = copies.get(2);
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(a)).isEqualTo(a);
    assertThat(a.merge(b).merge(b)).isEqualTo(a.merge(b));
    Set<String> all = copies.stream().flatMap(Contents::entries).map(Recorded::hash).collect(Collectors.toSet());
    assertThat(a.merge(b).merge(c).entries().map(Recorded::hash)).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void causesStandBeforeEffectsWhateverTheClocksSay(long seed) {
    history(new Random(seed));
    Map<String, Integer> place = new HashMap<>();
    List<Batch> order = copies.get(0).merge(copies.get(1)).merge(copies.get(2)).batches();
    for (int i = 0; i < order.size(); i++) {
      for (String cause : order.get(i).causes()) if (!cause.equals(copies.getFirst().headerHash())) assertThat(place).containsKey(cause);
      place.put(order.get(i).head(), i);
    }
  }
}
