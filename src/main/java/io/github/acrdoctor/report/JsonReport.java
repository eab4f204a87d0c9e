package io.github.acrdoctor.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.NextQuestion;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.Solution;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The report as JSON on one line, in the form that other programs rely on. */
public final class JsonReport {
  /** All but plain ASCII is escaped: JSON gets printed on terminals, too. */
  private static final JsonFactory JSON =
      JsonFactory.builder().configure(JsonWriteFeature.ESCAPE_NON_ASCII, true).build();

  private static final int DIGITS = 4;

  private JsonReport() {}

  /**
   * Writes a report.
   *
   * @param report the report
   * @return one line without its end
   */
  public static String write(Report report) {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(writer)) {
      json.writeStartObject();
      json.writeStringField("schemaVersion", Report.SCHEMA_VERSION);
      json.writeStringField("caseId", report.caseId());
      knowledge(json, report);
      json.writeBooleanField("identified", report.identified());
      symptoms(json, report.symptoms());
      json.writeArrayFieldStart("diagnoses");
      for (RankedDiagnosis diagnosis : report.diagnoses()) {
        diagnosis(json, diagnosis);
      }
      json.writeEndArray();
      number(json, "undetermined", report.undetermined());
      questions(json, report.questions());
      json.writeArrayFieldStart("notCollected");
      for (Report.Missing missing : report.notCollected()) {
        json.writeStartObject();
        json.writeStringField("fact", missing.fact());
        json.writeStringField("reason", missing.reason());
        json.writeStringField("right", missing.right());
        json.writeEndObject();
      }
      json.writeEndArray();
      hops(json, report);
      doubts(json, report.doubts());
      ambiguity(json, report.ambiguity());
      nearest(json, report.nearest());
      strings(json, "verified", report.verified());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.toString();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeNumberField(name, BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP));
  }

  private static void knowledge(JsonGenerator json, Report report) throws IOException {
    json.writeObjectFieldStart("knowledge");
    json.writeStringField("hash", report.knowledge().hash());
    json.writeNumberField("causes", report.knowledge().causes());
    json.writeNumberField("rules", report.knowledge().rules());
    json.writeNumberField("symptoms", report.knowledge().symptoms());
    json.writeEndObject();
  }

  private static void symptoms(JsonGenerator json, List<SeenSymptom> symptoms) throws IOException {
    json.writeArrayFieldStart("symptoms");
    for (SeenSymptom symptom : symptoms) {
      json.writeStartObject();
      json.writeStringField("id", symptom.id());
      json.writeStringField("title", symptom.title());
      json.writeStringField("source", symptom.source());
      json.writeNumberField("line", symptom.line());
      json.writeNumberField("start", symptom.start());
      json.writeNumberField("end", symptom.end());
      json.writeObjectFieldStart("captures");
      for (Map.Entry<String, String> capture : symptom.captures().entrySet()) {
        json.writeStringField(capture.getKey(), capture.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("count", symptom.count());
      json.writeBooleanField("error", symptom.error());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void diagnosis(JsonGenerator json, RankedDiagnosis diagnosis) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", diagnosis.rank());
    json.writeStringField("cause", diagnosis.cause());
    json.writeStringField("family", diagnosis.family());
    json.writeStringField("title", diagnosis.title());
    number(json, "probability", diagnosis.probability());
    json.writeArrayFieldStart("evidence");
    for (EvidenceLine evidence : diagnosis.evidence()) {
      json.writeStartObject();
      json.writeStringField("strength", evidence.strength());
      json.writeStringField("reason", evidence.reason());
      json.writeStringField("rule", evidence.rule());
      strings(json, "facts", evidence.facts());
      json.writeEndObject();
    }
    json.writeEndArray();
    solution(json, diagnosis.solution());
    if (diagnosis.refines() != null) {
      json.writeStringField("refines", diagnosis.refines());
    }
    if (diagnosis.waiting() != null) {
      json.writeObjectFieldStart("waiting");
      json.writeStringField("until", diagnosis.waiting().until().toString());
      json.writeNumberField("seconds", diagnosis.waiting().seconds());
      json.writeStringField("text", diagnosis.waiting().text());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void hops(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("hops");
    for (HopLine hop : report.hops()) {
      json.writeStartObject();
      json.writeStringField("hop", hop.hop());
      json.writeStringField("state", hop.state());
      json.writeStringField("because", hop.because());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("lastGood", report.lastGood() == null ? null : report.lastGood().hop());
    json.writeStringField("firstBad", report.firstBad() == null ? null : report.firstBad().hop());
  }

  private static void doubts(JsonGenerator json, List<Doubt> doubts) throws IOException {
    json.writeArrayFieldStart("contradictions");
    for (Doubt doubt : doubts) {
      json.writeStartObject();
      json.writeStringField("id", doubt.id());
      json.writeStringField("reason", doubt.reason());
      json.writeStringField("rule", doubt.rule());
      strings(json, "facts", doubt.facts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void ambiguity(JsonGenerator json, Ambiguous ambiguity) throws IOException {
    if (ambiguity == null) {
      json.writeNullField("ambiguity");
      return;
    }
    json.writeObjectFieldStart("ambiguity");
    strings(json, "causes", ambiguity.causes());
    json.writeStringField("symptom", ambiguity.symptom());
    json.writeStringField(
        "decidedBy", ambiguity.decides() == null ? null : ambiguity.decides().id());
    json.writeEndObject();
  }

  private static void nearest(JsonGenerator json, List<Resembling> nearest) throws IOException {
    json.writeArrayFieldStart("nearest");
    for (Resembling near : nearest) {
      json.writeStartObject();
      json.writeStringField("symptom", near.symptom());
      json.writeStringField("title", near.title());
      json.writeStringField("example", near.example());
      json.writeStringField("line", near.line());
      strings(json, "missing", near.missing());
      strings(json, "other", near.other());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void solution(JsonGenerator json, Solution solution) throws IOException {
    json.writeObjectFieldStart("solution");
    json.writeStringField("summary", solution.summary());
    instructions(json, "steps", solution.steps());
    strings(json, "verify", solution.verify().isEmpty() ? List.of() : List.of(solution.verify()));
    strings(json, "links", solution.references().stream().map(Report.Reference::url).toList());
    instructions(json, "confirm", solution.confirm());
    json.writeStringField("role", solution.role());
    json.writeStringField("risk", solution.risk());
    json.writeStringField("undo", solution.undo());
    strings(json, "otherwise", solution.otherwise());
    json.writeArrayFieldStart("references");
    for (Report.Reference reference : solution.references()) {
      json.writeStartObject();
      json.writeStringField("title", reference.title());
      json.writeStringField("url", reference.url());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void instructions(JsonGenerator json, String name, List<Instruction> steps)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Instruction step : steps) {
      json.writeStartObject();
      json.writeStringField("text", step.text());
      json.writeStringField("command", step.command());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void questions(JsonGenerator json, List<NextQuestion> questions)
      throws IOException {
    json.writeArrayFieldStart("nextQuestions");
    for (NextQuestion question : questions) {
      json.writeStartObject();
      json.writeStringField("id", question.id());
      json.writeStringField("text", question.text());
      json.writeStringField("how", question.how());
      number(json, "gain", question.gain());
      json.writeArrayFieldStart("answers");
      for (Report.Effect effect : question.effects()) {
        json.writeStartObject();
        json.writeStringField("answer", effect.answer());
        json.writeStringField("cause", effect.cause());
        number(json, "probability", effect.probability());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
