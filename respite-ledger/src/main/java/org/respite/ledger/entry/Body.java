// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/** What an entry says. A closed set: a ledger of this format holds these kinds and no others. */
public sealed interface Body permits Statement, Body.Author, Body.Party, Body.Source, Body.Document, Body.MoreClaims, Body.Confirmation, Body.Correction, Body.Count, Body.Incident, Body.Decision, Notification, Notification.Acknowledgement, Root {
  /** Kinds of entries, written in small letters with hyphens. */
  enum Kind {
    AUTHOR,
    PARTY,
    SOURCE,
    DOCUMENT,
    STATEMENT,
    CLAIM,
    CONFIRMATION,
    CORRECTION,
    COUNT,
    INCIDENT,
    DECISION,
    NOTIFICATION,
    ACKNOWLEDGEMENT,
    ROOT
  }

  Kind kind();

  Value.Fields fields();

  /** Short name by which people refer to it; empty where it has none. */
  default String label() {
    return "";
  }

  /** The body of that kind; throws with every fault. */
  static Body read(Kind kind, Value.Fields fields) throws Malformed {
    Asked in = new Asked(fields);
    Body body = read(kind, in);
    in.done();
    return body;
  }

  private static Body read(Kind kind, Asked in) {
    return switch (kind) {
      case AUTHOR -> new Author(in.text("key"), in.text("name"));
      case PARTY -> Party.read(in);
      case SOURCE -> Source.read(in);
      case DOCUMENT -> new Document(in.text("sha256"), in.has("bytes") ? in.whole("bytes") : 0, in.textOr("media_type", ""), in.textOr("title", ""), in.textOr("source", ""));
      case STATEMENT -> Statement.read(in);
      case CLAIM -> new MoreClaims(in.text("of"), Stated.readAll(in));
      case CONFIRMATION -> Confirmation.read(in);
      case CORRECTION -> Correction.read(in);
      case COUNT -> Count.read(in);
      case INCIDENT -> new Incident(in.text("reference"), in.textOr("what", ""), Told.read(in, "occurred"), Told.read(in, "heard"), in.textOr("place", ""), in.textOr("source", ""));
      case DECISION -> new Decision(in.text("decision"), in.text("on"), in.text("reason"), in.textOr("by", ""), Told.read(in, "at"));
      case NOTIFICATION -> Notification.read(in);
      case ACKNOWLEDGEMENT -> Notification.Acknowledgement.read(in);
      case ROOT -> Root.read(in);
    };
  }

  /**
   * A key that signs, introduced by itself.
   *
   * @param key Ed25519 public key, 64 hexadecimal digits (RFC 8032)
   * @param name a role, such as "access team, Gaziantep": a name proves nothing
   */
  record Author(String key, String name) implements Body {
    @Override
    public Kind kind() {
      return Kind.AUTHOR;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("key", key).text("name", name).done();
    }
  }

  /** Who can agree, break, help or watch. */
  record Party(String id, String name, String nameAr, org.respite.model.register.Party.Kind partyKind, List<Statement.Level> levels) implements Body {
    public Party {
      levels = List.copyOf(levels);
    }

    @Override
    public Kind kind() {
      return Kind.PARTY;
    }

    @Override
    public String label() {
      return id;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("id", id).text("name", name).text("name_ar", nameAr).text("party_kind", Asked.written(partyKind)).texts("levels", levels.stream().map(Asked::written).toList()).done();
    }

    static Party read(Asked in) {
      return new Party(in.text("id"), in.text("name"), in.textOr("name_ar", ""), in.word("party_kind", org.respite.model.register.Party.Kind.class), in.words("levels", Statement.Level.class));
    }
  }

  /**
   * Where things are heard from. A person is a pseudonym here; the identity stands apart under its own key.
   *
   * @param reliability A to F (Admiralty scale); empty where not graded
   * @param copies key of the source that this one copied; empty where it is not known to copy
   */
  record Source(String key, String publisher, String date, String url, String title, String note, String reliability, String copies) implements Body {
    @Override
    public Kind kind() {
      return Kind.SOURCE;
    }

    @Override
    public String label() {
      return key;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("key", key).text("publisher", publisher).text("date", date).text("url", url).text("title", title).text("note", note).text("reliability", reliability).text("copies", copies).done();
    }

    static Source read(Asked in) {
      Source read = new Source(in.text("key"), in.text("publisher"), in.textOr("date", Told.NOT_STATED), in.textOr("url", ""), in.textOr("title", ""), in.textOr("note", ""), in.textOr("reliability", ""), in.textOr("copies", ""));
      if (!read.reliability.isEmpty() && !read.reliability.matches("[A-F]")) in.fault("reliability", "`%s` is no grade".formatted(read.reliability), "A (reliable) to F (cannot be judged)");
      return read;
    }
  }

