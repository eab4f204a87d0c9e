package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule and every symptom is missed when it is taken away. */
class MutationsTest {
  @Test
  void takingAwayAnyRuleMakesACaseFail() {
    assertThat(unnoticed("rule")).isEmpty();
  }

  @Test
  void takingAwayAnySymptomMakesACaseOrAnAnswerFail() {
    Set<String> answered =
        Corpus.of("answers").stream()
            .flatMap(item -> item.list("symptom").stream())
            .collect(Collectors.toSet());
    assertThat(unnoticed("symptom"))
        .filteredOn(
            problem -> answered.stream().noneMatch(id -> problem.contains(": " + id + " /")))
        .isEmpty();
  }

  @Test
  void aRuleThatNoCaseNeedsIsNamed() {
    List<CauseCase> none = List.of();
    assertThat(Mutations.unnoticed(KNOWLEDGE, none))
        .hasSize(KNOWLEDGE.rules().rules().size() + KNOWLEDGE.recogniser().definitions().size());
  }

  private static List<String> unnoticed(String what) {
    List<Problem> problems = new ArrayList<>();
    return Mutations.unnoticed(KNOWLEDGE, Knowledge.cases(FILES, problems)).stream()
        .map(Problem::toString)
        .filter(problem -> problem.contains("no case needs this " + what))
        .toList();
  }
}
