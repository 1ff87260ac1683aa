// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entering;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Told;
import org.respite.ledger.entry.Topic;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.model.register.Moment;
import org.respite.model.register.Term;

/**
 * A journal of {@code respite read --review} (JSON Lines; format: package org.respite.reading.review) as entries: documents by their hash, the statements that
 * were accepted or corrected and not taken back, and who decided so.
 */
public final class FromReview {
  /**
   * A statement that a person accepted.
   *
   * @param by who decided
   */
  public record Accepted(Statement statement, String by) {}

  /** Documents and sources first, then what was accepted in them. */
  public record Brought(List<Body> before, List<Accepted> accepted) {}

  private record Line(int number, Value.Fields fields) {
    String text(String key) {
      return fields.entries().get(key) instanceof Value.Text(String text) ? text : "";
    }

    List<Value> items(String key) {
      return fields.entries().get(key) instanceof Value.Items(List<Value> items) ? items : List.of();
    }
  }

  private final String where;

  private FromReview(String where) {
    this.where = where;
  }

  /** Reads a whole journal; refused at the first line that is none, since every later line depends on those before it. */
  public static Brought read(String journal, String where) throws Refused {
    FromReview from = new FromReview(where);
    Map<String, Deque<Line>> decided = new LinkedHashMap<>();
    List<String> lines = journal.lines().toList();
    for (int i = 0; i < lines.size(); i++) if (!lines.get(i).isBlank()) from.decide(from.line(i + 1, lines.get(i)), decided);
    return from.brought(decided);
  }

  private Refused broken(int number, String what) {
    return Refused.of("broken-journal", where + ":" + number, what, "let `respite read --review` write the journal; mend or remove that line");
  }

  private Line line(int number, String text) throws Refused {
    try {
      Value value = Canonical.parse(text.replaceAll(":(-?\\d+\\.\\d+)", ":\"$1\"").getBytes(StandardCharsets.UTF_8));
      if (value instanceof Value.Fields fields) return new Line(number, fields);
      throw broken(number, "it is no JSON object");
    } catch (Canonical.NotCanonical e) {
      throw broken(number, e.getMessage());
    }
  }

  private void decide(Line line, Map<String, Deque<Line>> decided) throws Refused {
    if (line.text("document").isEmpty() || line.text("statement").isEmpty()) throw broken(line.number, "`document` and `statement` must be given");
    Deque<Line> of = decided.computeIfAbsent(line.text("document") + " " + line.text("statement"), _ -> new ArrayDeque<>());
    switch (line.text("action")) {
      case "accept", "correct", "reject" -> of.addLast(line);
      case "undo" -> of.pollLast();
      default -> throw broken(line.number, "`action` must be accept, correct, reject or undo, got `%s`".formatted(line.text("action")));
    }
  }

  private Brought brought(Map<String, Deque<Line>> decided) throws Refused {
    Map<String, Body> before = new LinkedHashMap<>();
    List<Accepted> accepted = new ArrayList<>();
    for (Deque<Line> lines : decided.values()) {
      Line last = lines.peekLast();
      if (last == null || last.text("action").equals("reject")) continue;
      String document = last.text("document");
      source(last, before);
      before.putIfAbsent("document " + document, new Body.Document(document, 0, "", last.text("source"), key(document)));
      accepted.add(new Accepted(statement(last), last.text("by")));
    }
    return new Brought(List.copyOf(before.values()), List.copyOf(accepted));
  }

  /** The document as a source; and the one it copies, since the two are one source and not two. */
  private static void source(Line line, Map<String, Body> before) {
    String copied = line.text("copy_of");
    String name = line.text("source").isEmpty() ? Told.NOT_STATED : line.text("source");
    Body.Source source = new Body.Source(key(line.text("document")), name, Told.NOT_STATED, "", "", "document read with " + line.text("reader"), "", copied.isEmpty() ? "" : key(copied));
    if (!copied.isEmpty()) before.putIfAbsent("source " + copied, new Body.Source(key(copied), Told.NOT_STATED, Told.NOT_STATED, "", "", "known by its hash alone: a later document tells its story in the same words", "", ""));
    before.merge("source " + line.text("document"), source, (was, now) -> copied.isEmpty() && was instanceof Body.Source s && !s.copies().isEmpty() ? was : now);
  }

  /** Key of the source that a document is. */
  private static String key(String document) {
    return "doc-" + document.substring(0, Math.min(12, document.length()));
  }

  private Statement statement(Line line) throws Refused {
    List<Stated> claims = new ArrayList<>();
    for (Value claim : line.items("claims")) claims.add(claim(line, claim));
    String role = line.text("role").isEmpty() ? "" : ", " + line.text("role");
    Statement.Wording wording = new Statement.Wording(words(line), "", "", "");
    return new Statement(
        key(line.text("document")) + "-" + line.text("statement"), line.text("party"), line.text("speaker") + role, Statement.Level.NOT_STATED, said(line.text("said_on")), heard(line), key(line.text("document")), wording.original().isEmpty() ? Told.NOT_STATED : "",
        wording, "", line.text("kind"), "", Optional.empty(), claims);
  }

  private static String words(Line line) {
    Set<String> words = new LinkedHashSet<>();
    for (Value part : line.items("words")) if (part instanceof Value.Fields f && f.entries().get("text") instanceof Value.Text(String text)) words.add(text);
    return String.join(" … ", words);
  }

  private Stated claim(Line line, Value claim) throws Refused {
    String[] parts = claim instanceof Value.Text(String text) ? text.split("/") : new String[0];
    Optional<Stated.Stance> stance = parts.length == 2 ? stance(parts[0], parts[1]) : Optional.empty();
    if (stance.isEmpty()) throw broken(line.number, "a claim must be topic/stance");
    return new Stated(parts[0], stance.get(), "", "", "", "", "", Optional.empty(), "");
  }

  /** A reader's "supports" and "opposes" are our "agrees" and "refuses"; who finds the hours too few disputes them and refuses nothing. */
  private static Optional<Stated.Stance> stance(String topic, String word) {
    return switch (word) {
      case "supports" -> Optional.of(Stated.Stance.AGREES);
      case "opposes" -> Optional.of(Topic.term(topic).filter(Term.HOURS::equals).isPresent() ? Stated.Stance.DISPUTES : Stated.Stance.REFUSES);
      default -> java.util.Arrays.stream(Stated.Stance.values()).filter(s -> Asked.written(s).equals(word)).findFirst();
    };
  }

  /** A day; a week or anything else is kept as words. */
  private static Told said(String written) {
    try {
      return written.isEmpty() || written.equals(Told.NOT_STATED) ? Told.UNTOLD : Told.of(new Moment.Day(LocalDate.parse(written)));
    } catch (DateTimeParseException e) {
      return new Told(new Moment.NotStated(), "", written);
    }
  }

  /** Heard, for us, is when somebody here read and accepted it. */
  private Told heard(Line line) throws Refused {
    try {
      return Told.of(new Moment.Exact(OffsetDateTime.parse(line.text("at"))));
    } catch (DateTimeParseException e) {
      throw broken(line.number, "`at` is no time");
    }
  }
}
