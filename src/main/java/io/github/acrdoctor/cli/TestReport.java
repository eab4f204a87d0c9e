package io.github.acrdoctor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.diagnosis.RuleStory;
import io.github.acrdoctor.diagnosis.TestOutcome;
import io.github.acrdoctor.diagnosis.TestOutcome.Status;
import io.github.acrdoctor.facts.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Test outcomes as text and as JSON. */
final class TestReport {
  private final List<TestOutcome> outcomes;
  private final List<Problem> problems;
  private final Duration took;

  TestReport(List<TestOutcome> outcomes, List<Problem> problems, Duration took) {
    this.outcomes = List.copyOf(outcomes);
    this.problems = problems.stream().sorted().distinct().toList();
    this.took = took;
  }

  /** Problems of files, failures with what explains them, open gaps, and the count. */
  void text(Console console) {
    PrintWriter out = console.out();
    problems.forEach(problem -> out.println(Console.plain(problem.toString())));
    outcomes.stream().filter(TestOutcome::failed).forEach(outcome -> failure(outcome, console));
    outcomes.stream()
        .filter(outcome -> outcome.status() == Status.GAP)
        .forEach(outcome -> out.println(line(outcome, "known gap: " + outcome.message())));
    out.printf(
        Locale.ROOT,
        "%d passed, %d failed, %d known gaps in %.1f s%n",
        count(Status.PASSED),
        count(Status.FAILED),
        count(Status.GAP),
        took.toMillis() / 1000.0);
  }

  private static void failure(TestOutcome outcome, Console console) {
    console.out().println(line(outcome, outcome.message()));
    WhyNotText text = new WhyNotText(console);
    for (RuleStory story : outcome.stories()) {
      text.rule(story);
    }
  }

  private static String line(TestOutcome outcome, String message) {
    return Console.plain(
        outcome.file() + ":" + outcome.line() + ": '" + outcome.name() + "' " + message);
  }

  private long count(Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  /** Everything, with a line end. */
  String json() {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.writeStartObject();
      json.writeStringField("schemaVersion", "1");
      json.writeNumberField("passed", count(Status.PASSED));
      json.writeNumberField("failed", count(Status.FAILED));
      json.writeNumberField("gaps", count(Status.GAP));
      json.writeNumberField("milliseconds", took.toMillis());
      json.writeArrayFieldStart("problems");
      for (Problem problem : problems) {
        json.writeString(problem.toString());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tests");
      for (TestOutcome outcome : outcomes) {
        write(json, outcome);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.append('\n').toString();
  }

  private static void write(JsonGenerator json, TestOutcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("suite", outcome.suite());
    json.writeStringField("name", outcome.name());
    json.writeStringField("place", outcome.file() + ":" + outcome.line());
    json.writeStringField("status", outcome.status().name().toLowerCase(Locale.ROOT));
    if (!outcome.message().isEmpty()) {
      json.writeStringField("message", outcome.message());
    }
    if (!outcome.stories().isEmpty()) {
      json.writeArrayFieldStart("rules");
      for (RuleStory story : outcome.stories()) {
        WhyNotJson.write(json, story);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
