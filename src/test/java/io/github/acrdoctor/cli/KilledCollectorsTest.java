package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInFaults;
import io.github.acrdoctor.collect.network.TestDns;
import io.github.acrdoctor.collect.network.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A collector that hangs is killed; the answer of the others comes in time and says so. */
class KilledCollectorsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /**
   * Starting, judging and printing on a busy machine; a collector that is waited for takes more.
   */
  private static final Duration REST = Duration.ofSeconds(20);

  @TempDir Path folder;

  private record Hang(String collector, CheckFaults.Break breaking, String missing) {
    @Override
    public String toString() {
      return collector;
    }
  }

  static Stream<Hang> hangs() {
    return Stream.of(
        new Hang("docker", w -> w.program("docker", "exec /bin/sleep 600"), "dockerDaemon"),
        new Hang("kubernetes", w -> w.program("kubectl", "exec /bin/sleep 600"), "pullSecret"),
        new Hang("azure", w -> w.azure.fault("arm/", StandInAzure.Fault.HANG), "registry"),
        new Hang(
            "azure sign-in", w -> w.azure.fault("entra/", StandInAzure.Fault.HANG), "registry"),
        new Hang(
            "registry",
            w -> w.registry.fault("anonymous-token", StandInFaults.hang()),
            "repositoryAccess"),
        new Hang(
            "network",
            w -> {
              TestServer server = TestServer.start(TestServer.silent());
              w.others.add(server);
              w.port(server.port());
              w.dns.fault(CheckWorld.NAME, TestDns.Fault.SILENT);
            },
            "clockOffset"));
  }

  @ParameterizedTest
  @MethodSource("hangs")
  void theAnswerComesAllTheSameAndSaysWhatIsMissing(Hang hang) throws Exception {
    try (CheckWorld world = new CheckWorld(folder)) {
      hang.breaking().in(world);
      long start = System.nanoTime();
      Run run = world.run("check", TIMEOUT, "--format", "json");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(run.code()).as(run.err()).isIn(ExitCode.DIAGNOSED, ExitCode.NOTHING);
      List<String> missing = new ArrayList<>();
      for (JsonNode fact : run.json().path("notCollected")) {
        missing.add(fact.path("fact").asText());
        assertThat(fact.path("reason").asText()).isNotBlank();
      }
      assertThat(missing).contains(hang.missing());
      assertThat(run.json().path("verified")).as("what the others learnt").isNotEmpty();
      assertThat(took).isLessThan(TIMEOUT.plus(REST));
    }
  }
}