  /** A file kept as it came, known by its hash; work is done on copies. Bytes are 0 where only its hash is known. */
  record Document(String sha256, long bytes, String mediaType, String title, String source) implements Body {
    @Override
    public Kind kind() {
      return Kind.DOCUMENT;
    }

    @Override
    public Value.Fields fields() {
      return (bytes == 0 ? Value.Fields.with() : Value.Fields.with().whole("bytes", bytes)).text("sha256", sha256).text("media_type", mediaType).text("title", title).text("source", source).done();
    }
  }

  /** Claims read out of a statement later than it was entered. */
  record MoreClaims(String of, List<Stated> claims) implements Body {
    public MoreClaims {
      claims = List.copyOf(claims);
    }

    @Override
    public Kind kind() {
      return Kind.CLAIM;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("of", of).items("claims", claims.stream().map(Stated::fields).toList()).done();
    }
  }

  /**
   * A person vouches that claims were read rightly, or says that they were not.
   *
   * @param of hash of a statement, claim or correction entry
   * @param claims numbers of its claims from 1; empty for all of them
   * @param by role of who read it again
   */
  record Confirmation(String of, Verdict verdict, List<Long> claims, String by, String note) implements Body {
    /** Of a reading, never of what was said. */
    public enum Verdict {
      CONFIRMED,
      REJECTED
    }

    public Confirmation {
      claims = List.copyOf(claims);
    }

    @Override
    public Kind kind() {
      return Kind.CONFIRMATION;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("of", of).text("verdict", Asked.written(verdict)).items("claims", claims.stream().map(Value.Whole::new).toList()).text("by", by).text("note", note).done();
    }

    static Confirmation read(Asked in) {
      List<Long> claims = in.wholes("claims");
      if (claims.stream().anyMatch(n -> n < 1)) in.fault("claims", "`claims` must hold numbers from 1", "1 is the first claim");
      return new Confirmation(in.text("of"), in.word("verdict", Verdict.class, Verdict.CONFIRMED), claims, in.textOr("by", ""), in.textOr("note", ""));
    }
  }

  /**
   * A later reading that supersedes an earlier one; both stay.
   *
   * @param of hash of the reading that it supersedes
   * @param heard when this became known; where not stated, when it was entered
   * @param statement what it should have said; empty where the earlier reading is withdrawn without another
   */
  record Correction(String of, String reason, Told heard, Optional<Statement> statement) implements Body {
    @Override
    public Kind kind() {
      return Kind.CORRECTION;
    }

    @Override
    public Value.Fields fields() {
      Value.Builder out = Value.Fields.with().text("of", of).text("reason", reason);
      if (heard.stated()) out.put("heard", heard.fields());
      statement.ifPresent(s -> out.put("statement", s.fields()));
      return out.done();
    }

    static Correction read(Asked in) {
      return new Correction(in.text("of"), in.text("reason"), Told.read(in, "heard"), in.one("statement", Statement::read));
    }
  }

  /** What somebody counted: never a name. */
  record Count(String what, String by, Stated.Figure figure, Told from, Told to, Told heard, String place, String source) implements Body {
    @Override
    public Kind kind() {
      return Kind.COUNT;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("what", what).text("by", by).put("figure", figure.fields()).put("from", from.fields()).put("to", to.fields()).put("heard", heard.fields()).text("place", place).text("source", source).done();
    }

    static Count read(Asked in) {
      Stated.Figure none = new Stated.Figure("", java.math.BigDecimal.ZERO, java.math.BigDecimal.ZERO, "");
      Optional<Stated.Figure> figure = in.one("figure", Stated.Figure::read);
      if (figure.isEmpty()) in.fault("figure", "`figure` is missing", "write {\"what\": \"people out\", \"low\": \"8\", \"unit\": \"people\"}");
      return new Count(in.text("what"), in.text("by"), figure.orElse(none), Told.read(in, "from"), Told.read(in, "to"), Told.read(in, "heard"), in.textOr("place", ""), in.textOr("source", ""));
    }
  }

  /** That something happened, by its reference in the monitor's files. */
  record Incident(String reference, String what, Told occurred, Told heard, String place, String source) implements Body {
    @Override
    public Kind kind() {
      return Kind.INCIDENT;
    }

    @Override
    public String label() {
      return reference;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("reference", reference).text("what", what).put("occurred", occurred.fields()).put("heard", heard.fields()).text("place", place).text("source", source).done();
    }
  }

  /** Go or no-go, with its reason and the office that takes it. */
  record Decision(String decision, String on, String reason, String by, Told at) implements Body {
    @Override
    public Kind kind() {
      return Kind.DECISION;
    }

    @Override
    public Value.Fields fields() {
      return Value.Fields.with().text("decision", decision).text("on", on).text("reason", reason).text("by", by).put("at", at.fields()).done();
    }
  }
}
