// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.Table;
import org.respite.monitor.stats.LatentClasses;
import org.respite.monitor.stats.OverlappingLists;
import tools.jackson.core.JsonGenerator;

/**
 * Killed or wounded from overlapping lists: documented number and lower bound first, estimates only with three lists or more
 * and then all of them side by side. Input: a column of 0 and 1 for each list, and {@code count} people with that pattern.
 */
public final class ListsSheet {
  private static final int MODELS_SHOWN = 12;
  private static final long SEED = 19_481_210L;
  private static final String WARNING =
      "Say \"at least\". Where people differ in their chance to be listed, or lists follow one another, every estimate falls short;\n"
          + "whom no list could ever show is in none of them. The models disagree by what they assume, not by what they know.\n";

  private final List<String> names;
  private final OverlappingLists lists;

  private ListsSheet(List<String> names, OverlappingLists lists) {
    this.names = names;
    this.lists = lists;
  }

  /** Whether the table holds patterns of lists: a column {@code count} and otherwise only columns of 0 and 1. */
  public static boolean holdsLists(Table table) {
    if (table.column("count") < 0 || table.header().size() < 3) return false;
    for (int c = 0; c < table.header().size(); c++) {
      if (c != table.column("count") && !table.cells(c).stream().allMatch(v -> v.equals("0") || v.equals("1"))) return false;
    }
    return true;
  }

  /** Reads the patterns; empty, with findings, where one is wrong. */
  public static Optional<ListsSheet> read(Table table, Findings findings) {
    var names = new ArrayList<>(table.header());
    int count = table.column("count");
    names.remove(count);
    if (names.size() > 5) {
      findings.add(new Finding("M129", table.name() + ":1", names.size() + " lists are more than five", "the models would be too many to show",
          "merge lists of one origin"));
      return Optional.empty();
    }
    int[] counts = new int[1 << names.size()];
    for (Table.Row row : table.rows()) {
      int pattern = 0;
      for (int l = 0; l < names.size(); l++) if (row.cell(l < count ? l : l + 1).equals("1")) pattern |= 1 << l;
      String n = row.cell(count);
      if (!n.matches("\\d{1,9}") || pattern == 0) {
        findings.add(new Finding("M110", table.place(row), pattern == 0 ? "people on no list cannot be counted" : "\"" + n + "\" is not a count",
            "the pattern cannot be used", pattern == 0 ? "leave the line out" : "write a whole number"));
        continue;
      }
      counts[pattern] += Integer.parseInt(n);
    }
    return findings.stop() ? Optional.empty() : Optional.of(new ListsSheet(names, new OverlappingLists(counts)));
  }

  /** Plain text, lines ending in a line break. */
  public String text() {
    var text = new StringBuilder(String.format(Locale.ROOT, "documented: %,d different people on %d lists%n", lists.documented(), names.size()));
    if (names.size() < 3) return text.append("no estimate: it takes three lists or more\n").toString();
    text.append(String.format(Locale.ROOT, "lower bound: at least %,.0f (Chao)%n%n", lists.lowerBound())).append(WARNING).append('\n');
    text.append("two lists at a time (Chapman):");
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        text.append(String.format(Locale.ROOT, "  %s-%s %,.0f", names.get(a), names.get(b), lists.chapman(a, b)));
      }
    }
    double[] draws = latentClasses();
    text.append(String.format(Locale.ROOT, "%nlatent classes: %,.0f (%,.0f to %,.0f with 95 %%)%n%n", draws[500], draws[25], draws[974]));
    List<OverlappingLists.Model> models = lists.models();
    text.append(String.format(Locale.ROOT, "%d log-linear models, best criterion first (%d shown); all together %,.0f to %,.0f%n", models.size(),
        Math.min(MODELS_SHOWN, models.size()), models.stream().mapToDouble(OverlappingLists.Model::total).min().orElse(0),
        models.stream().mapToDouble(OverlappingLists.Model::total).max().orElse(0)));
    for (OverlappingLists.Model m : models.subList(0, Math.min(MODELS_SHOWN, models.size()))) {
      text.append(String.format(Locale.ROOT, "  %,10.1f (s.e. %,.1f)  criterion %.1f  %s%n", m.total(), m.error(), m.criterion(), words(m.terms())));
    }
    return text.toString();
  }

  private double[] latentClasses() {
    return new LatentClasses(10, 0.25, 0.25).draws(lists, SEED, 5_000, 1_000, 50);
  }

  /** The same as one JSON object, ending in a line break; estimates are null below three lists. */
  public String json(List<Finding> findings) {
    return SeriesJson.write(json -> {
      json.writeStartObject();
      json.writeNumberProperty("documented", lists.documented());
      json.writeArrayPropertyStart("lists");
      for (String name : names) json.writeString(name);
      json.writeEndArray();
      if (names.size() < 3) json.writeNullProperty("estimates");
      else estimates(json);
      SeriesJson.findings(json, findings);
      json.writeEndObject();
    });
  }

  private void estimates(JsonGenerator json) {
    json.writeObjectPropertyStart("estimates");
    SeriesJson.number(json, "lower_bound", lists.lowerBound());
    json.writeStringProperty("warning", WARNING.replace('\n', ' ').strip());
    json.writeArrayPropertyStart("chapman");
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        json.writeStartObject();
        json.writeStringProperty("lists", names.get(a) + ", " + names.get(b));
        SeriesJson.number(json, "total", lists.chapman(a, b));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    double[] draws = latentClasses();
    json.writeObjectPropertyStart("latent_classes");
    SeriesJson.number(json, "low", draws[25]);
    SeriesJson.number(json, "median", draws[500]);
    SeriesJson.number(json, "high", draws[974]);
    json.writeEndObject();
    json.writeArrayPropertyStart("log_linear");
    for (OverlappingLists.Model m : lists.models()) {
      json.writeStartObject();
      SeriesJson.number(json, "total", m.total());
      SeriesJson.number(json, "error", m.error());
      SeriesJson.number(json, "criterion", m.criterion());
      json.writeStringProperty("terms", words(m.terms()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private String words(List<Integer> terms) {
    var words = new ArrayList<String>();
    for (int term : terms) {
      var one = new ArrayList<String>();
      for (int l = 0; l < names.size(); l++) if ((term >> l & 1) == 1) one.add(names.get(l));
      words.add(String.join("·", one));
    }
    return words.isEmpty() ? "independent lists" : String.join(", ", words);
  }
}
