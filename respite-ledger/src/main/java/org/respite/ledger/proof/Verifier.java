// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Header;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/**
 * Checks a ledger with nothing but its lines: form of every byte, hashes, chains, signatures, references, the closing line. Batches are read in
 * groups and checked on all processors; memory is bounded by a group, unless the contents are to be kept.
 */
public final class Verifier {
  private static final int LINES_AT_ONCE = 20_000;
  private static final String SIGNATURE = "{\"signature\":";

  private final LineSource lines;
  private final boolean file;
  private final boolean keep;
  private final Chains chains;
  private final List<Failure> failures = new ArrayList<>();
  private final List<Batch> kept = new ArrayList<>();
  private Optional<Header> header = Optional.empty();
  private byte[] closing;
  private long line;
  private long entries;
  private long signatures;

  private Verifier(LineSource lines, boolean file, Options options) {
    this.lines = lines;
    this.file = file;
    this.keep = options.keep;
    this.chains = new Chains(options.pinned);
  }

  /**
   * @param pinned public keys that may sign; empty where any key may, since the file introduces its own
   * @param keep whether to keep the contents in memory
   */
  public record Options(Set<String> pinned, boolean keep) {}

  /** Checks a ledger file, to its last byte. */
  public static Verification file(InputStream in, Options options) throws IOException {
    return new Verifier(LineSource.of(in), true, options).run();
  }

  /** Checks the lines of a store: header, entries and signatures, without a closing line. */
  public static Verification lines(Iterator<byte[]> lines, Options options) {
    try {
      return new Verifier(LineSource.of(lines), false, options).run();
    } catch (IOException e) {
      throw new IllegalStateException("lines in memory can always be read", e);
    }
  }

  private Verification run() throws IOException {
    readHeader();
    List<BatchCheck.Raw> group = new ArrayList<>();
    List<byte[]> open = new ArrayList<>();
    int waiting = 0;
    byte[] next;
    while (closing == null && (next = nextLine()) != null) {
      if (starts(next, Closing.PREFIX)) {
        closing = next;
        continue;
      }
      open.add(next);
      waiting++;
      if (starts(next, SIGNATURE)) {
        group.add(raw(open, true));
        open = new ArrayList<>();
        if (waiting >= LINES_AT_ONCE) {
          check(group);
          waiting = 0;
        }
      }
    }
    if (!open.isEmpty()) group.add(raw(open, false));
    check(group);
    if (file) readClosing();
    failures.addAll(chains.signatureFailures(failures.isEmpty()));
    failures.sort(Comparator.comparingLong(Failure::line));
    Optional<Contents> contents = keep && failures.isEmpty() ? header.map(h -> new Contents(h, kept)) : Optional.empty();
    return new Verification(header, entries, signatures, chains.authors(), failures, chains.notices(), contents);
  }

  private byte[] nextLine() throws IOException {
    byte[] next = lines.next();
    if (next != null) line++;
    return next;
  }

  private static boolean starts(byte[] line, String prefix) {
    return line.length >= prefix.length() && Arrays.equals(line, 0, prefix.length(), prefix.getBytes(StandardCharsets.ISO_8859_1), 0, prefix.length());
  }

  private BatchCheck.Raw raw(List<byte[]> open, boolean signed) {
    int n = signed ? open.size() - 1 : open.size();
    BatchCheck.Raw raw = new BatchCheck.Raw(line - open.size() + (closing == null ? 1 : 0), entries + 1, List.copyOf(open), signed);
    entries += n;
    if (signed) signatures++;
    return raw;
  }

  private void check(List<BatchCheck.Raw> group) {
    for (BatchCheck done : group.parallelStream().map(BatchCheck::of).toList()) {
      failures.addAll(done.failures);
      failures.addAll(chains.join(done));
      if (keep && done.failures.isEmpty() && done.signature != null) kept.add(done.batch());
    }
    group.clear();
  }

  private void readHeader() throws IOException {
    byte[] first = nextLine();
    try {
      if (first == null) throw new Canonical.NotCanonical("the file is empty");
      Asked in = new Asked(Canonical.read(first));
      String hash = in.text("hash");
      Value fields = in.find("header").orElse(null);
      in.done();
      if (!(fields instanceof Value.Fields f)) throw new Canonical.NotCanonical("it holds no header");
      if (!Sha256.of(Canonical.bytes(f)).equals(hash)) throw new Canonical.NotCanonical("its content does not match its hash: it was changed");
      chains.start(hash);
      Header read = Header.read(f);
      header = Optional.of(read);
      if (!Arrays.equals(Canonical.bytes(read.fields()), Canonical.bytes(f))) throw new Canonical.NotCanonical("it is not in canonical form");
    } catch (Canonical.NotCanonical | Malformed e) {
      failures.add(new Failure(1, "the header", e.getMessage() + " (a ledger begins with a line {\"hash\":...,\"header\":{\"created\":...,\"format\":\"respite-ledger/1\",...}})"));
    }
  }

  private void readClosing() throws IOException {
    if (closing == null) {
      failures.add(new Failure(Math.max(1, line), "the closing line", "it is missing: the file breaks off after entry %d".formatted(entries)));
      return;
    }
    String before = lines.hashBefore();
    boolean ended = lines.ended();
    try {
      Closing end = Closing.read(closing);
      if (!ended) failures.add(new Failure(line, "the closing line", "the file breaks off: the last line feed is missing"));
      if (failures.isEmpty()) checkClosing(end, before);
    } catch (Canonical.NotCanonical | Malformed e) {
      failures.add(new Failure(line, "the closing line", "it cannot be read: " + e.getMessage()));
    }
    if (lines.next() != null) failures.add(new Failure(line + 1, "after the closing line", "something follows the end of the ledger"));
  }

  private void checkClosing(Closing end, String before) {
    if (end.entries() != entries || end.batches() != signatures) {
      failures.add(new Failure(line, "the closing line", "it counts %d entries under %d signatures; %d under %d stand in the file".formatted(end.entries(), end.batches(), entries, signatures)));
    } else if (!end.sha256().equals(before)) {
      failures.add(new Failure(line, "the closing line", "the bytes before it are not those that were signed"));
    } else {
      chains.signedBy(end.author(), Closing.message(chains.headerHash(), end.batches(), end.entries(), end.sha256()), end.value(), new Failure(line, "the closing line", "its signature does not hold: forged, or changed"));
    }
  }
}
