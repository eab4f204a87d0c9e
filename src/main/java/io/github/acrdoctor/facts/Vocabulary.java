package io.github.acrdoctor.facts;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes {@code rules/VOCABULARY.md}: every fact, field and question, read off the records. */
public final class Vocabulary {
  private Vocabulary() {}

  /**
   * The vocabulary as Markdown.
   *
   * @return the whole page
   */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Vocabulary\n\n")
        .append(
            "Generated from the records in `src/main/java/io/github/acrdoctor/facts`; a test compares the two. ")
        .append(
            "Rules name a fact as in the heading, case files by the name behind it. Answers are `yes` (also `true`, `Enabled`), ")
        .append(
            "`no` (also `false`, `Disabled`) or `unknown`; rules compare them with `Answer.YES`, `Answer.NO`, `Answer.UNKNOWN`. ")
        .append("What is not given is unknown, empty or null.\n");
    FactTypes.byKey().forEach((key, type) -> section(page, key, type));
    return page.toString();
  }

  /**
   * The names of all fields, as pages write them in placeholders.
   *
   * @return {@code fact.field}, in alphabetical order
   */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    FactTypes.byKey()
        .forEach(
            (key, type) ->
                FactTypes.fields(type).forEach(field -> names.add(key + "." + field.getName())));
    return names;
  }

  /**
   * Whether there is such a field.
   *
   * @param name {@code fact.field}
   * @return false for anything else
   */
  public static boolean has(String name) {
    int dot = name.indexOf('.');
    Class<?> type = dot < 0 ? null : FactTypes.byKey().get(name.substring(0, dot));
    return type != null
        && FactTypes.fields(type).stream()
            .anyMatch(field -> field.getName().equals(name.substring(dot + 1)));
  }

  private static void section(StringBuilder page, String key, Class<?> type) {
    About about = type.getAnnotation(About.class);
    page.append("\n## ").append(type.getSimpleName()).append(" (`").append(key).append("`)\n\n");
    page.append(about.value()).append(" Collected by: ").append(about.from()).append(".\n\n");
    page.append("| field | type | meaning | example |\n|---|---|---|---|\n");
    for (RecordComponent field : FactTypes.fields(type)) {
      About meaning = field.getAnnotation(About.class);
      page.append("| `")
          .append(field.getName())
          .append("` | ")
          .append(noun(field.getType()))
          .append(" | ");
      page.append(meaning.value()).append(" | `").append(meaning.example()).append("` |\n");
    }
    String questions = questions(type);
    if (!questions.isEmpty()) {
      page.append("\nQuestions: ").append(questions).append(".\n");
    }
  }

  private static String questions(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getReturnType() == boolean.class && Modifier.isPublic(m.getModifiers()))
        .filter(m -> !m.getName().equals("equals"))
        .sorted(Comparator.comparing(Method::getName))
        .map(m -> "`" + m.getName() + "(" + parameters(m) + ")`")
        .collect(Collectors.joining(", "));
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .map(Parameter::getName)
        .collect(Collectors.joining(", "));
  }

  static String noun(Class<?> type) {
    if (type == Answer.class) {
      return "answer";
    }
    if (type == Instant.class) {
      return "time";
    }
    if (type == List.class) {
      return "list of texts";
    }
    return type == String.class
        ? "text"
        : type == Integer.class || type == int.class ? "number" : "mapping";
  }
}
