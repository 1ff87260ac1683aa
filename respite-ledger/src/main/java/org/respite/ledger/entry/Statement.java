// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/**
 * What a speaker said: our summary and, where it may be kept, the words themselves with their language and translation.
 *
 * @param id short name within the ledger, such as {@code s06}; may be empty
 * @param speaker office or public office holder; never somebody who flees
 * @param form how it reached the page: direct, mixed, indirect, headline or nested; empty where not known
 * @param source key of a source entry; empty where there is none yet
 * @param credibility of the content, 1 to 6 (Admiralty scale); empty where not graded
 * @param terms points of an announced offer, where the statement is one
 */
public record Statement(
    String id,
    String party,
    String speaker,
    Level level,
    Told said,
    Told heard,
    String source,
    String text,
    Wording wording,
    String place,
    String form,
    String credibility,
    Optional<Terms> terms,
    List<Stated> claims)
    implements Body {
  /** Command level that spoke. */
  public enum Level {
    CAPITAL,
    SECTOR,
    UNIT,
    NOT_STATED
  }

  /**
   * The verbatim original and what became of it.
   *
   * @param language BCP 47 tag, such as {@code ar}
   * @param translator who or what translated: a role or a program, not a private person
   */
  public record Wording(String original, String language, String translation, String translator) {
    public static final Wording NONE = new Wording("", "", "", "");
  }

  public Statement {
    claims = List.copyOf(claims);
  }

  @Override
  public Kind kind() {
    return Kind.STATEMENT;
  }

  @Override
  public String label() {
    return id;
  }

  @Override
  public Value.Fields fields() {
    Value.Builder out =
        Value.Fields.with().text("id", id).text("party", party).text("speaker", speaker).text("level", Asked.written(level)).put("said", said.fields());
    out.put("heard", heard.fields()).text("source", source).text("text", text).text("original", wording.original).text("language", wording.language);
    out.text("translation", wording.translation).text("translator", wording.translator).text("place", place).text("form", form);
    out.text("credibility", credibility).items("claims", claims.stream().map(Stated::fields).toList());
    terms.ifPresent(t -> out.put("terms", t.fields()));
    return out.done();
  }

  static Statement read(Asked in) {
    Wording wording = new Wording(in.textOr("original", ""), in.textOr("language", ""), in.textOr("translation", ""), in.textOr("translator", ""));
    Told said = Told.read(in, "said");
    Told heard = Told.read(in, "heard");
    Statement read =
        new Statement(
            in.textOr("id", ""), in.text("party"), in.textOr("speaker", ""), in.word("level", Level.class, Level.NOT_STATED), said, heard, in.textOr("source", ""),
            in.textOr("text", ""), wording, in.textOr("place", ""), in.textOr("form", ""), in.textOr("credibility", ""), in.one("terms", Terms::read), Stated.readAll(in));
    if (read.text.isEmpty() && wording.original.isEmpty()) in.fault("text", "neither `text` nor `original` is given", "say in our own words what was said, or keep the words");
    if (!read.credibility.isEmpty() && !read.credibility.matches("[1-6]")) in.fault("credibility", "`%s` is no grade".formatted(read.credibility), "1 (confirmed by others) to 6 (cannot be judged)");
    return read;
  }
}
