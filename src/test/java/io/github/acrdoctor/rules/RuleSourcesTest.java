package io.github.acrdoctor.rules;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrdoctor.facts.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSourcesTest {
  private static final String FILE = "rules/network/dns-failure.drl";

  @Test
  void theRuleFilesAndNothingElseArePutIntoTheJar(@TempDir Path classes) throws IOException {
    RuleSources.write(FILES, classes);
    try (Stream<Path> written = Files.walk(classes)) {
      assertThat(written.filter(Files::isRegularFile))
          .allMatch(file -> file.toString().endsWith(".drl"))
          .hasSize((int) FILES.texts().keySet().stream().filter(f -> f.endsWith(".drl")).count());
    }
    assertThat(classes.resolve("acr-doctor").resolve(FILE)).hasContent(FILES.texts().get(FILE));
  }

  @Test
  void aFileThatTheJarDoesNotHoldIsNothing() {
    assertThat(RuleSources.shipped("rules/network/no-such-cause.drl")).isNull();
  }

  @Test
  void aRuleWhoseConditionIsNotAtHandIsRefusedWithAWayOut() {
    RuleInfo rule = RuleInfo.of("some-cause: why", "strong", FILE, 1, List.of(Set.of()), "");
    Conditions conditions = new Conditions(List.of(rule), file -> null);
    assertThatThrownBy(() -> conditions.about("some-cause"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not at hand")
        .hasMessageContaining("name the folder with --rules DIR");
  }
}
