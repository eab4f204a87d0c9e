package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proves symptoms against their own examples and near misses. */
final class SymptomCheck {
  private final Recogniser recogniser;
  private final YamlSpots spots;
  private final SymptomDefinition symptom;
  private final List<Problem> problems = new ArrayList<>();

  private SymptomCheck(Recogniser recogniser, YamlSpots spots, SymptomDefinition symptom) {
    this.recogniser = recogniser;
    this.spots = spots;
    this.symptom = symptom;
  }

  static List<Problem> check(KnowledgeFiles files, Recogniser recogniser) {
    YamlSpots spots = new YamlSpots(files);
    return recogniser.definitions().values().parallelStream()
        .map(symptom -> new SymptomCheck(recogniser, spots, symptom).run())
        .flatMap(Collection::stream)
        .toList();
  }

  private List<Problem> run() {
    if (symptom.examples().isEmpty()) {
      problem("missing-example", symptom.id() + " has no example", "add a text that must match");
    }
    for (int i = 0; i < symptom.examples().size(); i++) {
      example(i, symptom.examples().get(i));
    }
    for (int i = 0; i < symptom.nearMisses().size(); i++) {
      String text = symptom.nearMisses().get(i);
      if (matchesAlone(text) && recognised(text).containsKey(symptom.id())) {
        problem(
            "near-miss-matched",
            symptom.id() + " matches its near miss: " + brief(text),
            "make the pattern narrower",
            "near-misses",
            i);
      }
    }
    for (int i = 0; i < symptom.supersedes().size(); i++) {
      String other = symptom.supersedes().get(i);
      if (recogniser.definition(other) == null) {
        problem(
            "unknown-symptom",
            symptom.id() + " supersedes " + other + ", which does not exist",
            Nearest.advice(other, recogniser.definitions().keySet()),
            "supersedes",
            i);
      }
    }
    return problems;
  }

  private void example(int number, SymptomDefinition.Example example) {
    Map<String, Symptom> found = recognised(example.text());
    Symptom hit = found.get(symptom.id());
    if (hit == null && matchesAlone(example.text())) {
      problem(
          "shadowed-symptom",
          symptom.id() + " is hidden in its example by " + String.join(", ", found.keySet()),
          "make it the longer match, or let it supersede the other",
          "examples",
          number);
      return;
    }
    if (hit == null) {
      problem(
          "example-not-matched",
          symptom.id() + " does not match its example: " + brief(example.text()),
          found.isEmpty() ? "compare it with the patterns" : "found " + found.keySet(),
          "examples",
          number);
      return;
    }
    example
        .captures()
        .forEach(
            (name, value) -> {
              if (!value.equals(hit.capture(name))) {
                problem(
                    "wrong-capture",
                    symptom.id()
                        + " takes "
                        + name
                        + "='"
                        + hit.capture(name)
                        + "' out of: "
                        + brief(example.text()),
                    "expected '" + value + "'",
                    "examples",
                    number,
                    "captures",
                    name);
              }
            });
  }

  private boolean matchesAlone(String text) {
    List<Text> texts = List.of(new Text("example", text));
    return !recogniser.recognise(texts, symptom.id()::equals).isEmpty();
  }

  private Map<String, Symptom> recognised(String text) {
    return recogniser.recognise(List.of(new Text("example", text))).stream()
        .collect(Collectors.toMap(Symptom::id, s -> s, (a, b) -> a, TreeMap::new));
  }

  private static String brief(String text) {
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() > 90 ? flat.substring(0, 89) + "…" : flat;
  }

  private void problem(String id, String message, String advice, Object... path) {
    Spot spot;
    synchronized (spots) {
      spot = spots.of(symptom.file(), symptom.line(), path);
    }
    problems.add(new Problem(id, symptom.file(), spot.line(), spot.column(), message, advice));
  }
}
