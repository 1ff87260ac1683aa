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
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.reading.Claim;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Statement;
import tools.jackson.core.JsonGenerator;
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
   * @param copyOf hash of the document that this one is a copy of; "" where it is none
   */
  public record Context(String document, String source, String reader, String by, String copyOf) {
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
  private final Map<String, Deque<JournalLine>> decided = new LinkedHashMap<>();
  private final List<JournalLine> elsewhere = new ArrayList<>();
  private final Deque<String> order = new ArrayDeque<>();

  private ReviewJournal(Path file) {
    this.file = file;
  }

  /** Opens the journal and takes up the decisions on {@code document} (its hash); a missing file is an empty journal. */
  public static ReviewJournal open(Path file, String document) throws IOException {
    ReviewJournal journal = new ReviewJournal(file);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    Map<String, Deque<JournalLine>> others = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      JournalLine line = JournalLine.parse(file, i + 1, lines.get(i));
      if (document.equals(line.document())) {
        journal.apply(line);
      } else {
        push(others.computeIfAbsent(line.document() + " " + line.statement(), _ -> new ArrayDeque<>()), line);
      }
    }
    others.values().stream().filter(d -> !d.isEmpty() && d.peekLast().isKept()).forEach(d -> journal.elsewhere.add(d.peekLast()));
    return journal;
  }

  /** The decision in force, if there is one. */
  public Optional<Action> decision(String statement) {
    return line(statement).map(JournalLine::action);
  }

  private Optional<JournalLine> line(String statement) {
    return Optional.ofNullable(decided.get(statement)).map(Deque::peekLast);
  }

  /**
   * The statements of a reading that a person accepted, as they were accepted or put right.
   *
   * @param terms term of the consent table by topic
   */
  public List<Statement> confirmed(Reading reading, Map<String, String> terms) {
    List<Statement> confirmed = new ArrayList<>();
    reading.statements().forEach(s -> line(s.id()).filter(JournalLine::isKept).ifPresent(line -> confirmed.add(line.applied(s, terms))));
    return List.copyOf(confirmed);
  }

  /** What was accepted in other documents of the same journal. */
  List<JournalLine> elsewhere() {
    return elsewhere;
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
      if (!context.copyOf().isEmpty()) {
        json.writeStringProperty("copy_of", context.copyOf());
      }
      if (action == Action.ACCEPT || action == Action.CORRECT) {
        statement(json, statement, text);
      }
      json.writeEndObject();
    }
    Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    apply(JournalLine.parse(file, 0, line.toString()));
  }

  private void apply(JournalLine line) {
    push(decided.computeIfAbsent(line.statement(), _ -> new ArrayDeque<>()), line);
    if (line.action() == Action.UNDO) {
      order.removeLastOccurrence(line.statement());
    } else {
      order.addLast(line.statement());
    }
  }

  private static void push(Deque<JournalLine> decisions, JournalLine line) {
    if (line.action() == Action.UNDO) {
      decisions.pollLast();
    } else {
      decisions.addLast(line);
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
}
