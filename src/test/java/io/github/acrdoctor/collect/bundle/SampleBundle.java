package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.Text;
import java.time.Instant;
import java.util.List;

/** A bundle with a password in a text, a fact, a question and an answer, and a signature. */
final class SampleBundle {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:01Z");
  private static final String PASSWORD = "Hunter2-Winter-9";

  private SampleBundle() {}

  static Asked asked(String what, String outcome, String answer) {
    return new Asked("registry", what, NOW, 12, outcome, answer);
  }

  static Bundle bundle(List<Asked> asked) {
    Case input =
        new Case(
            null,
            NOW,
            List.of(new Text("docker login", "docker login -u x -p " + PASSWORD + "\ndenied\n")),
            List.of(
                new NotCollected("roleAssignment", "az: AuthorizationFailed", "Reader | Owner"),
                registry(),
                new Proxy("client", "http://u:" + PASSWORD + "@proxy:3128", null, null, null),
                new NotCollected("image", "timeout")));
    return new Bundle(input, asked, "1.2.3", "abcdef0123");
  }

  private static Registry registry() {
    return (Registry)
        RandomCases.fact(
            Registry.class, type -> type == String.class ? "contoso.azurecr.io" : null);
  }

  static Bundle bundle() {
    return bundle(
        List.of(
            asked("GET https://contoso.azurecr.io/v2/", "401", "{\"errors\":[]}"),
            asked("GET https://x.blob.core.windows.net/l?sv=1&sig=aBc%2Bd%2Fe%3D", "reset", ""),
            asked("docker login -u x -p " + PASSWORD, "exit 1", "Password: " + PASSWORD + "\r\n")));
  }
}
