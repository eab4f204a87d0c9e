package io.github.acrdoctor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.diagnosis.Coverage;
import io.github.acrdoctor.diagnosis.CoveredCondition;
import io.github.acrdoctor.diagnosis.TextGroup;
import io.github.acrdoctor.facts.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Coverage as text and as JSON. */
final class CoverageReport {
  /** Names of texts in one group that are worth listing. */
  private static final int NAMES = 3;

  private CoverageReport() {}

  /** What is not proven, one line each, and the counts. */
  static String text(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (CoveredCondition condition : coverage.uncovered()) {
      text.append(line(condition, condition.gap()));
    }
    for (CoveredCondition condition : coverage.undecided()) {
      text.append(line(condition, "never decides alone"));
    }
    coverage.weakCases().forEach(problem -> text.append(problem).append('\n'));
    coverage.symptoms().forEach(problem -> text.append(problem).append('\n'));
    coverage.unanswered().forEach(group -> text.append(line(group)));
    return text.append(summary(coverage)).toString();
  }

  private static String line(CoveredCondition condition, String gap) {
    return condition.file()
        + ":"
        + condition.line()
        + ": "
        + gap
        + ": "
        + condition.text()
        + " / "
        + condition.subject()
        + ": "
        + condition.rule()
        + "\n";
  }

  private static String line(TextGroup group) {
    List<String> names = group.names();
    String more = names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "";
    return "unanswered, "
        + names.size()
        + " like: "
        + group.example()
        + "\n  words: "
        + String.join(" ", group.words())
        + "\n  "
        + String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
        + more
        + "\n";
  }

  /** The counts. */
  private static String summary(Coverage coverage) {
    int all = coverage.conditions().size();
    int open = coverage.uncovered().size();
    String cases =
        String.format(
            Locale.ROOT,
            "%d of %d conditions seen true and false (%.1f %%) over %d cases; %d never decide"
                + " alone; %d weak causes, %d weak symptoms%n",
            all - open,
            all,
            all == 0 ? 100 : 100.0 * (all - open) / all,
            coverage.cases(),
            coverage.undecided().size(),
            coverage.weakCases().size(),
            coverage.symptoms().size());
    return coverage.texts() == 0
        ? cases
        : cases
            + String.format(
                Locale.ROOT,
                "%d of %d texts unanswered, in %d groups%n",
                coverage.unanswered().stream().mapToInt(group -> group.names().size()).sum(),
                coverage.texts(),
                coverage.unanswered().size());
  }

  /** Everything, with a line end. */
  static String json(Coverage coverage) {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.writeStartObject();
      json.writeStringField("schemaVersion", "1");
      json.writeNumberField("cases", coverage.cases());
      json.writeNumberField("texts", coverage.texts());
      json.writeArrayFieldStart("conditions");
      for (CoveredCondition condition : coverage.conditions()) {
        write(json, condition);
      }
      json.writeEndArray();
      problems(json, "weakCases", coverage.weakCases());
      problems(json, "weakSymptoms", coverage.symptoms());
      json.writeArrayFieldStart("unanswered");
      for (TextGroup group : coverage.unanswered()) {
        json.writeStartObject();
        strings(json, "words", group.words());
        json.writeStringField("example", group.example());
        strings(json, "names", group.names());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.append('\n').toString();
  }

  private static void write(JsonGenerator json, CoveredCondition condition) throws IOException {
    json.writeStartObject();
    json.writeStringField("place", condition.file() + ":" + condition.line());
    json.writeStringField("subject", condition.subject());
    json.writeStringField("rule", condition.rule());
    json.writeStringField("text", condition.text());
    json.writeBooleanField("constraint", condition.constraint());
    json.writeNumberField("true", condition.yes());
    json.writeNumberField("false", condition.no());
    json.writeNumberField("decisive", condition.decisive());
    json.writeEndObject();
  }

  private static void problems(JsonGenerator json, String name, List<Problem> problems)
      throws IOException {
    strings(json, name, problems.stream().map(Problem::toString).toList());
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
