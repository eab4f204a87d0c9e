package io.github.acrdoctor.collect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Collection;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Progress;
import io.github.acrdoctor.collect.Reach;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.Trust;
import io.github.acrdoctor.collect.Web;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.PullSecret;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesCollectorTest {
  private static final String IMAGE = "contoso.azurecr.io/team/api:1.0";
  private static final String ONE_SECRET = "[{\"name\":\"acr-secret\"}]";
  private static final String REFUSED =
      "Failed to pull image: unauthorized: authentication required";

  @TempDir Path folder;
  private FakeKubectl kubectl;

  @BeforeEach
  void aClusterWithAContext() throws IOException {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "needs a shell for scripts");
    kubectl = new FakeKubectl(folder).answers("config current-context", "prod");
  }

  private Collected collect(String path, String namespace) {
    Machine machine = new TestMachine(folder).variable("PATH", path).build();
    Trust trust = Trust.of(List.of());
    Context.Options options =
        new Context.Options(null, null, null, null, namespace, List.of("Microsoft"));
    return new Collection(machine.clock(), Duration.ofSeconds(30), Progress.NONE)
        .run(
            List.of(new KubernetesCollector()),
            null,
            hosts ->
                new Context(
                    Target.of("contoso", null, Clouds.named("AzureCloud")),
                    Clouds.named("AzureCloud"),
                    machine,
                    new Web(machine, trust, new Reach()),
                    trust,
                    options,
                    hosts));
  }

  private Collected collect() throws IOException {
    return collect(kubectl.path(), null);
  }

  private void failingPod(String secrets, String node) throws IOException {
    kubectl
        .answers("get pods -A", Shapes.list(Shapes.pod("api-1", IMAGE, secrets, node)))
        .answers("get events", Shapes.list(Shapes.event("Warning", "Failed", REFUSED)));
  }

  private static PullSecret secret(String name, Answer exists, Answer covers) {
    return new PullSecret(name, "payments", exists, covers, Answer.UNKNOWN);
  }

  private static Environment environment(String kind) {
    return new Environment(kind, Answer.UNKNOWN, Answer.UNKNOWN);
  }

  @Test
  void aPodThatWaitsForAnImageIsReportedWithItsSecretAndWhatTheKubeletSays() throws IOException {
    failingPod(ONE_SECRET, "aks-pool1-12345678-vmss000000");
    kubectl.answers(
        "get secret acr-secret -n payments",
        Shapes.secret("acr-secret", "contoso.azurecr.io", "ci-pull"));
    Collected collected = collect();
    assertThat(collected.facts())
        .containsExactlyInAnyOrder(
            secret("acr-secret", Answer.YES, Answer.YES), environment("aks"));
    assertThat(collected.texts())
        .containsExactlyInAnyOrder(
            new Text("kubectl events", REFUSED),
            new Text("kubectl pods", "Back-off pulling image \"" + IMAGE + "\""));
    assertThat(collected.asked())
        .anyMatch(asked -> asked.answer().equals("registries: contoso.azurecr.io as ci-pull"));
    assertThat(collected.toString())
        .doesNotContain(Shapes.PASSWORD)
        .doesNotContain(Shapes.base64("ci-pull:" + Shapes.PASSWORD));
  }

  @Test
  void aSecretThatIsNotInTheNamespaceOfThePodDoesNotExist() throws IOException {
    failingPod(ONE_SECRET, "node-1");
    assertThat(collect().facts()).contains(secret("acr-secret", Answer.NO, Answer.UNKNOWN));
  }

  @Test
  void aSecretOfAnotherTypeIsForNoRegistry() throws IOException {
    failingPod(ONE_SECRET, "node-1");
    kubectl.answers(
        "get secret acr-secret",
        Shapes.typed("acr-secret", "Opaque", Shapes.config("contoso.azurecr.io", "ci-pull")));
    assertThat(collect().facts()).contains(secret("acr-secret", Answer.YES, Answer.NO));
  }

  @Test
  void aSecretWhoseContentIsBrokenIsNotJudged() throws IOException {
    failingPod(ONE_SECRET, "node-1");
    kubectl.answers(
        "get secret acr-secret",
        Shapes.typed("acr-secret", "kubernetes.io/dockerconfigjson", "{\"auths\":"));
    assertThat(collect().facts()).contains(secret("acr-secret", Answer.YES, Answer.UNKNOWN));
  }

  @Test
  void whenOneSecretCoversTheRegistryTheOthersDoNotMatter() throws IOException {
    failingPod("[{\"name\":\"gone\"},{\"name\":\"hub\"},{\"name\":\"acr-secret\"}]", "node-1");
    kubectl
        .answers("get secret hub", Shapes.secret("hub", "index.docker.io", "dana"))
        .answers("get secret acr-secret", Shapes.secret("acr-secret", "contoso.azurecr.io", "ci"));
    assertThat(collect().facts())
        .filteredOn(PullSecret.class::isInstance)
        .containsExactly(secret("acr-secret", Answer.YES, Answer.YES));
  }

  @Test
  void theSecretsOfTheServiceAccountCountToo() throws IOException {
    failingPod("[]", "node-1");
    kubectl
        .answers(
            "get serviceaccount default -n payments",
            "{\"kind\":\"ServiceAccount\",\"imagePullSecrets\":" + ONE_SECRET + "}")
        .answers("get secret acr-secret", Shapes.secret("acr-secret", "fabrikam.azurecr.io", "x"));
    assertThat(collect().facts()).contains(secret("acr-secret", Answer.YES, Answer.NO));
  }

  @Test
  void aSecretThatMayNotBeReadIsUnknownAndTheRightIsNamed() throws IOException {
    failingPod(ONE_SECRET, "node-1");
    kubectl.refuses(
        "get secret acr-secret", "Forbidden", "secrets \"acr-secret\" is forbidden: no access");
    assertThat(collect().facts())
        .contains(secret("acr-secret", Answer.UNKNOWN, Answer.UNKNOWN))
        .anyMatch(
            fact ->
                fact instanceof NotCollected missing
                    && missing.fact().equals("pullSecret")
                    && missing.reason().contains("Forbidden")
                    && "get secrets in namespace payments".equals(missing.right()));
  }

  @Test
  void whoMayNotSeeAllNamespacesSeesTheOneOfTheContext() throws IOException {
    kubectl
        .refuses("get pods -A", "Forbidden", "pods is forbidden: at the cluster scope")
        .answers("get pods -o json", Shapes.list(Shapes.pod("api-1", IMAGE, "[]", "node-1")))
        .answers("get events", Shapes.list(Shapes.event("Normal", "BackOff", REFUSED)));
    Collected collected = collect();
    assertThat(collected.texts()).contains(new Text("kubectl events", REFUSED));
    assertThat(collected.facts())
        .anyMatch(
            fact ->
                fact instanceof NotCollected missing
                    && missing.right().equals("list pods in all namespaces, or --namespace"));
  }

  @Test
  void aNamespaceThatWasNamedIsTheOneThatIsLookedAt() throws IOException {
    kubectl.answers(
        "get pods -n payments",
        Shapes.list(Shapes.pod("api-1", IMAGE, "[]", "aks-pool1-12345678-vmss000001")));
    assertThat(collect(kubectl.path(), "payments").facts()).contains(environment("aks"));
  }

  @Test
  void aPodWithoutSecretsTellsWhereItRuns() throws IOException {
    failingPod("[]", "node-1");
    kubectl.answers(
        "get node node-1",
        "{\"kind\":\"Node\",\"metadata\":{\"labels\":{\"kubernetes.io/os\":\"linux\"}}}");
    assertThat(collect().facts()).containsExactly(environment("kubernetes"));
  }

  @Test
  void theAddressOfTheServerTellsAksFromOthers() throws IOException {
    failingPod("[]", "node-1");
    kubectl.answers("config view", "https://prod-1a2b.hcp.westeurope.azmk8s.io:443");
    assertThat(collect().facts()).containsExactly(environment("aks"));
  }

  @Test
  void podsThatRunOrWaitForOtherRegistriesAreNoConcern() throws IOException {
    kubectl.answers(
        "get pods -A",
        Shapes.list(
            Shapes.running("web-1"),
            Shapes.pod("etl-1", "fabrikam.azurecr.io/etl:2", ONE_SECRET, "node-1")));
    Collected collected = collect();
    assertThat(collected.facts()).isEmpty();
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void replicasThatFailAlikeAreAskedForOnce() throws IOException {
    kubectl
        .answers(
            "get pods -A",
            Shapes.list(
                Shapes.pod("api-1", IMAGE, "[]", "node-1"),
                Shapes.pod("api-2", IMAGE, "[]", "node-2")))
        .answers("get events", Shapes.list());
    assertThat(collect().asked()).filteredOn(asked -> asked.what().contains("events")).hasSize(1);
  }

  @Test
  void withoutAContextOneFactIsMissing() throws IOException {
    kubectl = new FakeKubectl(folder);
    assertThat(collect().facts())
        .containsExactly(
            new NotCollected(
                "pullSecret", "kubectl has no context", "a kubeconfig, or --skip kubernetes"));
  }

  @Test
  void withoutKubectlThereIsNothingToSay() {
    Collected collected = collect("", null);
    assertThat(collected.facts()).isEmpty();
    assertThat(collected.asked()).isEmpty();
  }

  @Test
  void aClusterThatHangsIsReportedBeforeTheDeadline() throws IOException {
    kubectl.hangs("get pods");
    long begun = System.nanoTime();
    assertThat(collect().facts())
        .anyMatch(
            fact ->
                fact instanceof NotCollected missing
                    && missing.reason().equals("kubectl got no answer in time"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isLessThan(new KubernetesCollector().deadline());
  }

  @Test
  void anAnswerThatIsNoJsonIsNoAnswer() throws IOException {
    kubectl.answers("get pods", "{\"items\":[{\"kind\":\"Pod\",");
    assertThat(collect().facts())
        .anyMatch(
            fact ->
                fact instanceof NotCollected missing
                    && missing.reason().contains("cut off or no JSON"));
  }

  @Test
  void ofTooManyPodsThoseThatNeverStartedAreLookedAt() throws IOException {
    String aks = "aks-pool1-12345678-vmss000001";
    kubectl
        .answers(
            "get pods -A --field-selector=status.phase=Pending",
            Shapes.list(Shapes.pod("api-1", IMAGE, "[]", aks)))
        .answers("get pods -A", "{\"items\":[{\"kind\":\"Pod\",");
    assertThat(collect().facts()).containsExactly(environment("aks"));
  }

  @Test
  void whatKubectlComplainsIsNoTextOfTheRegistry() throws IOException {
    kubectl.refuses("get pods", "Timeout", "x509: certificate signed by unknown authority");
    Collected collected = collect();
    assertThat(collected.texts()).isEmpty();
    assertThat(collected.facts()).hasSize(1).allMatch(NotCollected.class::isInstance);
  }

  @Test
  void theRealKubectlWithoutAConfigurationHasNoContext() {
    String path = System.getenv("PATH");
    Machine machine = new TestMachine(folder).variable("PATH", path).build();
    assumeTrue(machine.programs().find("kubectl") != null, "kubectl is not installed here");
    assertThat(collect(path, null).facts())
        .singleElement()
        .isInstanceOfSatisfying(
            NotCollected.class, missing -> assertThat(missing.reason()).startsWith("kubectl "));
  }
}
