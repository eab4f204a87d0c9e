package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Judgement;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.Strength;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proves a knowledge base against its own examples and cases. */
public final class KnowledgeCheck {
  private static final Pattern USED_ID =
      Pattern.compile("(Symptom|Concept)\\(\\s*id\\s*(?:==\\s*(\"[^\"]*\")|in\\s*\\(([^)]*))");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  static final Instant ANY_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final KnowledgeFiles files;
  private final Knowledge knowledge;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A check.
   *
   * @param files the files the knowledge base was made of
   * @param knowledge the knowledge base
   */
  public KnowledgeCheck(KnowledgeFiles files, Knowledge knowledge) {
    this.files = files;
    this.knowledge = knowledge;
  }

  /**
   * Checks everything.
   *
   * @return what is wrong, sorted
   */
  public List<Problem> run() {
    checkSymptoms();
    checkSiblings();
    checkIds();
    checkCases();
    problems.addAll(PageCheck.check(files, knowledge));
    problems.sort(Comparator.naturalOrder());
    return List.copyOf(problems);
  }

  private void checkSymptoms() {
    for (SymptomDefinition symptom : knowledge.recogniser().definitions().values()) {
      if (symptom.examples().isEmpty()) {
        problem(symptom, symptom.id() + " has no example", "");
      }
      for (SymptomDefinition.Example example : symptom.examples()) {
        checkExample(symptom, example);
      }
      for (String nearMiss : symptom.nearMisses()) {
        if (recognised(nearMiss).containsKey(symptom.id())) {
          problem(
              symptom,
              symptom.id() + " matches its near miss: " + brief(nearMiss),
              "make the pattern narrower");
        }
      }
      for (String other : symptom.supersedes()) {
        if (knowledge.recogniser().definition(other) == null) {
          problem(
              symptom,
              symptom.id() + " supersedes " + other + ", which does not exist",
              nearestSymptom(other));
        }
      }
    }
  }

  private void checkExample(SymptomDefinition symptom, SymptomDefinition.Example example) {
    Map<String, Symptom> found = recognised(example.text());
    Symptom hit = found.get(symptom.id());
    if (hit == null) {
      problem(
          symptom,
          symptom.id() + " does not match its example: " + brief(example.text()),
          found.isEmpty() ? "" : "found " + found.keySet());
      return;
    }
    example
        .captures()
        .forEach(
            (name, value) -> {
              if (!value.equals(hit.capture(name))) {
                problem(
                    symptom,
                    symptom.id()
                        + " takes "
                        + name
                        + "='"
                        + hit.capture(name)
                        + "' out of: "
                        + brief(example.text()),
                    "expected '" + value + "'");
              }
            });
  }

  private Map<String, Symptom> recognised(String text) {
    return knowledge.recogniser().recognise(List.of(new Text("example", text))).stream()
        .collect(Collectors.toMap(Symptom::id, s -> s, (a, b) -> a, java.util.TreeMap::new));
  }

  private void checkSiblings() {
    for (String path : files.texts().keySet()) {
      String[] parts = path.split("/");
      if (parts.length != 3 || Set.of("symptoms", "concepts", "questions").contains(parts[1])) {
        continue;
      }
      String stem = path.replaceAll("(\\.cases\\.yaml|\\.drl|\\.md)$", "");
      boolean cause = !parts[1].equals("contradictions");
      for (String ending : List.of(".drl", ".md", ".cases.yaml")) {
        if (ending.equals(".md") && !cause) {
          continue;
        }
        if (!files.texts().containsKey(stem + ending)) {
          problems.add(
              new Problem(
                  path,
                  0,
                  0,
                  "the sibling " + stem + ending + " is missing",
                  "a cause has a rule, a page and cases"));
        }
      }
    }
  }

  private void checkIds() {
    Set<String> concepts =
        knowledge.rules().rules().stream()
            .filter(rule -> rule.conclusion().equals("concept"))
            .map(RuleInfo::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> symptoms = knowledge.recogniser().definitions().keySet();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".drl")) {
                Matcher use = USED_ID.matcher(text);
                while (use.find()) {
                  boolean concept = use.group(1).equals("Concept");
                  String ids = use.group(2) == null ? use.group(3) : use.group(2);
                  checkId(
                      path,
                      text,
                      use.start(),
                      ids,
                      concept ? concepts : symptoms,
                      concept ? "concept" : "symptom");
                }
              }
            });
  }

  private void checkId(
      String path, String text, int offset, String ids, Set<String> known, String noun) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    Matcher id = QUOTED.matcher(ids);
    while (id.find()) {
      if (!known.contains(id.group(1))) {
        problems.add(
            new Problem(
                path,
                line,
                0,
                "there is no " + noun + " " + id.group(1),
                Nearest.to(id.group(1), known).map(n -> "did you mean " + n + "?").orElse("")));
      }
    }
  }

  private void checkCases() {
    List<CauseCase> cases = Knowledge.cases(files, problems);
    for (CauseCase proof : cases) {
      String got = strongest(proof);
      if (!got.equals(proof.expect())) {
        problems.add(
            new Problem(
                proof.file(),
                proof.line(),
                0,
                "'" + proof.name() + "' gives " + got,
                "expected " + proof.expect()));
      }
    }
    problems.addAll(NearMisses.check(cases));
  }

  /** The strongest strength of a cause's evidence in a case, in the words of case files. */
  String strongest(CauseCase proof) {
    List<Fact> facts = new ArrayList<>(proof.input().facts());
    facts.addAll(knowledge.recogniser().recognise(proof.input().texts()));
    Instant now = proof.input().now() == null ? ANY_TIME : proof.input().now();
    return outcome(proof.cause(), knowledge.rules().judge(facts, now));
  }

  /** The strongest strength of a cause's evidence, or whether a contradiction was noticed. */
  static String outcome(String subject, Judgement judgement) {
    if (judgement.contradictions().stream().anyMatch(c -> c.id().equals(subject))) {
      return "contradiction";
    }
    return judgement.evidence().stream()
        .filter(evidence -> evidence.cause().equals(subject))
        .map(Evidence::strength)
        .min(Comparator.comparingInt(KnowledgeCheck::order))
        .map(strength -> strength.name().toLowerCase(Locale.ROOT))
        .orElse("none");
  }

  private static int order(Strength strength) {
    return switch (strength) {
      case CERTAIN -> 0;
      case STRONG -> 1;
      case HINT -> 2;
      case EXCLUDED -> 3;
      case AGAINST -> 4;
    };
  }

  private String nearestSymptom(String id) {
    return Nearest.to(id, knowledge.recogniser().definitions().keySet())
        .map(n -> "did you mean " + n + "?")
        .orElse("");
  }

  private static String brief(String text) {
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() > 90 ? flat.substring(0, 89) + "…" : flat;
  }

  private void problem(SymptomDefinition symptom, String message, String advice) {
    problems.add(new Problem(symptom.file(), symptom.line(), 0, message, advice));
  }
}
