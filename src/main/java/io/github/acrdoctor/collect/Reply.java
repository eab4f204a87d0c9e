package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import okhttp3.Headers;

/**
 * An answer over HTTP.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body its body, as far as it was read
 * @param complete whether the body was read to its end; a body beyond the limit is not
 * @param at when it came
 */
public record Reply(int status, Headers headers, String body, boolean complete, Instant at) {
  /**
   * A header.
   *
   * @param name its name
   * @return null when there is none
   */
  public String header(String name) {
    return headers.get(name);
  }

  /**
   * The body as JSON.
   *
   * @return a missing node when it is none, or not complete
   */
  public JsonNode json() {
    return complete ? Json.read(body) : Json.read("");
  }
}
