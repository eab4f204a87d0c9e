package io.github.acrdoctor.facts;

import java.time.Duration;
import java.time.Instant;

/** Questions about when something happened. */
final class Moments {
  private Moments() {}

  static boolean within(Instant event, Instant now, int minutes) {
    if (event == null || now == null || event.isAfter(now)) {
      return false;
    }
    return Duration.between(event, now).compareTo(Duration.ofMinutes(minutes)) <= 0;
  }
}
