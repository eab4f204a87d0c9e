package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBase;
import io.github.acrdoctor.rules.RuleBaseLoader;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    return new KnowledgeLoader(loader).load(files, problems);
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
