package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInAzure.Fault;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.RoleAssignments;
import io.github.acrdoctor.facts.Subscription;
import io.github.acrdoctor.facts.TcpProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  @TempDir Path folder;
  private final StandInAzure azure = new StandInAzure("contoso", "contoso.azurecr.io");

  @AfterEach
  void stop() {
    azure.close();
  }

  private Run run() {
    return new Run(azure, folder).signedIn().limit(Duration.ofMillis(900));
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Authorization/roleAssignments, roleAssignments",
    "Microsoft.Authorization/locks, resourceLock",
    "/replications, replica",
    "/cacheRules, cacheRule",
    "graph/v1.0/applications, credential",
    "graph/v1.0/servicePrincipals, identity",
    "logs/, loginEvent",
    "providers/Microsoft.ContainerRegistry/registries/contoso, registry"
  })
  void aCallThatHangsCostsItsOwnFactsOnly(String part, String fact) throws IOException {
    azure.fault(part, Fault.HANG);
    Run.Learnt learnt = run().workspace("ws-1").learn();

    assertThat(learnt.missing(fact)).isNotEmpty();
    assertThat(learnt.missing(fact).toString()).contains("answer");
    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Subscription.class).state()).isEqualTo("Enabled");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theResourceGraphMayFailInAnyWay(Fault fault) throws IOException {
    azure.fault("Microsoft.ResourceGraph", fault);
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Registry.class).tenantId()).isEqualTo(StandInAzure.TENANT);
    assertThat(learnt.one(RoleAssignments.class).complete()).isEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void rolesThatCannotBeReadAreNotSaidToBeNone(Fault fault) throws IOException {
    azure.fault("/roleAssignments", fault);
    Run.Learnt learnt = run().learn();

    assertThat(learnt.missing("roleAssignments")).isNotEmpty();
    assertThat(learnt.all(RoleAssignments.class))
        .noneSatisfy(one -> assertThat(one.complete()).isEqualTo(Answer.YES));
    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aResourceManagerThatFailsInAnyWayIsSaid(Fault fault) throws IOException {
    azure.fault("arm/", fault);
    Run.Learnt learnt = run().learn();

    assertThat(learnt.missing("registry")).isNotEmpty();
    assertThat(learnt.all(Registry.class))
        .allSatisfy(one -> assertThat(one.exists()).isEqualTo(Answer.UNKNOWN));
  }

  @Test
  void aResourceManagerThatHangsIsProbed() throws IOException {
    azure.fault("arm/", Fault.HANG);

    assertThat(run().learn().all(TcpProbe.class))
        .anySatisfy(probe -> assertThat(probe.role()).isEqualTo("arm"));
  }

  @Test
  void aMissingRightIsNamedAsTheAnswerNamesIt() throws IOException {
    azure.forbid("/roleAssignments", "Microsoft.Authorization/roleAssignments/read");
    Run.Learnt learnt = run().learn();

    NotCollected missing = learnt.missing("roleAssignments").get(0);
    assertThat(missing.reason()).contains("403 AuthorizationFailed");
    assertThat(missing.right()).isEqualTo("Microsoft.Authorization/roleAssignments/read");
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void aRefusalOfTheRegistryItselfIsATextForTheRecogniser() throws IOException {
    azure.forbid(
        "providers/Microsoft.ContainerRegistry/registries/contoso",
        "Microsoft.ContainerRegistry/registries/read");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.texts()).contains("AuthorizationFailed");
    assertThat(learnt.missing("registry").get(0).right())
        .isEqualTo("Microsoft.ContainerRegistry/registries/read");
    assertThat(learnt.one(Registry.class).sku()).isEqualTo("Premium");
  }

  @Test
  void aThrottledCallSaysHowLongToWait() throws IOException {
    azure.fault("/locks", Fault.THROTTLED);

    assertThat(run().learn().missing("resourceLock").get(0).reason())
        .contains("429")
        .contains("17 seconds");
  }

  @Test
  void aNextPageOnAnotherHostIsNotAskedFor() throws IOException {
    azure.answer(
        "/replications",
        200,
        "{\"value\":[{\"location\":\"westeurope\"}],\"nextLink\":\""
            + azure.address("graph")
            + "/v1.0/steal\"}");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.missing("replica").get(0).reason()).contains("another host");
    assertThat(azure.seen()).noneMatch(seen -> seen.target().contains("steal"));
  }

  @Test
  void aListThatPointsAtItselfEnds() throws IOException {
    azure.answer(
        "/replications",
        200,
        "{\"value\":[],\"nextLink\":\"" + azure.address("arm") + "/x/replications\"}");

    assertThat(run().learn().missing("replica").get(0).reason()).contains("pages");
  }

  @ParameterizedTest
  @CsvSource({
    "HANG, timeout",
    "RESET, reset",
    "HTML, something else than JSON",
    "UNAVAILABLE, 503",
    "OVERSIZED, more than can be read"
  })
  void theReasonTellsWhatWentWrong(Fault fault, String reason) throws IOException {
    azure.fault("/replications", fault);

    assertThat(run().learn().missing("replica").get(0).reason()).contains(reason);
  }
}
