// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.respite.model.finding.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings for a person and for a program. */
public final class FindingsOutput {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FindingsOutput() {}

  /** Place and severity, what, effect, remedy: a finding takes three lines; control and direction characters are shown, not obeyed. */
  public static void print(List<Finding> findings, PrintWriter out) {
    for (Finding f : findings) {
      out.println("%s: %s [%s]".formatted(f.at(), f.severity().name().toLowerCase(Locale.ROOT), f.code()));
      out.println("    " + visible(f.what()));
      out.println("    so:  " + visible(f.effect()));
      out.println("    fix: " + visible(f.remedy()));
    }
  }

  /** One line that counts them. */
  public static String summary(List<Finding> findings) {
    long errors = findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).count();
    long warnings = findings.size() - errors;
    if (findings.isEmpty()) return "no findings";
    return "%d %s, %d %s".formatted(errors, errors == 1 ? "error" : "errors", warnings, warnings == 1 ? "warning" : "warnings");
  }

  public static String json(List<Finding> findings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      g.writeStartObject();
      g.writeArrayPropertyStart("findings");
      for (Finding f : findings) {
        g.writeStartObject();
        g.writeStringProperty("severity", f.severity().name().toLowerCase(Locale.ROOT));
        g.writeStringProperty("code", f.code());
        g.writeStringProperty("file", f.at().file());
        g.writeNumberProperty("line", f.at().line());
        g.writeStringProperty("what", f.what());
        g.writeStringProperty("effect", f.effect());
        g.writeStringProperty("remedy", f.remedy());
        g.writeEndObject();
      }
      g.writeEndArray();
      g.writeEndObject();
    }
    return text.toString();
  }

  /** Terminals obey control and bidirectional override characters; a case file must not steer a terminal. */
  public static String visible(String s) {
    StringBuilder shown = new StringBuilder(s.length());
    s.codePoints().forEach(c -> {
      boolean steers = Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
      if (steers) shown.append("\\u%04X".formatted(c));
      else shown.appendCodePoint(c);
    });
    return shown.toString();
  }
}
