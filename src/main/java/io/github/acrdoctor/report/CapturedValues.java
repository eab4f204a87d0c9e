package io.github.acrdoctor.report;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.acrdoctor.facts.Attempt;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the texts of a case say about registry, image and identity, by the name of the placeholder.
 * A wrong value in a command does harm, so a capture counts only where its symptom makes sure what
 * it is: the address in a timeout is the registry's, not the client's.
 */
final class CapturedValues {
  private static final Pattern LOGIN_SERVER =
      Pattern.compile("[a-z0-9]{5,50}(-[a-z0-9]{8,30})?\\.azurecr\\.(io|cn|us|de)");

  private static final Pattern OTHER_ENDPOINT =
      Pattern.compile(
          "([a-z0-9]{5,50})(-[a-z0-9]{8,30})?(\\.[a-z0-9]+\\.(data|geo)|\\.privatelink)\\.azurecr\\.(io|cn|us|de)");

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private static final Pattern SCOPE =
      Pattern.compile(
          "(?i)/subscriptions/([0-9a-f-]{36})/.*/Microsoft\\.ContainerRegistry/registries/([a-z0-9]{5,50})(/.*)?");

  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, String> values = new HashMap<>();

  private CapturedValues() {}

  static Map<String, String> of(List<Fact> facts) {
    CapturedValues captured = new CapturedValues();
    for (Fact fact : facts) {
      if (fact instanceof Attempt attempt) {
        captured.attempt(attempt);
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof Symptom symptom) {
        captured.symptom(symptom);
      }
    }
    return captured.values;
  }

  /** The name of the registry behind a login server; null when it cannot be told. */
  static String registryName(String loginServer) {
    String label = loginServer.substring(0, Math.max(0, loginServer.indexOf('.')));
    return label.indexOf('-') < 0 ? label : label.substring(0, label.indexOf('-'));
  }

  private void attempt(Attempt attempt) {
    host(attempt.host());
    put("identity.name", attempt.user());
    put("image.repository", attempt.repository());
    put("image.tag", attempt.tag());
  }

  private void symptom(Symptom symptom) {
    String id = symptom.id();
    host(symptom.host());
    put("image.repository", symptom.repository());
    put("image.tag", symptom.tag());
    put("identity.name", symptom.user());
    put("identity.tenantId", symptom.tenant());
    name(id, symptom.name());
    scope(symptom.scope());
    if (id.startsWith("registry-")) {
      put("clientAddress.ip", symptom.ip());
    }
    if (id.startsWith("dns-") && HOST.matches(symptom.host().toLowerCase(Locale.ROOT))) {
      put("dnsAnswer.host", symptom.host().toLowerCase(Locale.ROOT));
    }
    if (id.startsWith("docker-daemon-")) {
      put("dockerDaemon.endpoint", symptom.endpoint());
    }
    // The subscription in a message of the command line is where it looked in vain.
    boolean current = id.endsWith("-not-in-subscription") || id.endsWith("subscription-not-found");
    if (current || GUID.matches(symptom.subscription())) {
      put(current ? "azureCli.subscription" : "registry.subscription", symptom.subscription());
    }
  }

  private void host(String written) {
    String host = written == null ? "" : written.toLowerCase(Locale.ROOT);
    if (host.length() > 255) {
      return;
    }
    if (LOGIN_SERVER.matches(host)) {
      put("registry.loginServer", host);
      put("registry.name", registryName(host));
      put("dnsAnswer.host", host);
    }
    Matcher other = OTHER_ENDPOINT.matcher(host);
    if (other.matches()) {
      put("registry.name", other.group(1));
    }
  }

  private void name(String id, String name) {
    if (id.startsWith("command-az-acr")
        || id.equals("az-registry-not-in-subscription")
        || id.equals("arm-registry-not-found")
        || id.equals("arm-acr-not-found")) {
      if (name.indexOf('.') >= 0) {
        host(name);
      } else {
        put("registry.name", name);
      }
    } else if (id.equals("kubelet-pull-secret-missing")) {
      put("pullSecret.name", name);
    } else if (id.startsWith("docker-credential-helper-")) {
      put("credentialHelper.name", name);
    }
  }

  private void scope(String scope) {
    Matcher matcher = SCOPE.matcher(scope.length() > 1000 ? "" : scope);
    if (matcher.matches()) {
      put("registry.subscription", matcher.group(1));
      put("registry.name", matcher.group(2));
    }
  }

  private void put(String name, String value) {
    if (value != null && !value.isBlank()) {
      values.putIfAbsent(name, value);
    }
  }
}
