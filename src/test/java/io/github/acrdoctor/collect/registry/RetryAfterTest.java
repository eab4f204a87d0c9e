package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Reply;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static Integer seconds(Headers headers) {
    Reply reply = new Reply(429, headers, "", true, Instant.parse("2026-11-24T10:00:00Z"));
    return RetryAfter.seconds(reply);
  }

  @ParameterizedTest
  @CsvSource({"30,30", "' 7 ',7", "soon,", "-5,", "99999999999,"})
  void secondsAreTakenAsWritten(String written, Integer expected) {
    assertThat(seconds(Headers.of("Retry-After", written.trim()))).isEqualTo(expected);
  }

  @Test
  void aMomentCountsFromTheServersOwnClock() {
    Headers headers =
        Headers.of(
            "Retry-After",
            "Tue, 24 Nov 2026 09:00:40 GMT",
            "Date",
            "Tue, 24 Nov 2026 09:00:00 GMT");
    assertThat(seconds(headers)).isEqualTo(40);
  }

  @Test
  void aMomentInThePastIsNow() {
    assertThat(seconds(Headers.of("Retry-After", "Tue, 24 Nov 2026 09:00:00 GMT"))).isZero();
    assertThat(seconds(Headers.of())).isNull();
  }
}
