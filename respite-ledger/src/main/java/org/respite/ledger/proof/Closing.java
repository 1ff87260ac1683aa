// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/**
 * The last line of a ledger file: its writer signs every byte before it, so that a shorter file is no ledger file.
 *
 * @param sha256 of every byte before the line
 * @param value signature, 128 hexadecimal digits
 */
record Closing(String author, long batches, long entries, String sha256, String value) {
  static final String PREFIX = "{\"end\":";

  static Closing signed(Contents contents, String sha256, AuthorKey key) {
    long entries = contents.entries().count();
    String value = key.sign(message(contents.headerHash(), contents.batches().size(), entries, sha256));
    return new Closing(key.id(), contents.batches().size(), entries, sha256, value);
  }

  static String message(String headerHash, long batches, long entries, String sha256) {
    return String.join("\n", "respite-ledger/1", "end", headerHash, Long.toString(batches), Long.toString(entries), sha256);
  }

  String line() {
    Value.Fields fields = Value.Fields.with().text("author", author).whole("batches", batches).whole("entries", entries).text("sha256", sha256).text("value", value).done();
    return Canonical.text(Value.Fields.with().put("end", fields).done());
  }

  static Closing read(byte[] line) throws Canonical.NotCanonical, Malformed {
    Asked in = new Asked(Canonical.read(line));
    Closing read = in.one("end", e -> new Closing(e.text("author"), e.whole("batches"), e.whole("entries"), e.text("sha256"), e.text("value"))).orElse(null);
    if (read == null) in.fault("end", "`end` is missing", "a ledger file ends in its closing line");
    in.done();
    return read;
  }
}
