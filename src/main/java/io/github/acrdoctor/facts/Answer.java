package io.github.acrdoctor.facts;

import java.util.Locale;
import java.util.Optional;

/** A three-valued answer: what nobody looked at is {@link #UNKNOWN}, which is not {@link #NO}. */
public enum Answer {
  /** It is so. */
  YES,
  /** It is not so. */
  NO,
  /** Nobody knows. */
  UNKNOWN;

  /**
   * Turns a missing answer into {@link #UNKNOWN}.
   *
   * @param answer may be null
   * @return never null
   */
  public static Answer known(Answer answer) {
    return answer == null ? UNKNOWN : answer;
  }

  /**
   * Reads an answer as people and Azure write it: yes, no, true, false, Enabled, Disabled, unknown.
   *
   * @param text any case; not null
   * @return empty when it is none of these words
   */
  public static Optional<Answer> parse(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "enabled" -> Optional.of(YES);
      case "no", "false", "disabled" -> Optional.of(NO);
      case "unknown" -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }
}
