package io.github.acrdoctor.facts;

import java.util.Map;
import java.util.TreeMap;

/**
 * A recognised message or observation in a text.
 *
 * @param id id of the symptom in {@code rules/symptoms}; never null
 * @param source name of the text it was found in; null when given by hand
 * @param line line of the text, from 1; 0 when given by hand
 * @param start offset of the first matched character in the text
 * @param end offset behind the last matched character
 * @param count how often it was found in that text, at least 1
 * @param captures values taken out of the text, by name (see {@link Capture}); never null
 */
@About(value = "A recognised message or observation in a text.", from = "texts")
public record Symptom(
    @About(value = "id of the symptom in rules/symptoms", example = "entra-client-secret-expired")
        String id,
    @About(value = "name of the text it was found in", example = "terminal") String source,
    @About(value = "line of the text, from 1", example = "1") int line,
    @About(value = "offset of the first matched character", example = "0") int start,
    @About(value = "offset behind the last matched character", example = "42") int end,
    @About(value = "how often it was found", example = "1") int count,
    @About(value = "values taken out of the text, by name", example = "{status: 403}")
        Map<String, String> captures)
    implements Fact {

  /** Captures are kept in alphabetical order, so that reports are repeatable. */
  public Symptom {
    captures =
        captures == null
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new TreeMap<>(captures));
    count = Math.max(1, count);
  }

  /**
   * A captured value.
   *
   * @param name name of the capture
   * @return the empty string when the text did not hold it
   */
  public String capture(String name) {
    return captures.getOrDefault(name, "");
  }

  /**
   * Captured registry host named in the text.
   *
   * @return the empty string when the text did not hold it
   */
  public String host() {
    return capture("host");
  }

  /**
   * Captured IP address named in the text.
   *
   * @return the empty string when the text did not hold it
   */
  public String ip() {
    return capture("ip");
  }

  /**
   * Captured HTTP status.
   *
   * @return the empty string when the text did not hold it
   */
  public String status() {
    return capture("status");
  }

  /**
   * Captured error code.
   *
   * @return the empty string when the text did not hold it
   */
  public String code() {
    return capture("code");
  }

  /**
   * Captured action that was refused.
   *
   * @return the empty string when the text did not hold it
   */
  public String action() {
    return capture("action");
  }

  /**
   * Captured repository.
   *
   * @return the empty string when the text did not hold it
   */
  public String repository() {
    return capture("repository");
  }

  /**
   * Captured tag.
   *
   * @return the empty string when the text did not hold it
   */
  public String tag() {
    return capture("tag");
  }

  /**
   * Captured user or client that was refused.
   *
   * @return the empty string when the text did not hold it
   */
  public String user() {
    return capture("user");
  }

  /**
   * Captured tenant.
   *
   * @return the empty string when the text did not hold it
   */
  public String tenant() {
    return capture("tenant");
  }

  /**
   * Captured DNS resolver.
   *
   * @return the empty string when the text did not hold it
   */
  public String resolver() {
    return capture("resolver");
  }

  /**
   * Captured socket, pipe or address.
   *
   * @return the empty string when the text did not hold it
   */
  public String endpoint() {
    return capture("endpoint");
  }

  /**
   * Captured name of a helper, secret, rule or other thing.
   *
   * @return the empty string when the text did not hold it
   */
  public String name() {
    return capture("name");
  }

  /**
   * Captured subscription.
   *
   * @return the empty string when the text did not hold it
   */
  public String subscription() {
    return capture("subscription");
  }

  /**
   * Captured version.
   *
   * @return the empty string when the text did not hold it
   */
  public String version() {
    return capture("version");
  }

  /**
   * Captured resource id.
   *
   * @return the empty string when the text did not hold it
   */
  public String scope() {
    return capture("scope");
  }
}
