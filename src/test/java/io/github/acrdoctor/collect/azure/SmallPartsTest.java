package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.facts.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {
  private static final String REGISTRY =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso";

  @ParameterizedTest
  @CsvSource({
    "/, YES",
    "/subscriptions/s, YES",
    "/subscriptions/S/, YES",
    "/subscriptions/s2, NO",
    "/subscriptions/s/resourcegroups/RG, YES",
    "/subscriptions/s/resourceGroups/r, NO",
    "/providers/Microsoft.Management/managementGroups/root, YES",
    "somewhere, UNKNOWN"
  })
  void aScopeCoversWhatIsBelowIt(String scope, Answer expected) {
    assertThat(Scope.covers(scope, REGISTRY)).isEqualTo(expected);
  }

  @Test
  void aScopeThatIsMissingCoversNobodyKnowsWhat() {
    assertThat(Scope.covers(null, REGISTRY)).isEqualTo(Answer.UNKNOWN);
    assertThat(Scope.ofChild("/providers/Microsoft.Authorization/locks/a")).isEqualTo("/");
    assertThat(Scope.ofChild("nothing")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repositories:name] StringEquals 'team/api'|YES",
        "repositories:name] StringEqualsIgnoreCase 'TEAM/API'|YES",
        "repositories:name] StringEquals 'team/web'|NO",
        "repositories:name] StringStartsWith 'team/'|YES",
        "repositories:name] StringNotEquals 'team/api'|UNKNOWN",
        "repositories:name] ForAnyOfAnyValues:StringEquals {'a', 'team/api'}|YES",
        "repositories:name] StringEquals 'a' OR @Request[x/repositories:name] StringEquals"
            + " 'team/api'|YES",
        "repositories:name] StringEquals 'a' AND @Request[x/repositories:name] StringEquals"
            + " 'team/api'|UNKNOWN",
        "@Environment[utcNow] DateTimeGreaterThan '2020'|UNKNOWN"
      })
  void aConditionIsUnderstoodOrLeftOpen(String condition, Answer expected) {
    assertThat(Condition.metBy(condition, "team/api")).isEqualTo(expected);
  }

  @Test
  void aRoleAllowsWhatItsPatternsHoldAndItsExceptionsDoNot() {
    Role role =
        Role.of(
            Json.read(
                "{\"properties\":{\"permissions\":[{\"actions\":[\"*/read\"],"
                    + "\"notActions\":[\"*/secret/read\"]}]}}"));
    assertThat(role.allows(Roles.PULL, false)).isTrue();
    assertThat(role.allows("Microsoft.X/secret/read", false)).isFalse();
    assertThat(role.allows(Roles.READ_CONTENT, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "..", "a.!!.c"})
  void whatIsNoTokenHasNoClaims(String value) {
    assertThat(Token.claimsOf(value).isObject()).isFalse();
  }

  @Test
  void aTokenDoesNotPrintItself() {
    String value = StandInAzure.token("a", Json.read("{}").deepCopy());
    assertThat(Token.of(value).toString()).doesNotContain(StandInAzure.SIGNATURE);
    assertThat(Token.of(value).claims().path("aud").asText()).isEqualTo("a");
  }

  @Test
  void claimsTellWhoItIs() {
    Principal before = new Principal("service-principal", "app", null, null);
    assertThat(before.with(Json.read("{\"idtyp\":\"user\",\"upn\":\"dana\",\"oid\":\"o\"}")))
        .isEqualTo(new Principal("user", "dana", "o", null));
    assertThat(before.with(Json.read("{\"xms_mirid\":\"/x\"}")).kind())
        .isEqualTo("managed-identity");
    assertThat(before.with(Json.read(""))).isEqualTo(before);
  }

  @Test
  void aPartThatBreaksCostsItsOwnFactOnly() throws InterruptedException {
    var notebook = new io.github.acrdoctor.collect.Notebook("azure", java.time.Clock.systemUTC());
    List<String> done = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (Parallel parallel = new Parallel()) {
      parallel.all(
          notebook,
          java.time.Duration.ofSeconds(5),
          List.of(
              new Parallel.Part(
                  "registry",
                  () -> {
                    throw new IllegalStateException("no");
                  }),
              new Parallel.Part("replica", () -> done.add("replica"))));
    }
    assertThat(done).containsExactly("replica");
  }

  @Test
  void aLoginTellsWhoseItIs() {
    Principal app = new Principal("service-principal", StandInAzure.CLIENT, null, null);
    Principal user = new Principal("user", "dana@contoso.example", null, null);
    Client none = Client.none("contoso");
    Client own = new Client(StandInAzure.CLIENT, null, "contoso");
    assertThat(none.is(user)).isTrue();
    assertThat(own.is(app)).isTrue();
    assertThat(own.is(user)).isFalse();
    assertThat(new Client("contoso", null, "contoso").tokenName()).isNull();
    assertThat(new Client("ci-pull", null, "contoso").tokenName()).isEqualTo("ci-pull");
    assertThat(new Client("ci-pull", null, "contoso").is(app)).isFalse();
  }
}
