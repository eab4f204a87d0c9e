package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.diagnosis.TestOutcome.Status;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs the proofs of a knowledge base and explains those that fail. */
public final class KnowledgeTests {
  private static final Set<String> SPEAKS_FOR =
      Set.of("certain", "strong", "hint", "contradiction");

  /** Rules that explain one failure; more than these confuse. */
  private static final int STORIES = 2;

  private final KnowledgeFiles files;
  private final Knowledge knowledge;
  private final Conditions conditions;

  /**
   * Tests of a knowledge base.
   *
   * @param files the files it was made of
   * @param knowledge the knowledge base
   * @param conditions the conditions of its rules
   */
  public KnowledgeTests(KnowledgeFiles files, Knowledge knowledge, Conditions conditions) {
    this.files = files;
    this.knowledge = knowledge;
    this.conditions = conditions;
  }

  /**
   * Runs the proofs of a selection.
   *
   * @param selection what to test
   * @param problems collects case files that cannot be read
   * @return one outcome for each case and each text of a symptom, in the order of files
   */
  public List<TestOutcome> run(TestSelection selection, Collection<Problem> problems) {
    Map<String, List<MarkedCase>> byCause =
        cases(selection.subjects(), problems).stream()
            .collect(
                Collectors.groupingBy(
                    marked -> marked.proof().file(), TreeMap::new, Collectors.toList()));
    List<TestOutcome> outcomes =
        new ArrayList<>(
            byCause.values().parallelStream().flatMap(cases -> outcomes(cases).stream()).toList());
    outcomes.addAll(SymptomTests.run(knowledge.recogniser(), selection.symptoms()));
    return outcomes;
  }

  /** What comes of the cases of one cause. */
  private List<TestOutcome> outcomes(List<MarkedCase> cases) {
    List<CaseProof> proofs =
        CaseProof.of(knowledge, cases.stream().map(MarkedCase::proof).toList());
    List<TestOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      outcomes.add(outcome(cases.get(i), proofs.get(i).outcome()));
    }
    return outcomes;
  }

  private List<MarkedCase> cases(Set<String> subjects, Collection<Problem> problems) {
    List<MarkedCase> all = new ArrayList<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".cases.yaml")) {
                CauseCaseReader.marked(path, text, problems).stream()
                    .filter(marked -> subjects.contains(marked.proof().cause()))
                    .forEach(all::add);
              }
            });
    return all;
  }

  private TestOutcome outcome(MarkedCase marked, String got) {
    CauseCase proof = marked.proof();
    boolean holds = got.equals(proof.expect());
    if (marked.isGap()) {
      return holds
          ? outcome(
              proof,
              Status.FAILED,
              "the known gap is closed (" + marked.gap() + "): remove known-gap",
              List.of())
          : outcome(proof, Status.GAP, marked.gap(), List.of());
    }
    return holds
        ? outcome(proof, Status.PASSED, "", List.of())
        : outcome(
            proof,
            Status.FAILED,
            "gives " + got + ", expected " + proof.expect(),
            stories(proof, got));
  }

  private static TestOutcome outcome(
      CauseCase proof, Status status, String message, List<RuleStory> stories) {
    return new TestOutcome(
        proof.cause(), proof.name(), proof.file(), proof.line(), status, message, stories);
  }

  /** The rules that should have fired and came nearest, or those that fired and should not have. */
  private List<RuleStory> stories(CauseCase proof, String got) {
    List<Fact> facts = new ArrayList<>(proof.input().facts());
    facts.addAll(knowledge.recogniser().recognise(proof.input().texts()));
    Instant now = proof.input().now() == null ? KnowledgeCheck.ANY_TIME : proof.input().now();
    List<RuleStory> all =
        new Stories(
                Situation.of(facts, now, conditions.concepts()), knowledge, proof.input().texts())
            .of(conditions.about(proof.cause()));
    List<RuleStory> culprits =
        all.stream()
            .filter(RuleStory::fires)
            .filter(story -> story.strength().equals(got))
            .toList();
    List<RuleStory> wanted =
        all.stream()
            .filter(story -> !story.fires())
            .filter(story -> story.strength().equals(proof.expect()))
            .limit(STORIES)
            .toList();
    boolean tooMuch = SPEAKS_FOR.contains(got) && order(got) < order(proof.expect());
    return tooMuch || wanted.isEmpty() ? culprits : wanted;
  }

  private static int order(String expectation) {
    return List.of("contradiction", "certain", "strong", "hint", "excluded", "against", "none")
        .indexOf(expectation);
  }
}
