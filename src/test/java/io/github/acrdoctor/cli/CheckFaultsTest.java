package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.cli.CheckFaults.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in a healthy world: it is the first answer. */
class CheckFaultsTest {
  @TempDir Path folder;

  static List<Fault> faults() {
    return CheckFaults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFaultIsTheFirstAnswer(Fault fault) throws Exception {
    try (CheckWorld world =
        fault.certificate() == null
            ? new CheckWorld(folder)
            : new CheckWorld(folder, fault.certificate())) {
      fault.breaking().in(world);
      Run run = world.check("--format", "json");
      assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.DIAGNOSED);
      assertThat(fault.causes()).as(ranking(run)).contains(run.topCause());
    }
  }

  /** What a person needs to see when it is not. */
  private static String ranking(Run run) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode diagnosis : run.json().path("diagnoses")) {
      lines.append(diagnosis.path("cause").asText()).append(' ');
      lines.append(diagnosis.path("probability").asText()).append('\n');
      for (JsonNode evidence : diagnosis.path("evidence")) {
        lines.append("    ").append(evidence.path("strength").asText()).append(' ');
        lines.append(evidence.path("reason").asText()).append(' ');
        lines.append(evidence.path("facts")).append('\n');
      }
    }
    return lines + run.json().path("notCollected").toString();
  }
}
