// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.ledger.Ledgers;
import org.respite.ledger.Workspace;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.entry.Told;
import org.respite.ledger.form.Refused;

/** No byte of a ledger file can change unseen. The ledger: its author, then a source and a statement with one claim under one signature. */
class TamperTest {
  @TempDir Path dir;
  private byte[] whole;

  @BeforeEach
  void aSmallLedger() throws Refused {
    try (Workspace w = Ledgers.init(dir.resolve("w"))) {
      w.append(List.of(
          Ledgers.item("source", "{'key':'call-1','publisher':'phone call','reliability':'B'}"),
          Ledgers.item("statement", "{'id':'s1','party':'north','heard':'2016-10-19T11:00+03:00','source':'call-1','original':'هدنة','language':'ar','translation':'A truce','claims':[{'topic':'halt','stance':'agrees'}]}")));
      whole = Ledgers.file(w);
    }
  }

  @Test
  void unchangedItHolds() {
    assertThat(Ledgers.verify(whole).failures()).isEmpty();
    assertThat(Ledgers.verify(whole).contents()).isPresent();
  }

  /** Every byte, one of its bits in turn. */
  @Test
  void anyByteFlippedIsSeen() {
    assertThat(IntStream.range(0, whole.length).map(i -> i * 8 + i % 8).parallel().filter(bit -> flipped(whole, bit)).boxed().toList()).isEmpty();
  }

  /** Every bit of a ledger that holds nothing but its author. */
  @Test
  void anyBitFlippedIsSeen() throws Refused {
    try (Workspace w = Ledgers.init(dir.resolve("bare"))) {
      byte[] bare = Ledgers.file(w);
      assertThat(IntStream.range(0, bare.length * 8).parallel().filter(bit -> flipped(bare, bit)).boxed().toList()).isEmpty();
    }
  }

  /** Whether the file still holds with that bit flipped. */
  private static boolean flipped(byte[] file, int bit) {
    byte[] changed = file.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return Ledgers.verify(changed).holds();
  }

  @Test
  void anyByteTakenOutOrDoubledOrPutInIsSeen() {
    List<String> unseen = IntStream.rangeClosed(0, whole.length).parallel().boxed().flatMap(i -> {
      List<String> here = new ArrayList<>();
      for (byte b : new byte[] {'\n', '0'}) if (Ledgers.verify(with(i, b)).holds()) here.add("byte %d put in at %d".formatted(b, i));
      if (i < whole.length && Ledgers.verify(with(i, whole[i])).holds()) here.add("byte %d doubled".formatted(i));
      if (i < whole.length && Ledgers.verify(without(i)).holds()) here.add("byte %d taken out".formatted(i));
      return here.stream();
    }).toList();
    assertThat(unseen).isEmpty();
  }

  @Test
  void anyShorterFileIsSeen() {
    assertThat(IntStream.range(0, whole.length).parallel().filter(n -> Ledgers.verify(Arrays.copyOf(whole, n)).holds()).boxed().toList()).isEmpty();
  }

  @Test
  void anyLineTakenOutDoubledOrSwappedIsSeen() {
    List<String> lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> out = new ArrayList<>(lines);
      out.remove(i);
      List<String> twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      List<String> swapped = new ArrayList<>(lines);
      swapped.set(i, lines.get((i + 1) % lines.size()));
      swapped.set((i + 1) % lines.size(), lines.get(i));
      for (List<String> changed : List.of(out, twice, swapped)) assertThat(Ledgers.verify((String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8)).holds()).as("line %d", i + 1).isFalse();
    }
  }

  /** Entry 3 is the statement; one letter of its translation becomes another. */
  @Test
  void theEntryThatFailsIsNamedAndNoOther() {
    byte[] changed = new String(whole, StandardCharsets.UTF_8).replace("A truce", "A trace").getBytes(StandardCharsets.UTF_8);
    Failure failure = Ledgers.verify(changed).failures().getFirst();
    assertThat(Ledgers.verify(changed).failures()).hasSize(1);
    assertThat(failure.entry()).isEqualTo("entry 3 (s1)");
    assertThat(failure.why()).isEqualTo("its content does not match its hash: the line was changed after it was entered");
  }

  /** Whoever has no key can compute hashes anew, but not the signature. */
  @Test
  void aForgedEntryWithNewHashesHasNoSignature() {
    Recorded statement = Ledgers.verify(whole).contents().orElseThrow().entries().toList().get(2);
    Entry e = statement.entry();
    Recorded forged = Recorded.of(new Entry(e.author(), e.seq(), e.prev(), e.after(), e.entered(), e.label(), new Body.Decision("go", "tomorrow", "all agreed", "", Told.UNTOLD)));
    String text = new String(whole, StandardCharsets.UTF_8).replace(statement.line(), forged.line()).replace(statement.hash(), forged.hash());
    Failure first = Ledgers.verify(text.getBytes(StandardCharsets.UTF_8)).failures().getFirst();
    assertThat(first.entry()).isEqualTo("the signature of entries 2 to 3");
    assertThat(first.why()).isEqualTo("it does not hold: forged, or changed");
  }

  @Test
  void aKeyThatIsNotPinnedDoesNotHold() {
    String key = Ledgers.verify(whole).authors().getFirst().key();
    assertThat(Ledgers.verify(whole, key).holds()).isTrue();
    assertThat(Ledgers.verify(whole, AuthorKey.create().publicKey()).failures()).isNotEmpty().allMatch(f -> f.why().contains("which the list of known keys does not name"));
  }

  @Test
  void whatIsNoLedgerDoesNotHoldAndSaysWhatALedgerIs() {
    for (String text : List.of("", "\n", "hello", "{}", "{\"header\":{}}\n", "\u0000\u0001")) {
      Verification v = Ledgers.verify(text.getBytes(StandardCharsets.UTF_8));
      assertThat(v.failures().getFirst().entry()).isEqualTo("the header");
      assertThat(v.failures().getFirst().why()).contains("a ledger begins with a line");
    }
  }

  private byte[] with(int at, byte b) {
    byte[] longer = new byte[whole.length + 1];
    System.arraycopy(whole, 0, longer, 0, at);
    longer[at] = b;
    System.arraycopy(whole, at, longer, at + 1, whole.length - at);
    return longer;
  }

  private byte[] without(int at) {
    byte[] shorter = new byte[whole.length - 1];
    System.arraycopy(whole, 0, shorter, 0, at);
    System.arraycopy(whole, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }
}
