package io.github.acrdoctor.collect.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads how OpenSSL, and with it curl, prints the dates of certificates. */
final class Certificates {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy 'GMT'", Locale.ENGLISH);

  private Certificates() {}

  /**
   * Reads a date.
   *
   * @param text such as {@code Mar 1 00:00:00 2027 GMT}; null for none
   * @return null when it is none
   */
  static Instant date(String text) {
    try {
      return text == null
          ? null
          : LocalDateTime.parse(text.trim().replaceAll(" +", " "), DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
