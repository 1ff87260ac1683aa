// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.Finding;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The published schema of case.yaml and the reader say the same: the bundled case is broken in every mapping, one key at a
 * time, and both are asked.
 */
class CaseSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("respite.root"));
  private static final Path ALEPPO = ROOT.resolve("cases/aleppo-2016-10");

  /** The reader's words for something left out; what only the cross-checks see (a place nobody names) is not the schema's to know. */
  private static final Set<String> MISSING = Set.of("missing-key", "missing-unit", "no-range", "no-basis", "no-window", "group-size");

  @TempDir Path folder;
  private Schema schema;
  private Object tree;

  @BeforeEach
  void copyTheCase() throws IOException {
    try (Stream<Path> files = Files.list(ALEPPO)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ALEPPO.resolve("case.yaml")));
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(ROOT.resolve("schema/case-1.schema.json")));
  }

  @Test
  void theBundledCaseIsSoundToBoth() throws IOException {
    Verdicts both = ask();
    assertThat(both.schema).isEmpty();
    assertThat(both.reader).isEmpty();
  }

  @Test
  void aKeyNobodyKnowsIsRefusedByBothInEveryMapping() {
    List<String> apart = new ArrayList<>();
    eachMapping((path, mapping) -> {
      mapping.put("nobody_knows_this", 1);
      Verdicts both = ask();
      if (both.schema.isEmpty() || both.reader.isEmpty()) {
        apart.add(path + ": " + both);
      }
      mapping.remove("nobody_knows_this");
    });
    assertThat(apart).isEmpty();
  }

  @Test
  void aKeyThatIsMissingIsMissedByBoth() {
    List<String> apart = new ArrayList<>();
    eachMapping((path, mapping) -> {
      for (String key : List.copyOf(mapping.keySet())) {
        Map<String, Object> before = Map.copyOf(mapping);
        Object value = mapping.remove(key);
        Verdicts both = ask();
        if (both.schema.isEmpty() == both.reader.stream().anyMatch(f -> MISSING.contains(f.code()))) {
          apart.add(path + " without " + key + ": " + both);
        }
        mapping.put(key, value);
        assertThat(mapping).isEqualTo(before);
      }
    });
    assertThat(apart).isEmpty();
  }

  private record Verdicts(List<String> schema, List<Finding> reader) {}

  private Verdicts ask() {
    String yaml = new Dump(DumpSettings.builder().build()).dumpToString(tree);
    try {
      Files.writeString(folder.resolve("case.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Verdicts(
        schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList(),
        CaseFolder.read(folder).findings().stream().filter(f -> f.severity() == Finding.Severity.ERROR).toList());
  }

  /** One mapping of every kind: of a list's items the first with those keys stands for all. */
  private void eachMapping(BiConsumer<String, Map<String, Object>> visit) {
    walk("", tree, new HashSet<>(), visit);
  }

  @SuppressWarnings("unchecked")
  private static void walk(String path, Object node, Set<String> seen, BiConsumer<String, Map<String, Object>> visit) {
    if (node instanceof List<?> items) {
      items.forEach(item -> walk(path + "[]", item, seen, visit));
    } else if (node instanceof Map<?, ?> map) {
      Map<String, Object> mapping = (Map<String, Object>) map;
      if (seen.add(path.substring(0, Math.max(0, path.lastIndexOf('.'))) + mapping.keySet())) {
        visit.accept(path, mapping);
      }
      List.copyOf(mapping.entrySet()).forEach(e -> walk(path + "." + e.getKey(), e.getValue(), seen, visit));
    }
  }
}
