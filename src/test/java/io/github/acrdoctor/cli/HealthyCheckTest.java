package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthyCheckTest {
  @TempDir Path folder;

  @Test
  void aHealthyWorldIsFoundHealthyAndItIsSaidWhatWasVerified() throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      Run text = world.check();
      assertThat(text.out()).as(text.err()).startsWith("Nothing wrong was found. Verified:");
      assertThat(text.out())
          .contains(
              "the registry's firewall lets this machine through",
              "the registry takes the credentials",
              "pull of team/api is granted",
              "the registry has team/api:1.0",
              "the certificate of " + CheckWorld.DATA + " is trusted",
              "the clock of this machine is right");
      assertThat(text.code()).isEqualTo(ExitCode.NOTHING);
    }
  }

  @Test
  void everyFormatSaysThatNothingIsWrong() throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      assertThat(world.check("--format", "json").json().path("identified").asBoolean()).isFalse();
      assertThat(world.check("--format", "markdown").out()).contains("nothing wrong was found");
      assertThat(world.check("--format", "html").out()).contains("Nothing wrong was found");
    }
  }

  @Test
  void allHopsToTheLayersAreGood() throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      Run run = world.check("--format", "json");
      assertThat(StreamSupport.stream(run.json().path("hops").spliterator(), false))
          .allSatisfy(hop -> assertThat(hop.path("state").asText()).isEqualTo("good"));
    }
  }

  @Test
  void withoutAzureAndLoginTheRestIsVerifiedAndTheMissingIsNamedWithTheRightToIt()
      throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      world.config("{}");
      Run run = world.check("--skip", "azure,kubernetes");
      assertThat(run.out())
          .as(run.err())
          .startsWith("Nothing wrong was found. Verified:")
          .contains("no credential for this registry is stored or given", "--password-stdin");
    }
  }

  @Test
  void progressTellsEachCollectorAndGoesToTheComplaints() throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      Run run = world.check();
      assertThat(run.err())
          .contains("docker: done", "network: done", "registry: done", "azure: done");
      assertThat(run.out()).doesNotContain(": done");
    }
  }

  @Test
  void aFaultOfDockerAloneStillSaysThatTheRegistryIsInOrder() throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      world.program("docker", null);
      for (String format : List.of("text", "markdown", "html")) {
        assertThat(world.check("--format", format).out())
            .contains("docker-not-installed", "Verified", "pull of team/api is granted");
      }
    }
  }
}
