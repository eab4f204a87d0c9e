package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.RuleBaseLoader;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A message is the same message however it was logged, quoted, escaped, wrapped or coloured. */
class ReadingTest {
  private static final Knowledge KNOWLEDGE = withExamples();

  private static Knowledge withExamples() {
    List<Problem> problems = new ArrayList<>();
    return Knowledge.load(KnowledgeUnderTest.FILES, new RuleBaseLoader(null), problems);
  }

  private static Map<String, UnaryOperator<String>> disguises() {
    Map<String, UnaryOperator<String>> disguises = new LinkedHashMap<>();
    disguises.put("a log with times", each(line -> "2026-11-24T09:41:07.1234567Z " + line));
    disguises.put("a log in JSON", text -> "{\"level\":\"error\",\"msg\":\"" + json(text) + "\"}");
    disguises.put(
        "JSON in JSON", text -> "{\"log\":\"{\\\"m\\\":\\\"" + json(json(text)) + "\\\"}\"}");
    disguises.put("a quoted mail", each(line -> "> " + line));
    disguises.put("Terraform's frame", each(line -> "│ " + line));
    disguises.put("buildkit's steps", each(line -> "#12 3.456 " + line));
    disguises.put("colours", each(line -> "\u001b[31m" + line + "\u001b[0m"));
    disguises.put("Windows line ends", text -> text.replace("\n", "\r\n") + "\r\n");
    disguises.put("lines wrapped between words", text -> wrapped(text, 60));
    disguises.put("lines cut at 100 columns", text -> cut(text, 100));
    disguises.put(
        "prose around it", text -> "Hi all, since Monday we get\n\n" + text + "\n\nAny idea?");
    disguises.put("curly quotes", text -> text.replace('\'', '\u2019'));
    return disguises;
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsRecognisedIn() {
    return disguises().entrySet().stream()
        .map(d -> DynamicTest.dynamicTest(d.getKey(), () -> recognisedIn(d.getValue())));
  }

  private static void recognisedIn(UnaryOperator<String> disguise) {
    List<String> lost = new ArrayList<>();
    for (SymptomDefinition symptom : KNOWLEDGE.recogniser().definitions().values()) {
      for (SymptomDefinition.Example example : symptom.examples()) {
        String text = disguise.apply(example.text());
        if (demandsTheWholeText(symptom) && !leavesTheEndsAlone(text, example.text())) {
          continue;
        }
        List<Symptom> found = KNOWLEDGE.recogniser().recognise(List.of(new Text("t", text)));
        if (found.stream().noneMatch(s -> s.id().equals(symptom.id()))) {
          lost.add(symptom.id() + ": " + example.text() + " / found " + ids(found));
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  /** Some short messages mean something only when nothing comes before or behind them. */
  private static boolean demandsTheWholeText(SymptomDefinition symptom) {
    return symptom.patterns().stream()
        .anyMatch(p -> p.contains("$") || p.startsWith("^") || p.contains("|^"));
  }

  private static boolean leavesTheEndsAlone(String disguised, String text) {
    int some = Math.min(5, text.length());
    return disguised.startsWith(text.substring(0, some))
        && disguised.endsWith(text.substring(text.length() - some));
  }

  private static TreeSet<String> ids(List<Symptom> found) {
    return found.stream().map(Symptom::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static UnaryOperator<String> each(UnaryOperator<String> line) {
    return text -> text.lines().map(line).collect(Collectors.joining("\n"));
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** As a mail program wraps. */
  private static String wrapped(String text, int columns) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + word.length() > columns) {
        out.append('\n');
        column = 0;
      } else if (out.length() > 0) {
        out.append(' ');
      }
      out.append(word);
      column += word.length() + 1;
    }
    return out.toString();
  }

  /** As a terminal wraps when a screen is copied. */
  private static String cut(String text, int columns) {
    return text.lines()
        .map(line -> line.replaceAll("(.{" + columns + "})(?=.)", "$1\n"))
        .collect(Collectors.joining("\n"));
  }
}
