// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.List;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/**
 * A signed word on the whole ledger as its author knew it: the last entry of every author's chain.
 *
 * @param digest SHA-256 of the ledger's header hash and the heads, for stamping by others
 */
public record Root(long entries, List<Head> heads, String digest) implements Body {
  /** The last entry of one author's chain. */
  public record Head(String author, long seq, String hash) {
    public Value.Fields fields() {
      return Value.Fields.with().text("author", author).whole("seq", seq).text("hash", hash).done();
    }
  }

  public Root {
    heads = List.copyOf(heads);
  }

  @Override
  public Kind kind() {
    return Kind.ROOT;
  }

  @Override
  public Value.Fields fields() {
    return Value.Fields.with().whole("entries", entries).items("heads", heads.stream().map(Head::fields).toList()).text("digest", digest).done();
  }

  static Root read(Asked in) {
    return new Root(in.whole("entries"), in.each("heads", h -> new Head(h.text("author"), h.whole("seq"), h.text("hash"))), in.text("digest"));
  }
}
