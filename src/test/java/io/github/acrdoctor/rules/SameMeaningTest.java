package io.github.acrdoctor.rules;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.diagnosis.CauseCase;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the explaining side believes of a condition is what the rule engine does with it. */
class SameMeaningTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Conditions CONDITIONS =
      new Conditions(KNOWLEDGE.rules().rules(), FILES.texts()::get);
  private static final List<RuleCondition> CONCEPTS = CONDITIONS.concepts();
  private static final List<RuleCondition> JUDGING =
      CONDITIONS.all().stream().filter(rule -> !rule.rule().isConcept()).toList();
  private static final int FACT_SETS = 2000;

  @Test
  void everyCaseOfTheKnowledgeBaseFiresTheSameRules() {
    List<CauseCase> cases = Knowledge.cases(FILES, new ArrayList<>());
    assertThat(cases).hasSizeGreaterThan(1000);
    for (CauseCase proof : cases) {
      Instant now = proof.input().now() == null ? NOW : proof.input().now();
      same(proof.file() + ":" + proof.line(), facts(proof.input()), now);
    }
  }

  @Test
  void everySampleFiresTheSameRules() throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("facts-samples"))) {
      List<Path> files = samples.filter(s -> s.toString().endsWith(".yaml")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(30);
      for (Path file : files) {
        Case input = CaseReader.read(file.toString(), Files.readString(file));
        same(file.toString(), facts(input), input.now() == null ? NOW : input.now());
      }
    }
  }

  @Test
  void thousandsOfRandomFactSetsFireTheSameRules() {
    RandomFacts random = new RandomFacts(CONDITIONS.all(), NOW, 20261124);
    Set<String> fired = new HashSet<>();
    for (int i = 0; i < FACT_SETS; i++) {
      fired.addAll(same("set " + i, random.some(), NOW));
    }
    assertThat(fired).as("rules that fired at all").hasSizeGreaterThan(JUDGING.size() / 2);
  }

  /** Things that no shipped rule does, but the gate lets through. */
  @Test
  void everythingThatTheGateLetsThroughMeansTheSame() {
    Map<String, String> texts = new TreeMap<>(Grammar.files());
    texts.put("rules/imports.drl", FILES.texts().get("rules/imports.drl"));
    KnowledgeFiles files = new KnowledgeFiles(texts);
    List<Problem> problems = new ArrayList<>();
    RuleSet set = RuleSet.check(files, problems);
    assertThat(problems).isEmpty();
    RuleBase base = sound(files, set);
    List<RuleCondition> odd = new Conditions(base.rules(), files.texts()::get).all();
    RandomFacts random = new RandomFacts(odd, NOW, 7);
    Set<String> fired = new HashSet<>();
    for (int i = 0; i < FACT_SETS; i++) {
      fired.addAll(same(base, odd, List.of(), "set " + i, random.some(), NOW));
    }
    assertThat(fired).hasSameSizeAs(odd).hasSizeGreaterThan(40);
  }

  /** The gate's second look at the compiled classes refuses some comparisons of texts and times. */
  private static RuleBase sound(KnowledgeFiles files, RuleSet set) {
    List<Problem> refused = new ArrayList<>();
    new RuleBaseLoader(null).load(files, refused);
    Map<String, String> texts = new TreeMap<>(files.texts());
    refused.forEach(problem -> texts.remove(problem.file()));
    List<Problem> none = new ArrayList<>();
    RuleBase base = new RuleBaseLoader(null).load(new KnowledgeFiles(texts), none);
    assertThat(none).isEmpty();
    assertThat(set.rules().size() - base.rules().size()).as(refused.toString()).isLessThan(8);
    return base;
  }

  private static Set<String> same(String where, Collection<Fact> facts, Instant now) {
    return same(KNOWLEDGE.rules(), JUDGING, CONCEPTS, where, facts, now);
  }

  private static Set<String> same(
      RuleBase base,
      List<RuleCondition> rules,
      List<RuleCondition> concepts,
      String where,
      Collection<Fact> facts,
      Instant now) {
    Judgement judgement = base.judge(facts, now);
    Set<String> fired = new TreeSet<>();
    judgement.evidence().forEach(evidence -> fired.add(evidence.rule()));
    judgement.contradictions().forEach(contradiction -> fired.add(contradiction.rule()));
    Situation situation = Situation.of(facts, now, concepts);
    Set<String> believed = new TreeSet<>();
    for (RuleCondition rule : rules) {
      if (situation.holds(rule)) {
        believed.add(rule.rule().name());
        assertThat(situation.trace(rule).held()).as(where + " " + rule.rule().name()).isTrue();
      }
    }
    assertThat(believed).as("%s: %s", where, facts).isEqualTo(fired);
    return fired;
  }

  private static List<Fact> facts(Case input) {
    List<Fact> facts = new ArrayList<>(input.facts());
    List<Symptom> symptoms = KNOWLEDGE.recogniser().recognise(input.texts());
    facts.addAll(symptoms);
    return facts;
  }
}
