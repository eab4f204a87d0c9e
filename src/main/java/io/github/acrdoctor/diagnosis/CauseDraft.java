package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drafts the files of a new cause from a case: a rule over what was recognised in it, a page, a
 * case that fires and a near miss; and, when nothing was recognised, a symptom made of its most
 * telling line. What only a person knows is marked TODO, and the check of the knowledge base is red
 * until it is filled in.
 */
public final class CauseDraft {
  /** Marks what a person has to fill in. */
  static final String OPEN = "TODO";

  private static final Pattern TELLING =
      Pattern.compile(
          "error|fail|denied|refused|unauthorized|forbidden|invalid|cannot|unable|not found",
          Pattern.CASE_INSENSITIVE);

  /** What differs from case to case: quoted names, hosts, paths, ids, addresses, numbers. */
  private static final Pattern PECULIAR =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|\\S*[./]\\S*[./]\\S*|[0-9a-fA-F]{8,}(-[0-9a-fA-F]+)*|\\d+");

  private static final int LONGEST = 200;

  private final String cause;
  private final Case input;
  private final List<Symptom> errors;

  private CauseDraft(String cause, Case input, List<Symptom> errors) {
    this.cause = cause;
    this.input = input;
    this.errors = errors;
  }

  /**
   * Drafts the files.
   *
   * @param family folder of the cause
   * @param cause id of the cause
   * @param input the case; may be empty
   * @param knowledge the knowledge base that the cause is new in
   * @param template gives the template of a name such as {@code cause.drl}
   * @return contents by path under the rules folder
   */
  public static Map<String, String> of(
      String family,
      String cause,
      Case input,
      Knowledge knowledge,
      UnaryOperator<String> template) {
    List<Symptom> errors =
        knowledge.recogniser().recognise(input.texts()).stream()
            .filter(s -> knowledge.recogniser().definition(s.id()).kind() == SymptomKind.ERROR)
            .toList();
    return new CauseDraft(cause, input, errors).files(family, template);
  }

  private Map<String, String> files(String family, UnaryOperator<String> template) {
    String stem = family + "/" + cause;
    Map<String, String> files = new LinkedHashMap<>();
    files.put(stem + ".drl", fill(template.apply("cause.drl"), Map.of("conditions", conditions())));
    files.put(stem + ".md", template.apply("cause.md"));
    files.put(
        stem + ".cases.yaml",
        fill(
            template.apply("cause.cases.yaml"),
            Map.of("case", yaml(input.facts(), false), "nearMiss", nearMiss())));
    if (needsSymptom()) {
      files.put(
          "symptoms/" + cause + ".yaml",
          fill(
              template.apply("symptom.yaml"),
              Map.of(
                  "symptom", cause + "-said",
                  "pattern", quoted(pattern(line())),
                  "example", quoted(line()))));
    }
    return files;
  }

  private boolean needsSymptom() {
    return errors.isEmpty() && !line().isEmpty();
  }

  private String fill(String template, Map<String, String> values) {
    String filled = template.replace("{{cause}}", cause);
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return filled;
  }

  private String conditions() {
    List<String> lines = new ArrayList<>();
    errors.stream()
        .map(Symptom::id)
        .distinct()
        .forEach(id -> lines.add("    Symptom( id == \"" + id + "\" )"));
    if (needsSymptom()) {
      lines.add("    Symptom( id == \"" + cause + "-said\" )");
    }
    for (Fact fact : input.facts()) {
      lines.add("    exists " + pattern(fact));
    }
    return lines.isEmpty()
        ? "    Symptom( id == \"" + OPEN + "\" )"
        : lines.stream().distinct().collect(Collectors.joining("\n"));
  }

  /** A fact as a condition: all that is known of it and compares simply. */
  private static String pattern(Fact fact) {
    return fact.getClass().getSimpleName()
        + "( "
        + Facts.known(fact).entrySet().stream()
            .filter(field -> comparable(field.getValue()) != null)
            .map(field -> field.getKey() + " == " + comparable(field.getValue()))
            .collect(Collectors.joining(", "))
        + " )";
  }

  private static String comparable(Object value) {
    if (value instanceof Enum<?> answer) {
      return "Answer." + answer.name();
    }
    return value instanceof Integer
        ? value.toString()
        : value instanceof String text ? "\"" + text.replaceAll("[\"\\\\]", "") + "\"" : null;
  }

  private String nearMiss() {
    if (!input.facts().isEmpty()) {
      return yaml(input.facts().subList(0, input.facts().size() - 1), false);
    }
    return yaml(List.of(), true);
  }

  private String yaml(Collection<Fact> facts, boolean otherText) {
    StringBuilder yaml = new StringBuilder();
    if (!input.texts().isEmpty() || otherText || facts.isEmpty()) {
      yaml.append("  texts:\n");
      List<String> texts =
          otherText || input.texts().isEmpty()
              ? List.of(OPEN + " the same text without the words that matter")
              : input.texts().stream().map(Text::text).map(Redactor::redact).toList();
      texts.forEach(text -> yaml.append("    - ").append(quoted(text.strip())).append('\n'));
    }
    if (!facts.isEmpty()) {
      yaml.append("  facts:\n");
      facts.stream()
          .collect(
              Collectors.groupingBy(
                  f -> FactTypes.key(f.getClass()), LinkedHashMap::new, Collectors.toList()))
          .forEach(
              (key, own) -> {
                yaml.append("    ").append(key).append(":\n");
                own.forEach(fact -> yaml.append("      - ").append(flow(fact)).append('\n'));
              });
    }
    return yaml.toString();
  }

  private static String flow(Fact fact) {
    return Facts.known(fact).entrySet().stream()
        .map(field -> field.getKey() + ": " + value(field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Collection<?> items) {
      return items.stream().map(CauseDraft::value).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Enum<?> answer
        ? answer.name().toLowerCase(Locale.ROOT)
        : quoted(Redactor.redact(String.valueOf(value)));
  }

  /** The line of the texts that says most: the last one that speaks of a failure. */
  private String line() {
    List<String> lines =
        input.texts().stream()
            .flatMap(text -> text.text().lines())
            .map(String::strip)
            .filter(line -> line.length() >= 8)
            .toList();
    return Redactor.redact(
        lines.stream()
            .filter(line -> TELLING.matcher(line).find())
            .reduce((first, second) -> second)
            .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
  }

  private static String pattern(String line) {
    String brief = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    String[] words = PECULIAR.split(brief);
    String best = "";
    for (String piece : words) {
      best = piece.strip().length() > best.length() ? piece.strip() : best;
    }
    return (best.isEmpty() ? brief : best).replaceAll("[.()\\[\\]{}*+?^$|\\\\]", "\\\\$0");
  }

  /** In double quotes, as YAML and JSON both read it. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c != 0x7f && c < 0xfff0 && !Character.isSurrogate(c)) {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
