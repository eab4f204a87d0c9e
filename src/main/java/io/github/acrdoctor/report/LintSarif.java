package io.github.acrdoctor.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.diagnosis.lint.LintRule;
import io.github.acrdoctor.facts.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a knowledge base, as SARIF 2.1.0: what code hosts show beside the lines. */
public final class LintSarif {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonGenerator json;
  private final String folder;
  private final List<String> ids = new ArrayList<>(LintRule.all().keySet());

  private LintSarif(JsonGenerator json, String folder) {
    this.json = json;
    this.folder = folder;
  }

  /**
   * Writes problems.
   *
   * @param problems what is wrong, in order
   * @param folder the rules folder as the user named it, with slashes
   * @param version version of this program
   * @return one line without its end
   */
  public static String write(List<Problem> problems, String folder, String version) {
    return LintJson.written(json -> new LintSarif(json, folder).log(problems, version));
  }

  private void log(List<Problem> problems, String version) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(version);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    for (Problem problem : problems) {
      result(problem);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "acr-doctor");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (LintRule rule : LintRule.all().values()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      text("shortDescription", rule.title());
      text("help", "See " + rule.page());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", rule.severity());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", problem.id());
    json.writeNumberField("ruleIndex", ids.indexOf(problem.id()));
    json.writeStringField("level", LintRule.of(problem.id()).severity());
    text(
        "message",
        problem.advice().isEmpty()
            ? problem.message()
            : problem.message() + " / " + problem.advice());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(problem.file()));
    json.writeEndObject();
    region(problem);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void region(Problem problem) throws IOException {
    if (problem.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", problem.line());
      if (problem.column() > 0) {
        json.writeNumberField("startColumn", problem.column());
      }
      json.writeEndObject();
    }
  }

  /** Problems name files as if the folder were called rules; code hosts want the real path. */
  private String uri(String file) {
    String path = file.startsWith("rules/") ? folder + file.substring("rules".length()) : file;
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 127 && "%\"<>\\^`{|}?#[]".indexOf(b) < 0;
      uri.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
    return uri.toString();
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
