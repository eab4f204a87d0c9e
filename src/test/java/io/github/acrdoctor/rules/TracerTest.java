package io.github.acrdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Attempt;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.Symptom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static Conditions conditions(String file, String name, String condition) {
    String text =
        """
        package causes
        rule "%s"
        when
            %s
        then
        end
        """
            .formatted(name, condition);
    String conclusion = file.contains("concepts") ? "concept" : "hint";
    RuleInfo rule = RuleInfo.of(name, conclusion, file, 2, List.of(), "");
    return new Conditions(List.of(rule), path -> text);
  }

  private static Trace trace(String condition, List<Fact> facts) {
    Conditions rules = conditions("rules/network/a.drl", "a: why", condition);
    return Situation.of(facts, NOW, List.of()).trace(rules.about("a").get(0));
  }

  private static List<Fact> facts(String yaml) {
    Case input = CaseReader.read("case", "facts: " + yaml);
    return input.facts();
  }

  private static Fact symptom(String id, Map<String, String> captures) {
    return new Symptom(id, "text", 1, 0, 1, 1, captures);
  }

  @Test
  void theChoiceOfFactsIsTheOneForWhichTheFewestConditionsFail() {
    Trace trace =
        trace(
            "Registry( $n : name )\n    Attempt( host == $n )",
            facts("{registry: [{name: a}, {name: b}], attempt: {host: b}}"));
    assertThat(trace.held()).isTrue();
    assertThat(trace.steps().get(0).facts())
        .singleElement()
        .extracting(fact -> ((Registry) fact).name())
        .isEqualTo("b");
  }

  @Test
  void whatFailsIsSaidOfTheNearestFact() {
    Trace trace =
        trace(
            "Registry( sku == \"Basic\", exists == Answer.YES, name == \"c\" )",
            facts("{registry: [{sku: Basic, name: d}, {sku: Basic, exists: yes, name: d}]}"));
    Miss miss = trace.steps().get(0).misses().get(0);
    assertThat(((Registry) miss.fact()).exists()).isEqualTo(Answer.YES);
    assertThat(miss.failed()).extracting(Constraint::text).containsExactly("name == \"c\"");
    assertThat(trace.failures()).isEqualTo(1);
    assertThat(trace.distance()).isEqualTo(1);
  }

  @Test
  void aSymptomOfAnotherIdIsNotNear() {
    List<Fact> facts = List.of(symptom("a", Map.of("status", "401")));
    assertThat(trace("Symptom( id == \"b\" )", facts).steps().get(0).misses().get(0).fact())
        .isNull();
  }

  @Test
  void aSymptomOfTheRightIdWithAnotherCaptureIsNear() {
    List<Fact> facts = List.of(symptom("a", Map.of("status", "401")));
    String condition = "Symptom( id == \"b\" || ( id == \"a\" && status == \"403\" ) )";
    assertThat(trace(condition, facts).steps().get(0).misses().get(0).fact())
        .isEqualTo(facts.get(0));
  }

  @Test
  void theConditionsAfterOneThatFailedAreStillLookedAt() {
    Trace trace =
        trace(
            "Registry( $n : name, sku == \"Basic\" )\n    Attempt( host == $n )",
            facts("{registry: {name: a, sku: Premium}, attempt: {host: a}}"));
    assertThat(trace.steps()).extracting(TraceStep::held).containsExactly(false, true);
    assertThat(trace.steps().get(1).facts()).singleElement().isInstanceOf(Attempt.class);
  }

  @Test
  void aFactThatMustNotBeThereIsTheOneThatStandsInTheWay() {
    List<Fact> facts = facts("{registry: {name: a, sku: Basic}}");
    Miss miss = trace("not Registry( sku == \"Basic\" )", facts).steps().get(0).misses().get(0);
    assertThat(miss.unwanted()).isTrue();
    assertThat(miss.fact()).isEqualTo(facts.get(0));
  }

  @Test
  void aRuleThatMultipliesFactsWithFactsComesToAnEnd() {
    StringBuilder condition = new StringBuilder("Registry( sku == \"none\" )");
    for (int i = 0; i < 40; i++) {
      condition.append("\n    Registry( sku != \"none\" )");
    }
    StringBuilder registries = new StringBuilder("{registry: [{name: a0}");
    for (int i = 1; i < 40; i++) {
      registries.append(", {name: a").append(i).append('}');
    }
    Trace trace = trace(condition.toString(), facts(registries.append("]}").toString()));
    assertThat(trace.failures()).isEqualTo(1);
    assertThat(trace.steps()).hasSize(41);
  }

  @Test
  void conceptsFollowFromFactsAndFromOtherConcepts() {
    Conditions deep = conditions("rules/concepts/b.drl", "b: why", "exists Concept( id == \"a\" )");
    Conditions base = conditions("rules/concepts/a.drl", "a: why", "Registry( sku == \"Basic\" )");
    List<RuleCondition> concepts = List.of(deep.concepts().get(0), base.concepts().get(0));
    Conditions rule = conditions("rules/network/c.drl", "c: why", "Concept( id == \"b\" )");
    Situation basic = Situation.of(facts("{registry: {sku: Basic}}"), NOW, concepts);
    assertThat(basic.trace(rule.about("c").get(0)).steps().get(0).facts())
        .containsExactly(new Concept("b"));
    assertThat(basic.concept("b").get(0).held()).isTrue();
    Situation premium = Situation.of(facts("{registry: {sku: Premium}}"), NOW, concepts);
    assertThat(premium.holds(rule.about("c").get(0))).isFalse();
    assertThat(premium.concept("no-such-concept")).isEmpty();
  }
}
