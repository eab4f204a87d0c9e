package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader, which are made of the same records, agree. */
class CaseSchemaTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(CaseSchema.json());

  @Test
  void everySampleFitsTheSchema() throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("facts-samples"))) {
      for (Path sample : samples.filter(s -> s.toString().endsWith(".yaml")).toList()) {
        JsonNode node = YAML.readTree(Files.readString(sample));
        assertThat(SCHEMA.validate(node)).as(sample.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fact: {}",
        "facts: {registri: {name: x}}",
        "facts: {registry: {publicNetworkAcess: no}}",
        "facts: {registry: {publicNetworkAccess: maybe}}",
        "facts: {registry: text}",
        "facts: [1]",
        "facts: {clock: {now: 2026-01-01}}",
        "texts: [{sorce: x, text: y}]",
        "texts: [{source: x}]"
      })
  void whatTheReaderRefusesTheSchemaRefuses(String yaml) throws IOException {
    assertThat(SCHEMA.validate(YAML.readTree(yaml))).isNotEmpty();
    assertThatThrownBy(() -> CaseReader.read("case.yaml", yaml)).isInstanceOf(InputException.class);
  }
}
