package io.github.acrdoctor.diagnosis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static List<String> sentences(String page) {
    return Prose.of(page).stream().map(sentence -> sentence.text().strip()).toList();
  }

  @Test
  void sentencesEndAtStopsParagraphsAndSteps() {
    assertThat(sentences("One thing. Another\nthing!\n\nA third\n\n1. A step\n2. The next\n"))
        .containsExactly("One thing.", "Another\nthing!", "A third", "1. A step", "2. The next");
  }

  @Test
  void frontMatterHeadingsAndBlocksOfCodeAreNoSentences() {
    assertThat(
            sentences(
                "---\ntitle: A. B.\n---\n\n## Fix\n\nDo it:\n\n   ```bash\n   az. x\n   ```\n"))
        .filteredOn(sentence -> sentence.chars().anyMatch(Character::isLetter))
        .containsExactly("Do it:");
  }

  @Test
  void codeInALineCountsAsOneWordAndHoldsNoStop() {
    Prose sentence = Prose.of("Run `az acr show. --name x` and wait.\n").get(0);
    assertThat(sentence.words()).isEqualTo(4);
  }

  @Test
  void aStopInsideANameEndsNothing() {
    assertThat(sentences("The host contoso.azurecr.io answers.\n")).hasSize(1);
  }

  @Property(tries = 2000)
  void everySentenceStandsWhereItSaysAndNoneIsEmpty(
      @ForAll @CharRange(from = ' ', to = '~') String line) {
    String page = line.replace('@', '\n');
    for (Prose sentence : Prose.of(page)) {
      assertThat(sentence.text()).isNotBlank();
      assertThat(page.substring(sentence.offset(), sentence.offset() + sentence.text().length()))
          .hasSameSizeAs(sentence.text());
      assertThat(page.charAt(sentence.offset())).isNotEqualTo('\n');
    }
  }
}
