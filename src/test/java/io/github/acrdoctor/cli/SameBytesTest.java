package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same case and the same knowledge give the same bytes; the order of facts means nothing. */
class SameBytesTest {
  private static final List<String> FACTS =
      List.of(
          "\"registry\":{\"name\":\"contoso\",\"sku\":\"Premium\",\"publicNetworkAccess\":\"Enabled\",\"networkDefaultAction\":\"Deny\"}",
          "\"dockerClient\":{\"installed\":\"yes\",\"version\":\"17.12.1\"}",
          "\"dockerDaemon\":{\"reachable\":\"no\"}",
          "\"clientAddress\":{\"ip\":\"203.0.113.16\",\"seenBy\":\"registry\"}",
          "\"networkRule\":[{\"range\":\"198.51.100.0/24\",\"action\":\"Allow\"}]",
          "\"azureCli\":{\"installed\":\"yes\",\"signedIn\":\"no\"}",
          "\"notCollected\":{\"fact\":\"roleAssignment\",\"reason\":\"not signed in\"}");

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts-samples"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .limit(25)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameCaseTwiceGivesTheSameBytesInEveryFormat(Path sample) {
    for (ReportFormat format : ReportFormat.values()) {
      String[] command = {"diagnose", "--format", format.name(), "--case", sample.toString()};
      assertThat(Run.of(command)).isEqualTo(Run.of(command));
    }
  }

  private static JsonNode diagnoses(List<String> facts) {
    Run run =
        Run.with(
            "{\"texts\":[\"" + Run.DENIED + "\"],\"facts\":{" + String.join(",", facts) + "}}",
            "batch",
            "-",
            "--top",
            "100");
    assertThat(run.code()).as(run.out()).isZero();
    return run.json().get("diagnoses");
  }

  @Property(tries = 40)
  void factsInAnotherOrderGiveTheSameDiagnoses(@ForAll long seed) {
    List<String> shuffled = new ArrayList<>(FACTS);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(diagnoses(shuffled)).isEqualTo(diagnoses(FACTS));
  }
}
