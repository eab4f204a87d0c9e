package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.docker.Collecting;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Image;
import io.github.acrdoctor.facts.RepositoryAccess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the registry program of the distribution, with tokens that it verifies. */
class RealRegistryTest {
  private static final String PASSWORD = "Pl4ntedPassw0rd";

  @TempDir private static Path folder;
  private static RealRegistry registry;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(RealRegistry.isInstalled(), "no docker-registry on this machine");
    registry = new RealRegistry(folder);
    registry.tokens().user("reader", PASSWORD, "pull");
    registry.tokens().user("stranger", PASSWORD);
    registry.push("team/api", "1.0");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (registry != null) {
      registry.close();
    }
  }

  private static Collected collect(String user, String image) throws IOException {
    return new Collecting(new TestMachine(folder).build(), registry.host(), image)
        .trusting(registry.caFile(folder))
        .as(user, PASSWORD)
        .run(new RegistryCollector());
  }

  @Test
  void everyStepOfAPullIsClimbed() throws IOException {
    Collected collected = collect("reader", "team/api:1.0");
    assertThat(Collecting.facts(collected, HttpProbe.class))
        .extracting(HttpProbe::step, HttpProbe::status, HttpProbe::registryAnswer)
        .containsExactly(
            tuple("challenge", 401, Answer.YES),
            tuple("anonymous-token", 401, Answer.YES),
            tuple("token", 200, Answer.YES),
            tuple("manifest", 200, Answer.YES),
            tuple("blob", 200, Answer.YES));
    assertThat(Collecting.facts(collected, RepositoryAccess.class))
        .extracting(RepositoryAccess::action, RepositoryAccess::granted)
        .containsExactly(
            tuple("pull", Answer.YES), tuple("push", Answer.NO), tuple("delete", Answer.NO));
    assertThat(collected.texts()).isEmpty();
    assertThat(collected.toString()).doesNotContain(PASSWORD).doesNotContain("eyJ");
  }

  @Test
  void anImageThatIsNotThereIsUnknownToIt() throws IOException {
    Collected collected = collect("reader", "team/api:2.0");
    assertThat(Collecting.facts(collected, Image.class))
        .extracting(Image::exists)
        .containsExactly(Answer.NO);
    assertThat(Collecting.facts(collected, HttpProbe.class))
        .extracting(HttpProbe::code)
        .contains("MANIFEST_UNKNOWN");
  }

  @Test
  void aTokenThatListsNothingGrantsNothing() throws IOException {
    Collected collected = collect("stranger", "team/api:1.0");
    assertThat(Collecting.facts(collected, RepositoryAccess.class))
        .extracting(RepositoryAccess::granted)
        .containsOnly(Answer.NO);
    assertThat(Collecting.facts(collected, Image.class)).isEmpty();
  }
}
