// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.nio.charset.StandardCharsets;
import org.respite.ledger.entry.Entry;
import org.respite.ledger.form.Canonical;

/**
 * An entry with its hash.
 *
 * @param hash SHA-256 of the entry's canonical bytes
 */
public record Recorded(Entry entry, String hash) {
  static final String BEFORE = "{\"entry\":";
  static final String BETWEEN = ",\"hash\":\"";
  static final String AFTER = "\"}";

  public static Recorded of(Entry entry) {
    return new Recorded(entry, Sha256.of(Canonical.bytes(entry.fields())));
  }

  /** Whether {@code hash} is that of an entry with these canonical bytes. */
  public static boolean isHashOf(String hash, byte[] entry) {
    return Sha256.of(entry).equals(hash);
  }

  /** Its line in a ledger file, without the line feed: canonical JSON. */
  public String line() {
    return BEFORE + Canonical.text(entry.fields()) + BETWEEN + hash + AFTER;
  }

  /** What people call it: its short name where it has one, else the first digits of its hash. */
  public String name() {
    return entry.body().label().isEmpty() ? shortHash() : entry.body().label();
  }

  public String shortHash() {
    return hash.substring(0, 12);
  }

  /** The hash in a line that has the shape of an entry's; the bytes between are the entry. */
  static boolean shaped(byte[] line) {
    return line.length > BEFORE.length() + BETWEEN.length() + 64 + AFTER.length() && new String(line, 0, BEFORE.length(), StandardCharsets.ISO_8859_1).equals(BEFORE);
  }
}
