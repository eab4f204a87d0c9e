package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private static Symptom symptom(String id, Map<String, String> captures) {
    return new Symptom(id, "terminal", 1, 0, 1, 1, captures);
  }

  private static Placeholders captured(String name, String value) {
    return new Placeholders(
        List.of((Fact) symptom("some-symptom", Map.of(name, value))), id -> Map.of());
  }

  @Test
  void aHostInTheTextNamesTheRegistry() {
    Placeholders placeholders = captured("host", "contoso.azurecr.io");
    assertThat(placeholders.command("docker login {registry.loginServer}"))
        .isEqualTo("docker login contoso.azurecr.io");
    assertThat(placeholders.command("az acr show --name {registry.name}"))
        .isEqualTo("az acr show --name contoso");
  }

  @Test
  void theHashOfADomainNameLabelStaysInTheLoginServer() {
    Placeholders placeholders = captured("host", "contoso-dxh0e5gnb8hvh7cv.azurecr.io");
    assertThat(placeholders.command("{registry.loginServer} {registry.name}"))
        .isEqualTo("contoso-dxh0e5gnb8hvh7cv.azurecr.io contoso");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.microsoftonline.com",
        "registry-1.docker.io",
        "ghcr.io",
        "contoso.westeurope.data.azurecr.io",
        "contoso.privatelink.azurecr.io",
        "contoso.blob.core.windows.net",
        "management.azure.com",
        "proxy.contoso.example"
      })
  void aHostThatIsNoLoginServerIsNotFilledIn(String host) {
    assertThat(captured("host", host).command("docker login {registry.loginServer}"))
        .isEqualTo("docker login <registry-login-server>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.microsoftonline.com", "registry-1.docker.io", "quay.io"})
  void aForeignHostNamesNoRegistry(String host) {
    assertThat(captured("host", host).command("{registry.name}")).isEqualTo("<registry-name>");
  }

  @Test
  void aSubscriptionThatLacksTheRegistryIsNotTheRegistrysOwn() {
    Placeholders placeholders =
        new Placeholders(
            List.of(
                (Fact)
                    symptom(
                        "az-registry-not-in-subscription",
                        Map.of(
                            "subscription",
                            "00000000-aaaa-bbbb-cccc-000000000001",
                            "name",
                            "contoso"))),
            id -> Map.of("name", "registry.name", "subscription", "azureCli.subscription"));
    assertThat(placeholders.command("--subscription {registry.subscription}"))
        .isEqualTo("--subscription <registry-subscription>");
    assertThat(placeholders.command("{registry.name}")).isEqualTo("contoso");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "echo {identity.name}!echo '$(reboot)'",
        "echo \"{identity.name}\"!echo \"\"'$(reboot)'\"\"",
        "echo \"$(az x --u {identity.name})\"!echo \"$(az x --u '$(reboot)')\"",
        "echo --q \"[?n=='{identity.name}']\"!echo --q \"[?n=='\"'$(reboot)'\"']\"",
        "# the registry's {identity.name}!# the registry's '$(reboot)'",
      })
  void aHostileValueIsQuotedWhereverItStands(String template, String filled) {
    assertThat(captured("user", "$(reboot)").command(template)).isEqualTo(filled);
  }

  @Test
  void insideSingleQuotesAHostileValueStaysInside() {
    assertThat(captured("user", "a'; reboot; '").command("echo 'x {identity.name} y'"))
        .isEqualTo("echo 'x a'\\''; reboot; '\\'' y'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf", "--help", "a\nb", "a\u001bb", "a\u202eb", " "})
  void valuesThatCannotBeTypedSafelyAreNotFilledIn(String value) {
    assertThat(captured("user", value).command("x {identity.name}")).isEqualTo("x <identity-name>");
  }

  @Test
  void longValuesAreNotFilledIn() {
    assertThat(captured("user", "a".repeat(257)).command("x {identity.name}"))
        .isEqualTo("x <identity-name>");
  }

  @Test
  void braceExpressionsThatAreNoPlaceholdersStay() {
    assertThat(
            captured("user", "x")
                .command("--query \"{a:b.c}\" -o '{.items}' {{.Server.Version}} {nothing.here}"))
        .isEqualTo("--query \"{a:b.c}\" -o '{.items}' {{.Server.Version}} {nothing.here}");
  }

  @Test
  void anUnknownFieldIsShownAsSomethingToFillIn() {
    assertThat(
            new Placeholders(List.of(), id -> Map.of())
                .prose("Run `docker pull {registry.loginServer}/{image.repository}`."))
        .isEqualTo("Run `docker pull <registry-login-server>/<image-repository>`.");
  }

  @Test
  void aBackquoteInAValueCannotLeaveTheCode() {
    assertThat(
            captured("user", "x`[click](https://evil.example)`")
                .prose("Look for `{identity.name}`.")
                .chars()
                .filter(c -> c == '`')
                .count())
        .isEqualTo(2);
  }
}
