// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.List;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/**
 * That a party was told, or asked, something. A notification is not a permission.
 *
 * @param id reference given to it, such as {@code n-3}
 * @param through who carried it, such as "CMCoord cell"
 * @param rule which lead time applies: a key of notification-rules.csv; empty where none does
 * @param starts when what is notified begins
 * @param expires from when it no longer stands
 */
public record Notification(
    String id, String party, Statement.Level level, String what, List<String> topics, String through, String rule, Told sent, Told starts, Told expires)
    implements Body {
  public Notification {
    topics = List.copyOf(topics);
  }

  @Override
  public Kind kind() {
    return Kind.NOTIFICATION;
  }

  @Override
  public String label() {
    return id;
  }

  @Override
  public Value.Fields fields() {
    Value.Builder out = Value.Fields.with().text("id", id).text("party", party).text("level", Asked.written(level)).text("what", what).texts("topics", topics);
    out.text("through", through).text("rule", rule).put("sent", sent.fields()).put("starts", starts.fields()).put("expires", expires.fields());
    return out.done();
  }

  static Notification read(Asked in) {
    return new Notification(
        in.textOr("id", ""), in.text("party"), in.word("level", Statement.Level.class, Statement.Level.NOT_STATED), in.text("what"), in.texts("topics"), in.textOr("through", ""),
        in.textOr("rule", ""), Told.read(in, "sent"), Told.read(in, "starts"), Told.read(in, "expires"));
  }

  /**
   * That a level of the party said it had received a notification.
   *
   * @param of hash of the notification entry
   */
  public record Acknowledgement(String of, Statement.Level level, String by, String through, Told at) implements Body {
    @Override
    public Kind kind() {
      return Kind.ACKNOWLEDGEMENT;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("of", of).text("level", Asked.written(level)).text("by", by).text("through", through).put("at", at.fields()).done();
    }

    static Acknowledgement read(Asked in) {
      return new Acknowledgement(in.text("of"), in.word("level", Statement.Level.class), in.textOr("by", ""), in.textOr("through", ""), Told.read(in, "at"));
    }
  }
}
