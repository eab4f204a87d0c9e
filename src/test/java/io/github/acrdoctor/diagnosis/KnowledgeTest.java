package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.CaseSchema;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Vocabulary;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  @Test
  void everySymptomRulePageAndCaseIsSound() {
    List<Problem> problems = new ArrayList<>();
    Knowledge fresh = Knowledge.load(FILES, new RuleBaseLoader(null), problems);
    problems.addAll(new KnowledgeCheck(FILES, fresh).run());
    assertThat(problems).isEmpty();
  }

  @Test
  void thePackedKnowledgeBaseIsTheFolders() {
    assertThat(KNOWLEDGE.hash()).isEqualTo(FILES.hash());
    List<Problem> problems = new ArrayList<>();
    Knowledge fresh = Knowledge.load(FILES, new RuleBaseLoader(null), problems);
    assertThat(KNOWLEDGE.causes()).isEqualTo(fresh.causes());
    assertThat(KNOWLEDGE.rules().rules()).isEqualTo(fresh.rules().rules());
    assertThat(KNOWLEDGE.recogniser().definitions().keySet())
        .isEqualTo(fresh.recogniser().definitions().keySet());
    assertThat(KNOWLEDGE.weights()).isEqualTo(fresh.weights());
  }

  @Test
  void everyCauseOfTheTaxonomyAndEveryProposalIsThere() throws IOException {
    List<String> causes =
        KNOWLEDGE.causes().values().stream().map(c -> c.family() + "/" + c.id()).toList();
    List<String> expected = Files.readAllLines(Path.of("src/test/resources/causes.txt"));
    assertThat(expected).hasSize(85);
    assertThat(causes).containsAll(expected);
  }

  @Test
  void theVocabularyIsTheRecords() throws IOException {
    assertThat(Files.readString(Path.of("rules/VOCABULARY.md"))).isEqualTo(Vocabulary.markdown());
  }

  @Test
  void thePublishedCaseSchemaIsTheRecords() throws IOException {
    assertThat(Files.readString(Path.of("docs/case.schema.json"))).isEqualTo(CaseSchema.json());
  }
}
