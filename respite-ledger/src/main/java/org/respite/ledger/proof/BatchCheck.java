// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/** What can be checked of one batch without knowing any other: form, hashes, the chain inside, the shape of its signature. Runs beside others. */
final class BatchCheck {
  /**
   * Lines that belong together, as they stand.
   *
   * @param firstLine of the file, from 1
   * @param firstEntry number of its first entry, from 1
   * @param signed whether the last line is the signature
   */
  record Raw(long firstLine, long firstEntry, List<byte[]> lines, boolean signed) {
    int entries() {
      return signed ? lines.size() - 1 : lines.size();
    }
  }

  /** What the signature line says. */
  record Signed(String author, long entries, String head, String value) {}

  private final Raw raw;
  private final Recorded[] slots;
  final List<Recorded> read = new ArrayList<>();
  final List<Failure> failures = new ArrayList<>();
  Signed signature;
  /** Hash of the last entry as recorded and as computed: they differ where that line was damaged. */
  private String recorded;
  private String computed;

  private BatchCheck(Raw raw) {
    this.raw = raw;
    this.slots = new Recorded[raw.entries()];
  }

  static BatchCheck of(Raw raw) {
    BatchCheck check = new BatchCheck(raw);
    for (int i = 0; i < raw.entries(); i++) check.entry(i);
    if (raw.signed()) check.signature();
    else check.fail(raw.lines().size() - 1, check.names(), "no signature covers them");
    return check;
  }

  private long lastLine() {
    return raw.firstLine() + raw.lines().size() - 1;
  }

  private void fail(int index, String entry, String why) {
    failures.add(new Failure(raw.firstLine() + index, entry, why));
  }

  /** "entry 12 (s06)": by its number and, as far as it can be read, its name. */
  private String name(int index) {
    String number = "entry " + (raw.firstEntry() + index);
    return slots[index] == null ? number : number + " (" + slots[index].name() + ")";
  }

  /** "entries 12 to 15". */
  String names() {
    int n = raw.entries();
    if (n == 0) return "a signature without entries";
    return n == 1 ? name(0) : "entries %d to %d".formatted(raw.firstEntry(), raw.firstEntry() + n - 1);
  }

  private void entry(int index) {
    byte[] line = raw.lines().get(index);
    int hashAt = line.length - 64 - Recorded.AFTER.length();
    if (!Recorded.shaped(line) || !at(line, hashAt - Recorded.BETWEEN.length(), Recorded.BETWEEN) || !at(line, line.length - 2, Recorded.AFTER)) {
      fail(index, name(index), "the line has not the form of an entry");
      recorded = null;
      return;
    }
    int from = Recorded.BEFORE.length();
    int to = hashAt - Recorded.BETWEEN.length();
    String before = recorded;
    String beforeComputed = computed;
    recorded = new String(line, hashAt, 64, StandardCharsets.ISO_8859_1);
    computed = Sha256.of(line, from, to);
    boolean sound = recorded.equals(computed);
    try {
      Entry entry = decode(Arrays.copyOfRange(line, from, to));
      slots[index] = new Recorded(entry, recorded);
      read.add(slots[index]);
      if (sound && before != null && !entry.prev().equals(before) && !entry.prev().equals(beforeComputed)) fail(index, name(index), "it does not follow the entry before it: one was taken out, put in or replaced");
      if (sound && index > 0 && !entry.after().isEmpty()) fail(index, name(index), "only the first entry under a signature may name other chains");
    } catch (Canonical.NotCanonical | Malformed e) {
      if (sound) fail(index, name(index), "it cannot be an entry of this format: " + e.getMessage());
    }
    if (!sound) fail(index, name(index), "its content does not match its hash: the line was changed after it was entered");
  }

  private static boolean at(byte[] line, int from, String expected) {
    return from >= 0 && from + expected.length() <= line.length && new String(line, from, expected.length(), StandardCharsets.ISO_8859_1).equals(expected);
  }

  /** The entry, if these bytes are the one way to write it. */
  private static Entry decode(byte[] bytes) throws Canonical.NotCanonical, Malformed {
    if (!(Canonical.parse(bytes) instanceof Value.Fields fields)) throw new Canonical.NotCanonical("it is no JSON object");
    Entry entry = Entry.read(fields);
    byte[] again;
    try {
      again = Canonical.bytes(entry.fields());
    } catch (IllegalArgumentException e) {
      throw new Canonical.NotCanonical(e.getMessage());
    }
    int mismatch = Arrays.mismatch(again, bytes);
    if (mismatch >= 0) throw new Canonical.NotCanonical("its bytes are not in canonical form (from byte %d)".formatted(mismatch + 1));
    return entry;
  }

  private void signature() {
    int index = raw.lines().size() - 1;
    String names = "the signature of " + names();
    try {
      Asked in = new Asked(Canonical.read(raw.lines().get(index)));
      signature = in.one("signature", s -> new Signed(s.text("author"), s.whole("entries"), s.text("head"), s.text("value"))).orElse(null);
      in.done();
    } catch (Canonical.NotCanonical | Malformed e) {
      fail(index, names, "the line cannot be read as a signature: " + e.getMessage());
      signature = null;
      return;
    }
    if (signature.entries != raw.entries()) fail(index, names, "it covers %d entries, %d stand before it: some were taken out or put in".formatted(signature.entries, raw.entries()));
    boolean head = signature.head.equals(recorded) || signature.head.equals(computed);
    if (!head) fail(index, names, "it was given on another last entry than the one before it");
    if (read.stream().anyMatch(r -> !r.entry().author().equals(signature.author))) fail(index, names, "it is not by the author of the entries");
    checkSeq(index, names);
  }

  private void checkSeq(int index, String names) {
    for (int i = 1; i < read.size(); i++) {
      if (read.size() == raw.entries() && read.get(i).entry().seq() != read.get(i - 1).entry().seq() + 1) {
        fail(index, names, "the entries are not numbered one after the other");
        return;
      }
    }
  }

  /** The batch as it can be kept; only where nothing failed. */
  Batch batch() {
    return new Batch(read, signature.value());
  }

  /** The entry named for a failure that shows only beside other batches. */
  Failure failureOf(Recorded r, String why) {
    int index = 0;
    while (slots[index] != r) index++;
    return new Failure(raw.firstLine() + index, name(index), why);
  }

  Failure signatureFailure(String why) {
    return new Failure(lastLine(), "the signature of " + names(), why);
  }
}
