package io.github.acrdoctor.report;

import java.time.Duration;
import java.time.Instant;

/** Times as a person thinks of them: from now. */
final class Times {
  private Times() {}

  /** For instance {@code 3 days ago} or {@code in 6 minutes}. */
  static String fromNow(Instant moment, Instant now) {
    String length = length(Duration.between(moment, now).abs());
    return moment.isAfter(now) ? "in " + length : length + " ago";
  }

  private static String length(Duration duration) {
    long minutes = (duration.toSeconds() + 30) / 60;
    if (minutes < 120) {
      return many(Math.max(1, minutes), "minute");
    }
    long hours = (minutes + 30) / 60;
    return hours < 48 ? many(hours, "hour") : many((hours + 12) / 24, "day");
  }

  private static String many(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
