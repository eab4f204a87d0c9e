package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;

/** Why somebody got no token. */
final class NoToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String answer;
  private final boolean silent;

  /**
   * A failure.
   *
   * @param source who was asked
   * @param reason in plain words
   * @param answer the refusal; null when it was none
   */
  NoToken(String source, String reason, String answer) {
    this(source, reason, answer, false);
  }

  private NoToken(String source, String reason, String answer, boolean silent) {
    super(reason);
    this.source = source;
    this.answer = answer;
    this.silent = silent;
  }

  /** A failure because whoever was asked gave no answer. */
  static NoToken silence(String source, String reason) {
    return new NoToken(source, reason, null, true);
  }

  boolean isSilence() {
    return silent;
  }

  String source() {
    return source;
  }

  boolean wasRefused() {
    return answer != null;
  }

  /** The refusal, in words where it has any; empty when it was none. */
  String said() {
    String words = Json.text(Json.read(answer).path("error_description"));
    return words != null ? words : answer == null ? "" : answer;
  }

  /**
   * Whether the credential itself was refused, and not its use.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>
   */
  boolean refusesCredential() {
    JsonNode error = Json.read(answer).path("error");
    return error.asText().equals("invalid_client");
  }
}
