// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/**
 * One thing that was entered, by whom and after what. Never edited.
 *
 * @param author key id of who entered it
 * @param seq its place in that author's chain, from 1
 * @param prev hash of the entry before it in the chain; of the header for the first
 * @param after heads of other authors' chains that its author knew: causes before effects, whatever the clocks say
 * @param entered time on the author's clock
 */
public record Entry(String author, long seq, String prev, List<String> after, OffsetDateTime entered, Label label, Body body) {
  public Entry {
    after = List.copyOf(after);
  }

  public Value.Fields fields() {
    Value.Builder out = Value.Fields.with().text("author", author).whole("seq", seq).text("prev", prev).texts("after", after).text("entered", entered.toString());
    out.text("tlp", Asked.written(label.tlp())).text("sensitivity", Asked.written(label.sensitivity())).text("kind", Asked.written(body.kind())).put("body", body.fields());
    return out.done();
  }

  public static Entry read(Value.Fields fields) throws Malformed {
    Asked in = new Asked(fields);
    String author = in.text("author");
    long seq = in.whole("seq");
    String prev = in.text("prev");
    List<String> after = in.texts("after");
    OffsetDateTime entered = entered(in);
    Label label = new Label(in.word("tlp", Label.Tlp.class), in.word("sensitivity", Label.Sensitivity.class));
    Body.Kind kind = in.word("kind", Body.Kind.class);
    Value body = in.find("body").orElse(null);
    if (!(body instanceof Value.Fields)) in.fault("body", "`body` is missing", "an entry says something");
    in.done();
    return new Entry(author, seq, prev, after, entered, label, Body.read(kind, (Value.Fields) body));
  }

  private static OffsetDateTime entered(Asked in) {
    try {
      return OffsetDateTime.parse(in.text("entered"));
    } catch (DateTimeParseException e) {
      in.fault("entered", "`entered` is no time", "write 2016-10-19T21:00:00+03:00");
      return OffsetDateTime.MIN;
    }
  }
}
