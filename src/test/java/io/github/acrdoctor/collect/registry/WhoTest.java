package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.StandInCodec;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.facts.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoTest {
  private static final Target TARGET =
      Target.of("contoso.azurecr.io", null, Clouds.named("AzureCloud"));

  private static Who of(String user, String secret) {
    return Who.of(
        TARGET, new StoredCredential("contoso.azurecr.io", user, new Secret(secret), false));
  }

  private static String token(String issuer) {
    return "e30." + StandInCodec.base64("{\"iss\":\"" + issuer + "\",\"aud\":\"x\"}") + ".c2ln";
  }

  @ParameterizedTest
  @CsvSource({
    "contoso,admin,admin-password",
    "Contoso,admin,admin-password",
    "33333333-aaaa-bbbb-cccc-000000000001,service-principal,client-secret",
    "ci-pull,repository-token,repository-token-password",
    "00000000-0000-0000-0000-000000000000,,",
    "dana@contoso.example,,",
    "dana,,"
  })
  void theUserNameTellsWhoItIs(String user, String kind, String secretKind) {
    Who who = of(user, "password");
    assertThat(who.kind()).isEqualTo(kind);
    assertThat(who.secretKind()).isEqualTo(secretKind);
    assertThat(who.identity().name()).isEqualTo(user);
  }

  @Test
  void aTokenIsToldByWhoMadeItWhateverTheUserName() {
    Who registry = of("ci-pull", token("Azure Container Registry"));
    Who entra = of("ci-pull", token("https://sts.windows.net/1/"));
    assertThat(registry.secretKind()).isEqualTo("registry-token");
    assertThat(entra.secretKind()).isEqualTo("entra-token");
    assertThat(entra.credential(false, true).madeBy()).isEqualTo("https://sts.windows.net/1/");
    assertThat(entra.credential(false, true).usedWithUser()).isEqualTo("ci-pull");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso,NO",
    "ci-pull,NO",
    "33333333-aaaa-bbbb-cccc-000000000001,UNKNOWN",
    "dana,UNKNOWN"
  })
  void aRefusalProvesAWrongPasswordOnlyWhereNoRoleIsNeeded(String user, Answer accepted) {
    assertThat(of(user, "password").credential(false, true).accepted()).isEqualTo(accepted);
    assertThat(of(user, "password").credential(false, false).accepted()).isEqualTo(Answer.UNKNOWN);
    assertThat(of(user, "password").credential(true, false).accepted()).isEqualTo(Answer.YES);
  }
}
