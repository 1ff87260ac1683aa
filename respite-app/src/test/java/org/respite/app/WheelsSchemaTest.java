// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.model.finding.Finding;
import org.respite.wheels.replan.Actual;
import picocli.CommandLine;

/** The published schemas of movement plans, re-plans and actuals, and the programs that write and read them, say the same. */
class WheelsSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("respite.root"));
  private static final Path ALEPPO = ROOT.resolve("cases/aleppo-2016-10");

  @TempDir Path dir;

  private static Schema schema(String name) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, b -> b.schemaLoader(l -> l.fetchRemoteResources()));
    return registry.getSchema(SchemaLocation.of(ROOT.resolve("schema").resolve(name + ".schema.json").toUri().toString()));
  }

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    CommandLine command = Respite.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter()));
    command.execute(args);
    return out.toString();
  }

  /** A case with everything that only some plans tell: a leg shared in turns, a refuge, an assembly, beds, willing shares. */
  private Path richer() throws IOException {
    Path copy = Files.createDirectory(dir.resolve("case"));
    try (Stream<Path> files = Files.list(ALEPPO)) {
      for (Path f : files.toList()) Files.copy(f, copy.resolve(f.getFileName()));
    }
    String yaml = Files.readString(copy.resolve("case.yaml"));
    Map<String, String> changes = new LinkedHashMap<>();
    String sharing = "shared: {rule: alternating, in: {value: 60, unit: min, assumed: asked}, out: {value: 60, unit: min, assumed: asked}, pace: {value: 0.8, unit: ratio, assumed: crowd}, separation: {value: 2, unit: min, assumed: asked}}";
    String refuges = "refuges: [{name: {en: grain silo, ar: صومعة}, after: {value: 2000, unit: m, assumed: map}}]";
    changes.put("within about a third}}\n      - {id: cs-2", "within about a third},\n          %s,\n          %s}\n      - {id: cs-2".formatted(sharing, refuges));
    changes.put("  waiting:\n", "  assembly: {places: {value: 4, unit: servers, assumed: yard}, time: {value: 10, unit: min/truck, assumed: papers}, lead: {value: 1, unit: h, assumed: usual}}\n  waiting:\n");
    changes.put("needs_stated:\n", """
        vehicles:
          - id: ambulances
            kind: ambulance
            name: Ambulances
            corridor: castello
            groups: [wounded]
            count: {low: 4, mid: 10, high: 20, unit: vehicles, assumed: said to wait}
            seats: {value: 2, unit: people/vehicle, assumed: usual}
            speed: {value: 25, unit: km/h, assumed: road}
            boarding: {bays: {value: 3, unit: servers, assumed: stop}, time: {value: 6, unit: min, assumed: stretcher}}
            hospitals: [{destination: north, drive: {value: 60, unit: min, assumed: border}}]
        needs_stated:
        """);
    for (var c : changes.entrySet()) {
      assertThat(yaml).contains(c.getKey());
      yaml = yaml.replace(c.getKey(), c.getValue());
    }
    int north = yaml.indexOf("takes: not stated", yaml.indexOf("- {id: north,"));
    yaml = yaml.substring(0, north) + "beds: {value: 20, unit: beds, assumed: asked}, discharge: {value: 1, unit: people/h, assumed: asked}, " + yaml.substring(north);
    yaml = yaml.replaceFirst("(?m)^  willing: \\[\\]", "  willing:\n    - {group: wounded, share: {low: 0.2, mid: 0.5, high: 0.9, unit: share, assumed: asked}}");
    Files.writeString(copy.resolve("case.yaml"), yaml);
    return copy;
  }

  @Test
  void plansKeepToThePublishedSchemaAndEveryKeyOfItIsWritten() throws IOException {
    Path richer = richer();
    String plan = run("wheels", "plan", richer.toString(), "--json", "--draws", "30", "--builds", "7");
    assertThat(schema("movement-1").validate(plan, InputFormat.JSON)).as(plan.lines().limit(40).toList().toString()).isEmpty();
    String simple = run("wheels", "plan", ALEPPO.toString(), "--json", "--draws", "200", "--builds", "7"); // somebody is caught in some of the draws
    assertThat(schema("movement-1").validate(simple, InputFormat.JSON)).isEmpty();
    assertThat(schema("assessment-1").validate(run("assess", richer.toString(), "--json", "--draws", "10", "--out", dir.resolve("o").toString()), InputFormat.JSON)).isEmpty();
    String published = Files.readString(ROOT.resolve("schema/assessment-1.schema.json"));
    String movement = published.substring(published.indexOf("\"movement\": {\n      \"type\""), published.indexOf("\"pauseVerdict\""));
    TreeSet<String> unwritten = new TreeSet<>();
    for (Matcher m = Pattern.compile("\"([a-z_0-9]+)\": \\{\"?(?:type|enum|description|\\$ref|\n)").matcher(movement); m.find(); ) if (!(plan + simple).contains("\"" + m.group(1) + "\":")) unwritten.add(m.group(1));
    unwritten.removeAll(List.of("movement", "items", "properties")); // of the schema, not of a plan
    assertThat(unwritten).isEmpty();
  }

  @Test
  void theRestOfADayKeepsToThePublishedSchema() throws IOException {
    Path actuals = Files.writeString(dir.resolve("today.csv"), "vehicle,event,at,amount\nT001,delivered,2016-10-20T12:20+03:00,12\nT003,cancelled,2016-10-20T12:00+03:00,\n");
    String json = run("wheels", "replan", ALEPPO.toString(), "--actuals", actuals.toString(), "--now", "2016-10-20T12:30+03:00", "--builds", "7", "--json");
    assertThat(schema("replan-1").validate(json, InputFormat.JSON)).isEmpty();
    assertThat(schema("replan-1").validate(json.replace("\"under_way\"", "\"on_the_way\""), InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": \"respite-movement/1\"|\"format\": \"respite-movement/2\"",
        "\"upper_bound\"|\"bound\"",
        "\"kind\": \"truck\"|\"kind\": \"lorry\"",
        "\"turn_back_at\"|\"turn_back\"",
        "\"aid\"|\"goods\""
      })
  void theSchemaRefusesWhatItDoesNotDescribe(String right, String wrong) {
    String plan = run("wheels", "plan", ALEPPO.toString(), "--only", "aid", "--json", "--draws", "5", "--builds", "1");
    assertThat(plan).contains(right);
    assertThat(schema("movement-1").validate(plan.replace(right, wrong), InputFormat.JSON)).isNotEmpty();
  }

  // The same rows, as a table to the reader and as objects to the schema: what one takes the other takes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "T001|departed|2016-10-20T09:40+03:00|-|-|true",
        "T001|Turned back|2016-10-20 09:40+03:00|2|-|true",
        "T001|not-sent|2016-10-20T06:40:30Z|1|12.5|true",
        "T001|delivered|2016-10-20T09:40+03:00|-|0|true",
        "T001|arrive|2016-10-20T09:40+03:00|-|-|false",
        "T001|departed|2016-10-20T09:40|-|-|false",
        "T001|departed|20 Oct 9:40|-|-|false",
        "T001|departed|-|-|-|false",
        "T001|-|2016-10-20T09:40+03:00|-|-|false",
        "T001|delivered|2016-10-20T09:40+03:00|-|-3|false",
        "T001|delivered|2016-10-20T09:40+03:00|1.5|-|false",
        "T001|delivered|2016-10-20T09:40+03:00|0|-|false",
        "-|delivered|2016-10-20T09:40+03:00|-|-|false"
      })
  void actualsAreReadAsPublished(String vehicle, String event, String at, String trip, String amount, boolean sound) throws IOException {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("vehicle", vehicle);
    row.put("event", event);
    row.put("at", at);
    row.put("trip", trip);
    row.put("amount", amount);
    row.put("note", "seen"); // a row with nothing in it is no row
    row.values().removeIf(v -> v == null);
    String json = "[{" + String.join(", ", row.entrySet().stream().map(e -> "\"%s\": \"%s\"".formatted(e.getKey(), e.getValue())).toList()) + "}]";
    assertThat(schema("actuals-1").validate(json, InputFormat.JSON).isEmpty()).as(json).isEqualTo(sound);
    List<String> columns = new ArrayList<>(List.of("vehicle", "event", "at", "trip", "amount", "note"));
    Path table = Files.writeString(dir.resolve("t.csv"), String.join(",", columns) + "\n" + String.join(",", columns.stream().map(c -> row.getOrDefault(c, "")).toList()) + "\n");
    List<Finding> findings = new ArrayList<>();
    assertThat(Actual.read(table, findings).size() == 1 && findings.isEmpty()).as(findings.toString()).isEqualTo(sound);
  }
}
