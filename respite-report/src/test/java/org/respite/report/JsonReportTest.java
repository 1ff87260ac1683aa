// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {
  @Test
  void theTownReadsAsKept() {
    Golden.matches("assessment.json", JsonReport.of(Town.assessment()));
  }

  @Test
  void theRunReadsAsKept() {
    Golden.matches("run.json", RunJson.of(Town.assessment()));
  }

  @Test
  void theTownKeepsToThePublishedSchema() throws IOException {
    assertThat(schema("assessment-1").validate(JsonReport.of(Town.assessment()), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": \"respite-assessment/1\"|\"format\": \"respite-assessment/2\"",
        "\"answer\": \"not enough\"|\"answer\": \"no\"",
        "\"status\": \"not-stated\"|\"status\": \"quiet\"",
        "\"stated\": false|\"stated\": null",
        "\"hours_missing\"|\"hours_short\"",
        "\"flow_value\": 306000|\"flow_value\": \"306000\"",
        "\"kind\": \"assumed\"|\"kind\": \"known\""
      })
  void theSchemaRefusesWhatItDoesNotDescribe(String right, String wrong) throws IOException {
    String json = JsonReport.of(Town.assessment());
    assertThat(json).contains(right);
    assertThat(schema("assessment-1").validate(json.replace(right, wrong), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aCharacterThatTurnsTheReadingDirectionGoesOutAsAnEscape(@TempDir Path scratch) {
    var a = Town.assessment(scratch, "title: Two districts, a made-up town", "title: \"x \\u202E </script> \\\" y\"");
    assertThat(JsonReport.of(a)).contains("\"title\": \"x \\u202E </script> \\\" y\"").contains("المدينة").doesNotContain("\u202e");
  }

  @Test
  void anEmojiIsOneCharacterAndStaysIt(@TempDir Path scratch) {
    var a = Town.assessment(scratch, "title: Two districts, a made-up town", "title: \"x \\U0001F54A y\"");
    assertThat(JsonReport.of(a)).contains("\"title\": \"x \uD83D\uDD4A y\"");
  }

  @Test
  void aFigureThatIsNoNumberIsRefusedByName() {
    assertThatThrownBy(() -> Json.object(json -> json.number("could", Double.NaN))).hasMessage("could must be finite, got NaN");
  }

  @ParameterizedTest
  @CsvSource({"0.1,0.1", "0.30000000000000004,0.3", "1e9,1000000000", "12345678.25,12345678.25", "1e-7,0.0000001", "-0.5,-0.5"})
  void numbersAreWrittenPlainly(double value, String written) {
    assertThat(Json.object(json -> json.number("n", value))).isEqualTo("{\n  \"n\": " + written + "\n}\n");
  }

  static Schema schema(String name) throws IOException {
    String root = System.getProperty("respite.root");
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry.getSchema(Files.readString(Path.of(root, "schema", name + ".schema.json")), InputFormat.JSON);
  }
}
