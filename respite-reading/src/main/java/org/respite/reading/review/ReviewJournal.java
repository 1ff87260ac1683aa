// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.reading.Claim;
import org.respite.reading.Span;
import org.respite.reading.Statement;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Decisions on proposals: a file of JSON Lines that only grows. Each line says what was decided ({@code accept}, {@code correct}, {@code
 * reject}, {@code undo}), on which statement of which document (by hash), when, by whom and by which version of the reader; accepted
 * lines carry the statement itself with its words and spans. The decision in force is the last one that no {@code undo} follows.
 */
public final class ReviewJournal {
  /** What a person can decide. */
  public enum Action {
    ACCEPT,
    CORRECT,
    REJECT,
    UNDO;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A decision about one document.
   *
   * @param reader name and version of what proposed the statement
   * @param by who decides; must not be blank
   */
  public record Context(String document, String source, String reader, String by) {
    public Context {
      if (by.isBlank()) {
        throw new IllegalArgumentException("a decision needs the name of who takes it, got blank");
      }
    }
  }

  /** The line number (from 1) that could not be read. */
  public static final class BrokenLine extends IOException {
    private static final long serialVersionUID = 1;

    BrokenLine(Path file, int line, String why) {
      super(file + ", line " + line + ": " + why);
    }
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final Map<String, Deque<Action>> decided = new LinkedHashMap<>();
  private final Deque<String> order = new ArrayDeque<>();

  private ReviewJournal(Path file) {
    this.file = file;
  }

  /** Opens the journal and takes up the decisions on {@code document} (its hash); a missing file is an empty journal. */
  public static ReviewJournal open(Path file, String document) throws IOException {
    ReviewJournal journal = new ReviewJournal(file);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> fields = fields(file, i + 1, lines.get(i));
      if (document.equals(fields.get("document"))) {
        journal.apply(fields.get("statement"), action(file, i + 1, fields.get("action")));
      }
    }
    return journal;
  }

  /** The decision in force, if there is one. */
  public Optional<Action> decision(String statement) {
    Deque<Action> actions = decided.get(statement);
    return actions == null ? Optional.empty() : Optional.ofNullable(actions.peekLast());
  }

  /** The statement decided last and not undone. */
  public Optional<String> last() {
    return Optional.ofNullable(order.peekLast());
  }

  /** Appends a decision; the line is complete on disk before this returns. */
  public void append(Action action, Statement statement, String text, Context context) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("action", action.word());
      json.writeStringProperty("document", context.document());
      json.writeStringProperty("statement", statement.id());
      json.writeStringProperty("by", context.by());
      json.writeStringProperty("at", Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
      json.writeStringProperty("reader", context.reader());
      json.writeStringProperty("source", context.source());
      if (action == Action.ACCEPT || action == Action.CORRECT) {
        statement(json, statement, text);
      }
      json.writeEndObject();
    }
    Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    apply(statement.id(), action);
  }

  private void apply(String statement, Action action) {
    Deque<Action> actions = decided.computeIfAbsent(statement, _ -> new ArrayDeque<>());
    if (action == Action.UNDO) {
      actions.pollLast();
      order.removeLastOccurrence(statement);
    } else {
      actions.addLast(action);
      order.addLast(statement);
    }
  }

  private static void statement(JsonGenerator json, Statement s, String text) {
    json.writeStringProperty("kind", s.kind().word());
    json.writeStringProperty("speaker", s.speaker().name());
    json.writeStringProperty("role", s.speaker().role());
    json.writeStringProperty("party", s.speaker().party());
    json.writeStringProperty("said_on", s.saidOn());
    json.writeArrayPropertyStart("words");
    for (Span span : s.content().isEmpty() ? s.quotes() : s.content()) {
      json.writeStartObject();
      json.writeNumberProperty("begin", span.begin());
      json.writeNumberProperty("end", span.end());
      json.writeStringProperty("text", span.in(text));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("claims");
    for (Claim claim : s.claims()) {
      json.writeString(claim.topic() + "/" + claim.stance().word());
    }
    json.writeEndArray();
    json.writeStringProperty("rule", s.rule());
  }

  private static Action action(Path file, int line, String word) throws IOException {
    for (Action action : Action.values()) {
      if (action.word().equals(word)) {
        return action;
      }
    }
    throw new BrokenLine(file, line, "\"action\" must be accept, correct, reject or undo, got " + word);
  }

  /** The text fields at the top of one line. */
  private static Map<String, String> fields(Path file, int number, String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenLine(file, number, "a decision must be a JSON object");
      }
      for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_OBJECT; token = parser.nextToken()) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getString());
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new BrokenLine(file, number, "it is not JSON (" + e.getOriginalMessage() + ")");
    }
    if (fields.get("document") == null || fields.get("statement") == null) {
      throw new BrokenLine(file, number, "\"document\" and \"statement\" must be given");
    }
    return fields;
  }
}
