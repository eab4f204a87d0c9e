package io.github.acrdoctor.rules;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;

class RuleOrderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static List<Rule> rules() throws ReflectiveOperationException {
    List<Problem> problems = new ArrayList<>();
    RuleSet set = RuleSet.check(FILES, problems);
    assertThat(problems).isEmpty();
    CompiledModel model = new ModelCache(null).get(set.hash()).orElseThrow();
    ClassLoader loader = new RestrictedLoader(model.classes());
    List<Rule> rules = new ArrayList<>();
    for (String name : model.classes().keySet()) {
      if (name.contains("RuleMethods")) {
        for (Method method : loader.loadClass(name).getDeclaredMethods()) {
          if (method.getReturnType() == Rule.class) {
            rules.add((Rule) method.invoke(null));
          }
        }
      }
    }
    return rules;
  }

  @Test
  void theOrderOfRulesAndFactsIsIrrelevant() throws Exception {
    List<Rule> rules = rules();
    assertThat(rules).hasSameSizeAs(KNOWLEDGE.rules().rules());
    Random random = new Random(3);
    Collections.shuffle(rules, random);
    RuleBase shuffled =
        new RuleBase(
            KieBaseBuilder.createKieBaseFromModel(new PartialModel(rules)),
            KNOWLEDGE.rules().rules());
    try (Stream<Path> samples = Files.list(Path.of("facts-samples"))) {
      for (Path sample : samples.filter(s -> s.toString().endsWith(".yaml")).sorted().toList()) {
        Case input = CaseReader.read(sample.toString(), Files.readString(sample));
        List<Fact> facts = new ArrayList<>(input.facts());
        facts.addAll(KNOWLEDGE.recogniser().recognise(input.texts()));
        List<Evidence> expected = KNOWLEDGE.rules().judge(facts, NOW).evidence();
        Collections.shuffle(facts, random);
        assertThat(shuffled.judge(facts, NOW).evidence()).as(sample.toString()).isEqualTo(expected);
      }
    }
  }
}
