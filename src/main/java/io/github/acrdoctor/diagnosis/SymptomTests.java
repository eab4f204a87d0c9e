package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.diagnosis.TestOutcome.Status;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the examples and near misses of symptoms. */
final class SymptomTests {
  private final Recogniser recogniser;
  private final SymptomDefinition symptom;

  private SymptomTests(Recogniser recogniser, SymptomDefinition symptom) {
    this.recogniser = recogniser;
    this.symptom = symptom;
  }

  static List<TestOutcome> run(Recogniser recogniser, Set<String> ids) {
    return recogniser.definitions().values().parallelStream()
        .filter(symptom -> ids.contains(symptom.id()))
        .flatMap(symptom -> new SymptomTests(recogniser, symptom).run())
        .toList();
  }

  private Stream<TestOutcome> run() {
    return Stream.concat(
        symptom.examples().stream().map(this::example),
        symptom.nearMisses().stream().map(this::nearMiss));
  }

  private TestOutcome example(SymptomDefinition.Example example) {
    Map<String, Symptom> found = recognised(example.text());
    Symptom hit = found.get(symptom.id());
    if (hit == null) {
      String instead = found.isEmpty() ? "nothing" : String.join(", ", found.keySet());
      return outcome("example", example.text(), "is not recognised; found " + instead);
    }
    String wrong =
        example.captures().entrySet().stream()
            .filter(capture -> !capture.getValue().equals(hit.capture(capture.getKey())))
            .map(
                capture ->
                    FactWords.named(capture.getKey(), hit.capture(capture.getKey()))
                        + ", expected "
                        + FactWords.value(capture.getKey(), capture.getValue()))
            .collect(Collectors.joining("; "));
    return outcome("example", example.text(), wrong.isEmpty() ? "" : "takes out " + wrong);
  }

  private TestOutcome nearMiss(String text) {
    return outcome(
        "near miss",
        text,
        recognised(text).containsKey(symptom.id()) ? "is recognised and must not be" : "");
  }

  private Map<String, Symptom> recognised(String text) {
    return recogniser.recognise(List.of(new Text("example", text))).stream()
        .collect(Collectors.toMap(Symptom::id, s -> s, (a, b) -> a, TreeMap::new));
  }

  private TestOutcome outcome(String kind, String text, String message) {
    return new TestOutcome(
        "symptoms",
        symptom.id() + " " + kind + ": " + FactWords.value("text", text.replaceAll("\\s+", " ")),
        symptom.file(),
        symptom.line(),
        message.isEmpty() ? Status.PASSED : Status.FAILED,
        message,
        List.of());
  }
}
