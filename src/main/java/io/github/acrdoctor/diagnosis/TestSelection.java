package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.NamedIds;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which causes, contradictions and symptoms are to be tested.
 *
 * @param subjects causes and contradictions
 * @param symptoms symptoms that their rules name
 */
public record TestSelection(Set<String> subjects, Set<String> symptoms) {
  /** Sets are copied. */
  public TestSelection {
    subjects = Set.copyOf(subjects);
    symptoms = Set.copyOf(symptoms);
  }

  /**
   * A selection by names. A family stands for its causes, a concept for the causes whose rules name
   * it.
   *
   * @param names causes, contradictions, concepts or families; empty for everything
   * @param knowledge the knowledge base
   * @param conditions the conditions of its rules
   * @return the selection
   * @throws InputException when a name is not known
   */
  public static TestSelection of(
      Collection<String> names, Knowledge knowledge, Conditions conditions) {
    if (names.isEmpty()) {
      return new TestSelection(
          judging(knowledge.rules().rules()), knowledge.recogniser().definitions().keySet());
    }
    Set<String> subjects = new TreeSet<>();
    names.forEach(name -> subjects.addAll(named(name, knowledge, conditions)));
    Set<String> symptoms = new TreeSet<>();
    subjects.stream()
        .flatMap(subject -> conditions.about(subject).stream())
        .forEach(rule -> symptoms.addAll(NamedIds.symptoms(rule.condition())));
    return new TestSelection(subjects, symptoms);
  }

  private static Set<String> judging(List<RuleInfo> rules) {
    return rules.stream()
        .filter(rule -> !rule.isConcept())
        .map(RuleInfo::subject)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String name, Knowledge knowledge, Conditions conditions) {
    List<RuleInfo> rules = knowledge.rules().rules();
    if (judging(rules).contains(name)) {
      return Set.of(name);
    }
    Set<String> family =
        rules.stream()
            .filter(rule -> !rule.isConcept() && rule.file().startsWith("rules/" + name + "/"))
            .map(RuleInfo::subject)
            .collect(Collectors.toSet());
    if (!family.isEmpty()) {
      return family;
    }
    if (rules.stream().noneMatch(rule -> rule.isConcept() && rule.subject().equals(name))) {
      throw unknown(name, rules);
    }
    return conditions.all().stream()
        .filter(rule -> !rule.rule().isConcept())
        .filter(rule -> NamedIds.concepts(rule.condition()).contains(name))
        .map(RuleCondition::rule)
        .map(RuleInfo::subject)
        .collect(Collectors.toSet());
  }

  private static InputException unknown(String name, List<RuleInfo> rules) {
    Set<String> known = new TreeSet<>();
    rules.forEach(
        rule -> {
          known.add(rule.subject());
          known.add(rule.file().split("/", -1)[1]);
        });
    return new InputException(
        name,
        "there is no cause, contradiction, concept or family of this name",
        Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("acr-doctor rules list shows the causes"));
  }
}
