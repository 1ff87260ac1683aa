// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.second;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.respite.reading.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What Stanford CoreNLP answers with {@code outputFormat json} and the annotators up to {@code quote}: an object whose {@code quotes} each
 * have {@code beginIndex}, {@code endIndex} (with the marks, UTF-16 units), {@code speaker} and {@code canonicalSpeaker}. Everything else
 * in it is passed over.
 */
final class CoreNlpAnswer {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NOBODY = "Unknown";

  private CoreNlpAnswer() {}

  /** The quotations that have a speaker; the canonical one where it is known. */
  static List<SecondReader.Quoted> parse(String json, int length) throws IOException {
    List<SecondReader.Quoted> quoted = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
        boolean quotes = parser.currentName().equals("quotes");
        JsonToken value = parser.nextToken();
        if (!quotes || value != JsonToken.START_ARRAY) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          quote(parser, length, quoted);
        }
      }
    } catch (JacksonException e) {
      throw new IOException("its JSON is broken (" + e.getOriginalMessage() + ")", e);
    }
    return List.copyOf(quoted);
  }

  private static void quote(JsonParser parser, int length, List<SecondReader.Quoted> quoted) throws IOException {
    int begin = -1;
    int end = -1;
    String speaker = NOBODY;
    for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "beginIndex" -> begin = parser.getIntValue();
        case "endIndex" -> end = parser.getIntValue();
        case "canonicalSpeaker" -> speaker = parser.getString().equals(NOBODY) ? speaker : parser.getString();
        case "speaker" -> speaker = speaker.equals(NOBODY) && value == JsonToken.VALUE_STRING ? parser.getString() : speaker;
        default -> parser.skipChildren();
      }
    }
    if (begin < 0 || end < begin || end > length) {
      throw new IOException("a quotation of its JSON has no place in the text: beginIndex " + begin + ", endIndex " + end + ", text of " + length);
    }
    if (!speaker.equals(NOBODY) && end - begin > 2) {
      quoted.add(new SecondReader.Quoted(new Span(begin + 1, end - 1), speaker));
    }
  }
}
