// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A reading as JSON: {@code document}, {@code statements}, {@code times}, {@code numbers}, {@code narrator}, {@code contradictions}.
 * Offsets are 0-based, half-open, in UTF-16 units of the text as decoded. Same reading, same bytes.
 */
public final class ReadingJson {
  /**
   * What is known of the document itself.
   *
   * @param text shown only where it is not the input itself (HTML, PDF), so that spans can be checked; empty otherwise
   * @param copies hashes of the documents that tell the same story in the same words
   */
  public record Document(String source, String sha256, String language, String encoding, String reader, Optional<String> text, List<String> copies) {}

  /**
   * What was derived from the reading.
   *
   * @param second how a second reader compares, where one was asked for
   */
  public record Derived(List<Contradiction> contradictions, Optional<Agreement> second) {}

  private final JsonGenerator json;

  private ReadingJson(JsonGenerator json) {
    this.json = json;
  }

  public static String write(Document document, Reading reading, Derived derived) {
    StringWriter out = new StringWriter();
    write(out, document, reading, derived);
    return out.toString();
  }

  private static void write(Writer out, Document document, Reading reading, Derived derived) {
    JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      new ReadingJson(generator).reading(document, reading, derived);
    }
  }

  private void reading(Document document, Reading reading, Derived derived) {
    json.writeStartObject();
    document(document, reading);
    json.writeArrayPropertyStart("statements");
    reading.statements().forEach(this::statement);
    json.writeEndArray();
    json.writeArrayPropertyStart("times");
    reading.times().forEach(this::time);
    json.writeEndArray();
    json.writeArrayPropertyStart("numbers");
    reading.numbers().forEach(this::number);
    json.writeEndArray();
    json.writeArrayPropertyStart("narrator");
    reading.narrator().forEach(this::fact);
    json.writeEndArray();
    json.writeArrayPropertyStart("contradictions");
    derived.contradictions().forEach(this::contradiction);
    json.writeEndArray();
    derived.second().ifPresent(this::second);
    json.writeArrayPropertyStart("findings");
    reading.findings().forEach(f -> json.writeString(f.line()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void document(Document document, Reading reading) {
    json.writeObjectPropertyStart("document");
    json.writeStringProperty("source", document.source());
    json.writeStringProperty("sha256", document.sha256());
    json.writeNumberProperty("chars", reading.text().length());
    json.writeStringProperty("encoding", document.encoding());
    json.writeStringProperty("language", document.language());
    json.writeStringProperty("published", reading.publication().date().map(Object::toString).orElse(Speaker.NOT_STATED));
    json.writeStringProperty("published_basis", reading.publication().basis());
    json.writeStringProperty("reader", document.reader());
    json.writeStringProperty("offsets", "0-based, half-open, UTF-16 units of the input as decoded");
    if (!document.copies().isEmpty()) {
      json.writeArrayPropertyStart("copy_of");
      document.copies().forEach(json::writeString);
      json.writeEndArray();
    }
    document.text().ifPresent(text -> json.writeStringProperty("text", text));
    json.writeEndObject();
  }

  private void statement(Statement s) {
    json.writeStartObject();
    json.writeStringProperty("id", s.id());
    json.writeStringProperty("kind", s.kind().word());
    json.writeStringProperty("speaker", s.speaker().name());
    json.writeStringProperty("role", s.speaker().role());
    json.writeStringProperty("party", s.speaker().party());
    optional("speaker_span", s.mention());
    optional("cue", s.cue());
    spans("quotes", s.quotes());
    spans("content", s.content());
    json.writeStringProperty("said_on", s.saidOn());
    json.writeArrayPropertyStart("claims");
    for (Claim claim : s.claims()) {
      json.writeStartObject();
      json.writeStringProperty("topic", claim.topic());
      json.writeStringProperty("stance", claim.stance().word());
      json.writeStringProperty("target", claim.target());
      json.writeStringProperty("term", claim.term());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("quantities");
    s.quantities().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("rule", s.rule());
    json.writeNumberProperty("confidence", s.confidence());
    if (!s.copyOf().isEmpty()) {
      json.writeStringProperty("copy_of", s.copyOf());
    }
    json.writeEndObject();
  }

  private void time(TimeMention t) {
    json.writeStartObject();
    span("span", t.span());
    json.writeStringProperty("type", t.type().name());
    json.writeStringProperty("value", t.value());
    json.writeStringProperty("note", t.note());
    json.writeEndObject();
  }

  private void number(NumberMention n) {
    json.writeStartObject();
    span("span", n.span());
    json.writeStringProperty("what", n.what());
    json.writeNumberProperty("low", n.low());
    json.writeNumberProperty("high", n.high());
    json.writeStringProperty("hedge", n.hedge());
    json.writeBooleanProperty("approximate", n.approximate());
    json.writeEndObject();
  }

  private void fact(NarratorFact n) {
    json.writeStartObject();
    json.writeStringProperty("id", n.id());
    span("span", n.span());
    json.writeStringProperty("topic", n.topic());
    json.writeStringProperty("polarity", n.polarity());
    json.writeStringProperty("hedge", n.hedge());
    json.writeEndObject();
  }

  private void contradiction(Contradiction c) {
    json.writeStartObject();
    json.writeStringProperty("a", c.a());
    json.writeStringProperty("b", c.b());
    json.writeStringProperty("kind", c.kind());
    json.writeStringProperty("why", c.why());
    json.writeEndObject();
  }

  private void second(Agreement comparison) {
    json.writeObjectPropertyStart("second_reader");
    json.writeArrayPropertyStart("agree");
    comparison.agree().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("differ");
    comparison.differ().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void optional(String name, Optional<Span> span) {
    if (span.isPresent()) {
      span(name, span.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private void span(String name, Span span) {
    json.writeArrayPropertyStart(name);
    json.writeNumber(span.begin());
    json.writeNumber(span.end());
    json.writeEndArray();
  }

  private void spans(String name, List<Span> spans) {
    json.writeArrayPropertyStart(name);
    for (Span span : spans) {
      json.writeStartArray();
      json.writeNumber(span.begin());
      json.writeNumber(span.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
