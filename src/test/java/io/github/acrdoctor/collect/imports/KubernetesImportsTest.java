package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.kubernetes.Shapes;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.PullSecret;
import io.github.acrdoctor.facts.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesImportsTest {
  private static final String IMAGE = "contoso.azurecr.io/team/api:1.0";
  private static final Environment AKS = new Environment("aks", Answer.UNKNOWN, Answer.UNKNOWN);

  private static final String ONE_SECRET = "[{\"name\":\"hub\"}]";

  private static List<Fact> facts(String text) {
    Target target = Target.of("contoso", null, Clouds.named("AzureCloud"));
    return Imports.read("sent.json", text, target).facts();
  }

  private static PullSecret secret(String name, Answer exists, Answer covers) {
    return new PullSecret(name, "payments", exists, covers, Answer.UNKNOWN);
  }

  @Test
  void podsAreReadForWhatTheKubeletSaysAndWhereTheyRun() {
    String pods =
        Shapes.list(
            Shapes.running("web-1"),
            Shapes.pod("api-1", IMAGE, "[]", "aks-pool1-12345678-vmss000000"));
    Collected collected = Imports.read("pods.json", pods);
    assertThat(collected.facts()).containsExactly(AKS);
    assertThat(collected.texts())
        .containsExactly(
            new Text("pods.json (payments/api-1)", "Back-off pulling image \"" + IMAGE + "\""));
    assertThat(collected.toString()).doesNotContain(Shapes.PASSWORD);
  }

  @Test
  void eventsAreReadForWhatWentWrong() {
    String events =
        Shapes.list(
            Shapes.event("Normal", "Pulling", "Pulling image"),
            Shapes.event("Warning", "Failed", "Failed to pull image: 401 Unauthorized"));
    assertThat(Imports.read("events.json", events).texts())
        .containsExactly(new Text("events.json (event)", "Failed to pull image: 401 Unauthorized"));
  }

  @Test
  void aSecretThatWasSentAloneIsTheOneInQuestion() {
    assertThat(facts(Shapes.secret("acr", "contoso.azurecr.io", "ci")))
        .containsExactly(secret("acr", Answer.YES, Answer.YES));
    assertThat(facts(Shapes.secret("acr", "fabrikam.azurecr.io", "ci")))
        .containsExactly(secret("acr", Answer.YES, Answer.NO));
  }

  @Test
  void ofManySecretsThoseOfOtherRegistriesSayNothing() {
    String all =
        Shapes.list(
            Shapes.secret("hub", "index.docker.io", "dana"),
            Shapes.secret("acr", "contoso.azurecr.io", "ci"),
            Shapes.typed("db", "Opaque", "password"));
    assertThat(facts(all)).containsExactly(secret("acr", Answer.YES, Answer.YES));
  }

  @Test
  void ofManySecretsTheOneThatAFailingPodNamesCounts() {
    String all =
        Shapes.list(
            Shapes.pod("api-1", IMAGE, ONE_SECRET, "node-1"),
            Shapes.secret("hub", "index.docker.io", "dana"),
            Shapes.secret("acr", "contoso.azurecr.io", "ci"));
    assertThat(facts(all)).containsExactly(secret("hub", Answer.YES, Answer.NO));
  }

  @Test
  void withoutARegistryASecretIsNotJudged() {
    String text = Shapes.secret("acr", "registry.contoso.example", "ci");
    assertThat(Imports.read("secret.json", text).facts())
        .containsExactly(secret("acr", Answer.YES, Answer.UNKNOWN));
  }

  @Test
  void nodesTellWhoRunsTheCluster() {
    String node =
        "{\"kind\":\"Node\",\"metadata\":{\"name\":\"n\",\"labels\":{}},"
            + "\"spec\":{\"providerID\":\"%s\"}}";
    assertThat(facts(Shapes.list(node.formatted("azure:///subscriptions/x")))).containsExactly(AKS);
    assertThat(facts(Shapes.list(node.formatted("kind://docker/kind/n"))))
        .containsExactly(new Environment("kubernetes", Answer.UNKNOWN, Answer.UNKNOWN));
  }

  @Test
  void aDescribedPodStaysATextAndTellsItsNode() {
    String text =
        """
        Name:             api-1
        Namespace:        payments
        Service Account:  default
        Node:             aks-pool1-12345678-vmss000000/10.240.0.4
        Events:
          Type     Reason   Age   From     Message
          ----     ------   ----  ----     -------
          Warning  Failed   3m    kubelet  Failed to pull image "contoso.azurecr.io/team/api:1.0"
        """;
    Collected collected = Imports.read("pod.txt", text);
    assertThat(collected.facts()).containsExactly(AKS);
    assertThat(collected.texts()).containsExactly(new Text("pod.txt", text));
  }

  @Test
  void aDescribedServiceAccountTellsWhichSecretsAreNotThere() {
    String text =
        """
        Name:                default
        Namespace:           payments
        Image pull secrets:  acr
                             gone (not found)
        Mountable secrets:   <none>
        """;
    assertThat(facts(text))
        .containsExactly(
            secret("acr", Answer.YES, Answer.UNKNOWN), secret("gone", Answer.NO, Answer.UNKNOWN));
  }

  @Test
  void podsThatWaitForOtherRegistriesDoNotMatterBesideOneThatWaitsForThisOne() {
    String hub = Shapes.pod("hub-1", "docker.io/library/nginx:1", ONE_SECRET, "node-1");
    String event = Shapes.event("Warning", "Failed", "Failed to pull image");
    String all =
        Shapes.list(
            Shapes.pod("api-1", IMAGE, "[]", "node-1"),
            hub,
            event,
            event.replace("api-1", "hub-1").replace("Failed to pull", "Could not pull"),
            Shapes.secret("hub", "index.docker.io", "dana"));
    Collected collected = Imports.read("all.json", all);
    assertThat(collected.texts())
        .extracting(Text::text)
        .containsExactly("Back-off pulling image \"" + IMAGE + "\"", "Failed to pull image");
    String alone = Imports.read("all.json", Shapes.list(hub)).texts().toString();
    assertThat(alone).contains("docker.io/library/nginx:1");
  }

  @Test
  void whatKubectlPrintsAsYamlIsReadAlike() {
    String text =
        """
        $ kubectl get pod,secret -o yaml
        apiVersion: v1
        items:
        - apiVersion: v1
          kind: Pod
          metadata:
            name: api-1
            namespace: payments
          spec:
            containers:
            - env:
              - name: DB_PASSWORD
                value: PLANTED
              image: contoso.azurecr.io/team/api:1.0
              name: api
            imagePullSecrets:
            - name: acr
            nodeName: aks-pool1-12345678-vmss000000
          status:
            containerStatuses:
            - image: contoso.azurecr.io/team/api:1.0
              name: api
              state:
                waiting:
                  message: Back-off pulling image
                  reason: ImagePullBackOff
        - apiVersion: v1
          data:
            .dockerconfigjson: CODED
          kind: Secret
          metadata:
            name: acr
            namespace: payments
          type: kubernetes.io/dockerconfigjson
        kind: List
        """
            .replace("PLANTED", Shapes.PASSWORD)
            .replace("CODED", Shapes.base64(Shapes.config("fabrikam.azurecr.io", "ci")));
    Collected collected = Imports.read("all.yaml", text);
    assertThat(collected.facts()).containsExactly(AKS, secret("acr", Answer.YES, Answer.NO));
    assertThat(collected.texts())
        .containsExactly(
            new Text("all.yaml (payments/api-1)", "Back-off pulling image"),
            new Text("all.yaml", "$ kubectl get pod,secret -o yaml"));
  }
}
