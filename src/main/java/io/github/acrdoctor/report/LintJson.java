package io.github.acrdoctor.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.acrdoctor.diagnosis.lint.LintRule;
import io.github.acrdoctor.facts.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What is wrong with a knowledge base, as JSON for other programs. */
public final class LintJson {
  /** All but plain ASCII is escaped: JSON gets printed on terminals, too. */
  static final JsonFactory JSON =
      JsonFactory.builder().configure(JsonWriteFeature.ESCAPE_NON_ASCII, true).build();

  private LintJson() {}

  /**
   * Writes problems.
   *
   * @param problems what is wrong, in order
   * @return one line without its end
   */
  public static String write(List<Problem> problems) {
    long errors = problems.stream().filter(p -> LintRule.of(p.id()).error()).count();
    return written(
        json -> {
          json.writeStartObject();
          json.writeStringField("schemaVersion", "1");
          json.writeNumberField("errors", errors);
          json.writeNumberField("warnings", problems.size() - errors);
          json.writeArrayFieldStart("problems");
          for (Problem problem : problems) {
            problem(json, problem);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void problem(JsonGenerator json, Problem problem) throws IOException {
    LintRule rule = LintRule.of(problem.id());
    json.writeStartObject();
    json.writeStringField("id", problem.id());
    json.writeStringField("severity", rule.severity());
    json.writeStringField("file", problem.file());
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("message", problem.message());
    json.writeStringField("advice", problem.advice());
    json.writeStringField("page", rule.page());
    json.writeEndObject();
  }

  /** Writes something that a generator can fail at only when it is a fault of ours. */
  interface Content {
    void to(JsonGenerator json) throws IOException;
  }

  static String written(Content content) {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(writer)) {
      content.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.toString();
  }
}
