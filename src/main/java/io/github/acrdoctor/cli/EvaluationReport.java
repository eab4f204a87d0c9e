package io.github.acrdoctor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.diagnosis.Evaluation;
import io.github.acrdoctor.diagnosis.RankedCause;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The figures of an evaluation, as text and as JSON.
 *
 * @param shipped answers with the weights in force
 * @param crossValidated answers with weights fitted without the case
 * @param baseline answers of a plain text search
 * @param known causes the knowledge base has
 */
record EvaluationReport(
    Evaluation shipped, Evaluation crossValidated, Evaluation baseline, Set<String> known) {

  String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%d labelled cases: %d decisive, %d ambiguous from the text; %d not about a registry of Azure%n%n",
        shipped.all().size(),
        shipped.count(false),
        shipped.count(true),
        shipped.negatives());
    line(text, "%-44s %9s %15s %9s%n", "", "acr-doctor", "cross-validated", "BM25");
    row(
        text,
        "decisive, first answer right",
        shipped.top1(false),
        crossValidated.top1(false),
        baseline.top1(false));
    row(
        text,
        "decisive, right among three",
        shipped.top3(false),
        crossValidated.top3(false),
        baseline.top3(false));
    row(
        text,
        "ambiguous, right among three",
        shipped.top3(true),
        crossValidated.top3(true),
        baseline.top3(true));
    row(
        text,
        "ambiguous, first answer right",
        shipped.top1(true),
        crossValidated.top1(true),
        baseline.top1(true));
    row(
        text,
        "ambiguous, first right or equally accepted",
        shipped.accepted1(true),
        crossValidated.accepted1(true),
        baseline.accepted1(true));
    row(
        text,
        "family of the first answer right",
        shipped.family1(),
        crossValidated.family1(),
        baseline.family1());
    line(
        text,
        "%-44s %9d %15d %9d%n",
        "not about a registry, given a cause anyway",
        shipped.negativesMistaken(),
        crossValidated.negativesMistaken(),
        baseline.negativesMistaken());
    line(
        text,
        "%-44s %9d %15d %9s%n",
        "not about a registry, a cause above 50 %",
        shipped.negativesBelieved(),
        crossValidated.negativesBelieved(),
        "-");
    line(
        text,
        "%-44s %9.3f %15.3f %9s%n",
        "expected calibration error",
        shipped.calibrationError(),
        crossValidated.calibrationError(),
        "-");
    line(
        text,
        "%-44s %9.3f %15.3f %9s%n",
        "the same, with equally accepted as right",
        shipped.acceptedCalibrationError(),
        crossValidated.acceptedCalibrationError(),
        "-");
    line(
        text,
        "%nReliability of first answers%n  stated     cases  mean stated  right  or accepted%n");
    for (Evaluation.Bin bin : shipped.reliability()) {
      line(
          text,
          "  %3.0f–%3.0f %% %6d %11.0f %% %6.0f %% %8.0f %%%n",
          100 * bin.from(),
          100 * bin.from() + 10,
          bin.cases(),
          100 * bin.stated(),
          100 * bin.right(),
          100 * bin.accepted());
    }
    misses(text);
    return text.toString();
  }

  private static void row(
      StringBuilder text, String name, double ours, double crossValidated, double baseline) {
    line(
        text,
        "%-44s %7.1f %% %13.1f %% %7.1f %%%n",
        name,
        100 * ours,
        100 * crossValidated,
        100 * baseline);
  }

  private void misses(StringBuilder text) {
    Set<String> unknown =
        shipped.all().stream()
            .map(s -> s.labelled().cause())
            .filter(c -> !known.contains(c))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!unknown.isEmpty()) {
      line(
          text,
          "%nCauses in the labels that the knowledge base does not have: %s%n",
          String.join(", ", unknown));
    }
    List<Evaluation.Scored> misses = shipped.misses();
    line(text, "%nMisses: %d%n", misses.size());
    for (Evaluation.Scored miss : misses) {
      line(
          text,
          "  %s: is %s%s; said %s%n",
          miss.labelled().id(),
          miss.labelled().cause(),
          miss.labelled().ambiguous() ? " (ambiguous)" : "",
          miss.answers().isEmpty()
              ? "nothing"
              : miss.answers().stream()
                  .limit(3)
                  .map(EvaluationReport::answer)
                  .collect(Collectors.joining(", ")));
      miss.misleading().forEach(reason -> line(text, "      because: %s%n", reason));
    }
  }

  private static String answer(RankedCause answer) {
    return String.format(Locale.ROOT, "%s %.0f %%", answer.cause(), 100 * answer.probability());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  String json() {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("cases", shipped.all().size());
      json.writeNumberField("decisive", shipped.count(false));
      json.writeNumberField("ambiguous", shipped.count(true));
      figures(json, "shipped", shipped);
      figures(json, "crossValidated", crossValidated);
      figures(json, "baseline", baseline);
      json.writeArrayFieldStart("reliability");
      for (Evaluation.Bin bin : shipped.reliability()) {
        json.writeStartObject();
        json.writeNumberField("from", bin.from());
        json.writeNumberField("cases", bin.cases());
        json.writeNumberField("stated", bin.stated());
        json.writeNumberField("right", bin.right());
        json.writeNumberField("accepted", bin.accepted());
        json.writeEndObject();
      }
      json.writeEndArray();
      writeMisses(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.append('\n').toString();
  }

  private static void figures(JsonGenerator json, String name, Evaluation evaluation)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("decisiveTop1", evaluation.top1(false));
    json.writeNumberField("decisiveTop3", evaluation.top3(false));
    json.writeNumberField("ambiguousTop1", evaluation.top1(true));
    json.writeNumberField("ambiguousTop3", evaluation.top3(true));
    json.writeNumberField("decisiveAccepted1", evaluation.accepted1(false));
    json.writeNumberField("ambiguousAccepted1", evaluation.accepted1(true));
    json.writeNumberField("ambiguousAccepted3", evaluation.accepted3(true));
    json.writeNumberField("familyTop1", evaluation.family1());
    json.writeNumberField("negatives", evaluation.negatives());
    json.writeNumberField("negativesMistaken", evaluation.negativesMistaken());
    json.writeNumberField("negativesBelieved", evaluation.negativesBelieved());
    json.writeNumberField("expectedCalibrationError", evaluation.calibrationError());
    json.writeNumberField("acceptedCalibrationError", evaluation.acceptedCalibrationError());
    json.writeEndObject();
  }

  private void writeMisses(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("misses");
    for (Evaluation.Scored miss : shipped.misses()) {
      json.writeStartObject();
      json.writeStringField("id", miss.labelled().id());
      json.writeStringField("cause", miss.labelled().cause());
      json.writeBooleanField("ambiguous", miss.labelled().ambiguous());
      json.writeArrayFieldStart("answers");
      for (RankedCause answer : miss.answers().stream().limit(3).toList()) {
        json.writeStartObject();
        json.writeStringField("cause", answer.cause());
        json.writeNumberField("probability", answer.probability());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("misleading");
      for (String reason : miss.misleading()) {
        json.writeString(reason);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
