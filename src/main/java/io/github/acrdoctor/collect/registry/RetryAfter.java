package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * How long an answer asks to wait.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">Retry-After</a>
 */
final class RetryAfter {
  private RetryAfter() {}

  /**
   * Reads the header, in either of its forms.
   *
   * @param reply an answer
   * @return seconds, not negative; null when it does not say
   */
  static Integer seconds(Reply reply) {
    String written = reply.header("Retry-After");
    if (written == null) {
      return null;
    }
    if (written.trim().matches("\\d{1,8}")) {
      return Integer.valueOf(written.trim());
    }
    Date until = reply.headers().getDate("Retry-After");
    Date since = reply.headers().getDate("Date");
    if (until == null) {
      return null;
    }
    Instant now = since == null ? reply.at() : since.toInstant();
    long seconds = Duration.between(now, until.toInstant()).toSeconds();
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, seconds));
  }
}
