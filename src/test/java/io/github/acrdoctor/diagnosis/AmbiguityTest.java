package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AmbiguityTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Diagnoser DIAGNOSER =
      new Diagnoser(KNOWLEDGE, Clock.fixed(NOW, ZoneOffset.UTC));

  /** A firewall and a closed endpoint look alike from outside. */
  private static final Case VAGUE =
      Case.ofText(
          "t", "Error response from daemon: login attempt failed with status: 403 Forbidden");

  @Test
  void aTextThatFitsSeveralCausesNamesThemAndWhatWouldDecide() {
    Findings findings = DIAGNOSER.diagnose(VAGUE);
    assertThat(findings.ambiguity()).isNotNull();
    assertThat(findings.ambiguity().causes())
        .contains("client-ip-not-allowed", "public-network-access-disabled");
    assertThat(findings.ambiguity().decides()).isNotNull();
    assertThat(findings.ambiguity().decides().effects()).hasSizeGreaterThan(1);
  }

  @Test
  void aTextThatSettlesItIsNotCalledAmbiguous() {
    Findings findings =
        DIAGNOSER.diagnose(
            Case.ofText(
                "t", "AADSTS7000222: The provided client secret keys for app are expired."));
    assertThat(findings.ambiguity()).isNull();
  }

  @Test
  void theEffectOfAnAnswerIsWhatTheDiagnosisIsAmongTheCandidatesWhenItIsGiven() {
    Findings before = DIAGNOSER.diagnose(VAGUE);
    List<String> candidates = before.diagnoses().stream().map(d -> d.cause().id()).toList();
    int compared = 0;
    for (Question question : before.questions()) {
      List<QuestionDefinition.Option> answers = definition(question.id()).answers();
      for (int i = 0; i < answers.size(); i++) {
        List<Fact> facts = Facts.with(List.of(), answers.get(i).facts(NOW));
        List<Diagnosis> then =
            DIAGNOSER.diagnose(new Case(null, NOW, VAGUE.texts(), facts)).diagnoses();
        if (candidates.contains(then.get(0).cause().id())) {
          assertThat(question.effects().get(i).cause()).isEqualTo(then.get(0).cause().id());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(1);
  }

  private static QuestionDefinition definition(String id) {
    return KNOWLEDGE.questions().get().stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsKnownIsNotAskedAgain() {
    Case known =
        new Case(
            null,
            NOW,
            VAGUE.texts(),
            CaseReader.read(
                    "c",
                    "facts: {registry: {publicNetworkAccess: Enabled, networkDefaultAction: Deny}}")
                .facts());
    assertThat(DIAGNOSER.diagnose(known).questions())
        .extracting(Question::id)
        .doesNotContain("public-access-and-rules");
  }

  @Test
  void everyQuestionChangesTheAnswerToSomeCase() {
    List<String> useless =
        KNOWLEDGE.questions().get().stream()
            .filter(
                q ->
                    q.answers().stream()
                            .map(
                                option ->
                                    KNOWLEDGE.rules().judge(option.facts(NOW), NOW).evidence())
                            .allMatch(List::isEmpty)
                        && !mattersWithASymptom(q))
            .map(QuestionDefinition::id)
            .collect(Collectors.toList());
    assertThat(useless).isEmpty();
  }

  private static boolean mattersWithASymptom(QuestionDefinition question) {
    return KNOWLEDGE.recogniser().definitions().keySet().stream()
        .map(id -> new io.github.acrdoctor.facts.Symptom(id, null, 0, 0, 0, 1, null))
        .anyMatch(
            symptom ->
                question.answers().stream()
                        .map(
                            option ->
                                KNOWLEDGE
                                    .rules()
                                    .judge(Facts.with(List.of(symptom), option.facts(NOW)), NOW)
                                    .evidence()
                                    .stream()
                                    .map(e -> e.rule())
                                    .toList())
                        .distinct()
                        .count()
                    > 1);
  }
}
