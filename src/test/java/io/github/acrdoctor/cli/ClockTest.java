package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are judged against the case's clock, and the report says how long it still needs. */
class ClockTest {
  private static final String ROLE =
      """
      now: 2026-11-24T10:00:00Z
      texts: ["unauthorized: authentication required"]
      facts:
        attempt: {action: pull, host: contoso.azurecr.io}
        identity: {kind: service-principal, signedIn: yes}
        registry: {name: contoso, loginServer: contoso.azurecr.io, roleAssignmentMode: legacy}
        roleAssignment: {role: AcrPull, coversRegistry: yes, effective: yes, createdAt: %s}
        roleAssignments: {complete: yes}
      """;

  @TempDir Path folder;

  @Test
  void aRoleGivenFourMinutesAgoStillNeedsSix() {
    Run run = diagnose(ROLE.formatted("2026-11-24T09:56:00Z"));
    assertThat(run.out())
        .contains("role-assignment-propagation")
        .contains("It passes by itself at the latest in 6 minutes.");
  }

  @Test
  void aRoleGivenYesterdayIsNotWaitedFor() {
    Run run = diagnose(ROLE.formatted("2026-11-23T09:56:00Z"));
    assertThat(run.out()).doesNotContain("It passes by itself");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:45:00Z, 45 minutes",
    "2026-11-24T15:00:00Z, 5 hours",
    "2026-12-24T10:00:00Z, 30 days"
  })
  void anExpiredPasswordSaysSinceWhen(String now, String ago) {
    diagnose(
        """
            now: %s
            facts:
              identity: {kind: repository-token, name: ci-pull}
              repositoryToken: {name: ci-pull, exists: yes, enabled: yes, hasPassword: yes, passwordExpiresAt: 2026-11-24T10:00:00Z}
            """
            .formatted(now));
    assertThat(
            Run.of("diagnose", "--case", folder.resolve("case.yaml") + "", "--format", "markdown")
                .out())
        .contains("repository-token-expired")
        .contains(ago + " ago");
  }

  private Run diagnose(String yaml) {
    return Run.of("diagnose", "--case", Run.file(folder, "case.yaml", yaml));
  }
}
