package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.FileMemo;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBase;
import io.github.acrdoctor.rules.RuleBaseLoader;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Makes knowledge bases of rules folders. Used again after an edit it works on the changed files
 * only. May be used by many threads.
 */
public final class KnowledgeLoader {
  private static final String WEIGHTS = "rules/weights.yaml";

  private final RuleBaseLoader loader;
  private final FileMemo<List<SymptomDefinition>> symptoms = new FileMemo<>();
  private final FileMemo<Cause> pages = new FileMemo<>();
  private final FileMemo<List<QuestionDefinition>> questions = new FileMemo<>();

  /**
   * A loader.
   *
   * @param loader makes rule bases
   */
  public KnowledgeLoader(RuleBaseLoader loader) {
    this.loader = loader;
  }

  /**
   * Makes a knowledge base of a rules folder.
   *
   * @param files the folder's files
   * @param problems collects everything that is wrong; what is sound is used all the same
   * @return the knowledge base of all sound parts; null when the weights cannot be read
   */
  public Knowledge load(KnowledgeFiles files, Collection<Problem> problems) {
    List<Problem> ofRules = new ArrayList<>();
    CompletableFuture<RuleBase> loading =
        CompletableFuture.supplyAsync(() -> loader.load(files, ofRules));
    Recogniser recogniser = new Recogniser(symptoms(files, problems));
    Map<String, Cause> causes = causes(files, problems);
    RuleBase rules = loaded(loading);
    problems.addAll(ofRules);
    checkPages(files, rules, problems);
    Weights weights = weights(files, problems);
    List<QuestionDefinition> all = questions(files, problems);
    forgetOthers(files.texts().keySet());
    return weights == null
        ? null
        : new Knowledge(
            files.hash(),
            recogniser,
            rules,
            causes,
            weights,
            () -> all,
            new Late<>(() -> examples(recogniser)));
  }

  /** Rules load beside symptoms and pages; what fails there fails here. */
  private static RuleBase loaded(CompletableFuture<RuleBase> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void forgetOthers(Set<String> paths) {
    symptoms.keepOnly(paths);
    pages.keepOnly(paths);
    questions.keepOnly(paths);
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

  private List<QuestionDefinition> questions(KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, QuestionDefinition> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.startsWith("rules/questions/") && path.endsWith(".yaml")) {
                for (QuestionDefinition question :
                    questions.of(path, text, problems, KnowledgeLoader::questions)) {
                  if (all.putIfAbsent(question.id(), question) != null) {
                    problems.add(
                        new Problem(
                            "duplicate-id",
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
        problems.add(
            new Problem(
                "missing-sibling",
                page,
                0,
                0,
                "the file is missing",
                "a cause has a rule, a page and cases"));
      }
    }
  }

  private List<SymptomDefinition> symptoms(KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, SymptomDefinition> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.startsWith("rules/symptoms/") && path.endsWith(".yaml")) {
                for (SymptomDefinition symptom :
                    symptoms.of(path, text, problems, KnowledgeLoader::symptoms)) {
                  SymptomDefinition other = all.putIfAbsent(symptom.id(), symptom);
                  if (other != null) {
                    problems.add(twice(path, symptom, other));
                  }
                }
              }
            });
    return List.copyOf(all.values());
  }

  private static Problem twice(String path, SymptomDefinition symptom, SymptomDefinition other) {
    return new Problem(
        "duplicate-id",
        path,
        symptom.line(),
        0,
        "the symptom " + symptom.id() + " stands at " + other.file() + ":" + other.line() + " too",
        "ids are unique");
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

  private Map<String, Cause> causes(KnowledgeFiles files, Collection<Problem> problems) {
    Map<String, Cause> all = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".md") && path.indexOf('/') != path.lastIndexOf('/')) {
                Cause cause = pages.of(path, text, problems, PageReader::read);
                if (cause != null && all.putIfAbsent(cause.id(), cause) != null) {
                  problems.add(
                      new Problem(
                          "duplicate-id",
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
          new Problem(
              "missing-file",
              WEIGHTS,
              0,
              0,
              "the file is missing",
              "copy it from the shipped rules"));
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
}
