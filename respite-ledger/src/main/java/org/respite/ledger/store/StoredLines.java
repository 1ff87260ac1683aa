// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Value;

/** Rows of a store as the lines of a file. */
final class StoredLines {
  /** A batch as it is kept. */
  record Stored(String head, String author, String signature, List<byte[]> lines) {}

  private StoredLines() {}

  /** Lines in the order given. */
  static Iterator<byte[]> of(String headerLine, List<Stored> batches) {
    List<byte[]> all = new ArrayList<>();
    all.add(headerLine.getBytes(StandardCharsets.UTF_8));
    for (Stored b : batches) {
      all.addAll(b.lines);
      all.add(signature(b).getBytes(StandardCharsets.UTF_8));
    }
    return all.iterator();
  }

  private static String signature(Stored b) {
    Value.Fields fields = Value.Fields.with().text("author", b.author).whole("entries", b.lines.size()).text("head", b.head).text("value", b.signature).done();
    return Canonical.text(Value.Fields.with().put("signature", fields).done());
  }
}
