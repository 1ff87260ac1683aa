// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.reading.Claim;
import org.respite.reading.Speaker;
import org.respite.reading.Stance;
import org.respite.reading.Statement;
import org.respite.reading.review.ReviewJournal.Action;
import org.respite.reading.review.ReviewJournal.BrokenLine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of a journal (docs/review-journal.md).
 *
 * @param fields its text fields; "" for one that is not there
 * @param claims "topic/stance"; empty but for accept and correct
 * @param words what was said; empty but for accept and correct
 */
record JournalLine(Action action, Map<String, String> fields, List<String> claims, List<String> words) {
  private static final JsonFactory JSON = new JsonFactory();

  String text(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Whether it keeps its statement. */
  boolean isKept() {
    return action == Action.ACCEPT || action == Action.CORRECT;
  }

  String document() {
    return text("document");
  }

  String statement() {
    return text("statement");
  }

  static JournalLine parse(Path file, int number, String line) throws BrokenLine {
    Map<String, String> fields = new HashMap<>();
    List<String> claims = new ArrayList<>();
    List<String> words = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenLine(file, number, "a decision must be a JSON object");
      }
      for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_OBJECT; token = parser.nextToken()) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getString());
        } else if (value == JsonToken.START_ARRAY) {
          texts(parser, name.equals("claims") ? claims : name.equals("words") ? words : new ArrayList<>());
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new BrokenLine(file, number, "it is not JSON (" + e.getOriginalMessage() + ")");
    }
    if (!fields.containsKey("document") || !fields.containsKey("statement")) {
      throw new BrokenLine(file, number, "\"document\" and \"statement\" must be given");
    }
    return new JournalLine(action(file, number, fields.get("action")), Map.copyOf(fields), List.copyOf(claims), List.copyOf(words));
  }

  /** Texts of an array, or the {@code text} of its objects. */
  private static void texts(JsonParser parser, List<String> into) {
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      depth += token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && (depth == 1 || "text".equals(parser.currentName()))) {
        into.add(parser.getString());
      }
    }
  }

  private static Action action(Path file, int line, String word) throws BrokenLine {
    for (Action action : Action.values()) {
      if (action.word().equals(word)) {
        return action;
      }
    }
    throw new BrokenLine(file, line, "\"action\" must be accept, correct, reject or undo, got " + word);
  }

  /**
   * The statement as this line has it: the reader's own, with what a person put right.
   *
   * @param terms term of the consent table by topic
   */
  Statement applied(Statement proposed, Map<String, String> terms) {
    if (action != Action.CORRECT) {
      return proposed;
    }
    Speaker speaker = new Speaker(text("speaker"), text("role"), text("party"), proposed.speaker().person());
    return new Statement(proposed.id(), proposed.kind(), speaker, proposed.mention(), proposed.cue(), proposed.quotes(), proposed.content(), text("said_on"), parsed(terms),
        proposed.quantities(), proposed.rule(), proposed.confidence(), proposed.copyOf());
  }

  /** The claims as values; one whose stance nobody knows is left out. */
  List<Claim> parsed(Map<String, String> terms) {
    List<Claim> parsed = new ArrayList<>();
    for (String claim : claims) {
      int slash = claim.indexOf('/');
      Optional<Stance> stance = slash < 0 ? Optional.empty() : stance(claim.substring(slash + 1));
      stance.ifPresent(s -> parsed.add(new Claim(claim.substring(0, slash), terms.getOrDefault(claim.substring(0, slash), "-"), s, "")));
    }
    return List.copyOf(parsed);
  }

  private static Optional<Stance> stance(String word) {
    for (Stance stance : Stance.values()) {
      if (stance.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(stance);
      }
    }
    return Optional.empty();
  }
}
