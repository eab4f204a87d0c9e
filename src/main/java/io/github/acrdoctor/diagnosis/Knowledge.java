package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBase;
import io.github.acrdoctor.rules.RuleBaseLoader;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import io.github.acrdoctor.symptoms.SymptomLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A knowledge base: symptoms, rules and pages, compiled and immutable.
 *
 * @param hash identifies the content it was made of
 * @param recogniser finds symptoms in texts
 * @param rules judges facts
 * @param causes causes by id, in alphabetical order; cannot be changed
 * @param weights the numbers behind the words
 * @param questions what a person can find out, loaded when first needed
 * @param examples for each symptom the texts it was made for, loaded when first needed
 */
public record Knowledge(
    String hash,
    Recogniser recogniser,
    RuleBase rules,
    Map<String, Cause> causes,
    Weights weights,
    Supplier<List<QuestionDefinition>> questions,
    Supplier<Map<String, List<String>>> examples) {

  private static final String WEIGHTS = "rules/weights.yaml";

  /**
   * Makes a knowledge base of a rules folder.
   *
   * @param files the folder's files
   * @param loader makes the rule base
   * @param problems collects everything that is wrong; what is sound is used all the same
   * @return the knowledge base of all sound parts; null when the weights cannot be read
   */
  public static Knowledge load(
      KnowledgeFiles files, RuleBaseLoader loader, Collection<Problem> problems) {
    Recogniser recogniser = new Recogniser(symptoms(files, problems));
    Map<String, Cause> causes = causes(files, problems);
    RuleBase rules = loader.load(files, problems);
    checkPages(files, rules, problems);
    Weights weights = weights(files, problems);
    List<QuestionDefinition> questions = questions(files, problems);
    return weights == null
        ? null
        : new Knowledge(
            files.hash(),
            recogniser,
            rules,
            causes,
            weights,
            () -> questions,
            new Late<>(() -> examples(recogniser)));
  }

  private static Map<String, List<String>> examples(Recogniser recogniser) {
    Map<String, List<String>> examples = new TreeMap<>();
    recogniser
        .definitions()
        .forEach(
            (id, symptom) ->
                examples.put(
                    id, symptom.examples().stream().map(SymptomDefinition.Example::text).toList()));
    return examples;
  }

  private static List<QuestionDefinition> questions(
      KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, QuestionDefinition> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.startsWith("rules/questions/") && path.endsWith(".yaml")) {
                for (QuestionDefinition question : questions(path, text, problems)) {
                  if (all.putIfAbsent(question.id(), question) != null) {
                    problems.add(
                        new Problem(
                            path,
                            question.line(),
                            0,
                            "there is another question " + question.id(),
                            "ids are unique"));
                  }
                }
              }
            });
    return List.copyOf(all.values());
  }

  private static List<QuestionDefinition> questions(
      String path, String text, Collection<Problem> problems) {
    try {
      return QuestionLoader.load(path, DocReader.read(path, text), problems);
    } catch (InputException e) {
      problems.add(Problem.of(path, e));
      return List.of();
    }
  }

  /** A cause without its page could not be shown, so it would vanish without a word. */
  private static void checkPages(
      KnowledgeFiles files, RuleBase rules, Collection<Problem> problems) {
    Set<String> missing = new TreeSet<>();
    for (RuleInfo rule : rules.rules()) {
      String page = rule.file().replaceAll("\\.drl$", ".md");
      if (rule.isAboutCause() && !files.texts().containsKey(page) && missing.add(page)) {
        problems.add(new Problem(page, 0, 0, "the page is missing", "a cause has one"));
      }
    }
  }

  private static List<SymptomDefinition> symptoms(
      KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, SymptomDefinition> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.startsWith("rules/symptoms/") && path.endsWith(".yaml")) {
                for (SymptomDefinition symptom : symptoms(path, text, problems)) {
                  SymptomDefinition other = all.putIfAbsent(symptom.id(), symptom);
                  if (other != null) {
                    problems.add(
                        new Problem(
                            path,
                            symptom.line(),
                            0,
                            "the symptom "
                                + symptom.id()
                                + " stands at "
                                + other.file()
                                + ":"
                                + other.line()
                                + " too",
                            "ids are unique"));
                  }
                }
              }
            });
    return List.copyOf(all.values());
  }

  private static List<SymptomDefinition> symptoms(
      String path, String text, Collection<Problem> problems) {
    try {
      return SymptomLoader.load(path, DocReader.read(path, text), problems);
    } catch (InputException e) {
      problems.add(Problem.of(path, e));
      return List.of();
    }
  }

  private static Map<String, Cause> causes(KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, Cause> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".md") && path.indexOf('/') != path.lastIndexOf('/')) {
                Cause cause = PageReader.read(path, text, problems);
                if (cause != null && all.putIfAbsent(cause.id(), cause) != null) {
                  problems.add(
                      new Problem(
                          path,
                          0,
                          0,
                          "there is another page of " + cause.id(),
                          "one cause, one family"));
                }
              }
            });
    return Collections.unmodifiableMap(all);
  }

  private static Weights weights(KnowledgeFiles files, Collection<Problem> problems) {
    String text = files.texts().get(WEIGHTS);
    if (text == null) {
      problems.add(
          new Problem(WEIGHTS, 0, 0, "the file is missing", "copy it from the shipped rules"));
      return null;
    }
    try {
      Doc doc = DocReader.read(WEIGHTS, text);
      return Weights.read(WEIGHTS, doc);
    } catch (InputException e) {
      problems.add(Problem.of(WEIGHTS, e));
      return null;
    }
  }

  /**
   * How many rules there are, concepts included.
   *
   * @return a count
   */
  public int ruleCount() {
    return rules.rules().size();
  }

  /**
   * How many symptoms there are.
   *
   * @return a count
   */
  public int symptomCount() {
    return recogniser.definitions().size();
  }

  /**
   * What a person reads for a symptom.
   *
   * @param id id of a symptom
   * @return the id itself when the symptom is not known
   */
  public String symptomTitle(String id) {
    SymptomDefinition definition = recogniser.definition(id);
    return definition == null ? id : definition.title();
  }

  /**
   * Which placeholders of pages the captures of a symptom are right for.
   *
   * @param id id of a symptom
   * @return by capture; empty when the symptom is not known
   */
  public Map<String, String> fills(String id) {
    SymptomDefinition definition = recogniser.definition(id);
    return definition == null ? Map.of() : definition.fills();
  }

  /**
   * Whether a symptom is a failure and not only context or a follow-up.
   *
   * @param id id of a symptom
   * @return false when the symptom is not known
   */
  public boolean isError(String id) {
    SymptomDefinition definition = recogniser.definition(id);
    return definition != null && definition.kind() == SymptomKind.ERROR;
  }

  /**
   * The cases of all causes.
   *
   * @param files a rules folder
   * @param problems collects what is wrong
   * @return in the order of files
   */
  public static List<CauseCase> cases(KnowledgeFiles files, Collection<Problem> problems) {
    List<CauseCase> all = new ArrayList<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".cases.yaml")) {
                all.addAll(CauseCaseReader.read(path, text, problems));
              }
            });
    return all;
  }
}
