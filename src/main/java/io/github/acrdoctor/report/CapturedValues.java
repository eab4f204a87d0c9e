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
import java.util.function.Function;

/**
 * What the texts of a case say about registry, image and identity, by the name of the placeholder.
 * A wrong value in a command does harm: a capture whose name does not make sure what it is (the
 * address in a timeout is the registry's, the address in a refusal the client's) counts only where
 * its symptom says which placeholder it fills.
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

  /** What a capture is by its name alone. */
  private static final Map<String, String> USUAL =
      Map.of(
          "repository", "image.repository",
          "tag", "image.tag",
          "user", "identity.name",
          "tenant", "identity.tenantId");

  private final Map<String, String> values = new HashMap<>();

  private CapturedValues() {}

  /**
   * Collects the values.
   *
   * @param facts facts of the case, symptoms among them
   * @param fills for the id of a symptom, the placeholders its captures are right for
   * @return by the name of the placeholder
   */
  static Map<String, String> of(List<Fact> facts, Function<String, Map<String, String>> fills) {
    CapturedValues captured = new CapturedValues();
    for (Fact fact : facts) {
      if (fact instanceof Attempt attempt) {
        captured.attempt(attempt);
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof Symptom symptom) {
        captured.symptom(symptom, fills.apply(symptom.id()));
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

  private void symptom(Symptom symptom, Map<String, String> fills) {
    symptom
        .captures()
        .forEach(
            (capture, value) -> {
              String placeholder = fills.getOrDefault(capture, USUAL.getOrDefault(capture, ""));
              if (placeholder.equals("registry.name") && value.indexOf('.') >= 0) {
                host(value);
              } else if (placeholder.equals("dnsAnswer.host")) {
                host(value);
                String host = value.toLowerCase(Locale.ROOT);
                put(placeholder, HOST.matches(host) ? host : null);
              } else if (!placeholder.isEmpty()) {
                put(placeholder, value);
              }
            });
    host(symptom.host());
    if (!fills.containsKey("subscription") && GUID.matches(symptom.subscription())) {
      put("registry.subscription", symptom.subscription());
    }
    scope(symptom.scope());
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
