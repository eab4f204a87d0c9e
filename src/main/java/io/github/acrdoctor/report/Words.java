package io.github.acrdoctor.report;

/** How sure a probability is, in words. */
final class Words {
  private Words() {}

  static String of(double probability) {
    if (probability >= 0.9) {
      return "almost certain";
    }
    if (probability >= 0.7) {
      return "very likely";
    }
    if (probability >= 0.5) {
      return "likely";
    }
    return probability >= 0.2 ? "possible" : "less likely";
  }

  /** Whether a hop works, in a word. */
  static String of(HopLine hop) {
    return switch (hop.state()) {
      case "good" -> "ok";
      case "passed" -> "(ok)";
      case "bad" -> "FAILS";
      default -> "?";
    };
  }

  /** A hop with what shows its state. */
  static String named(HopLine hop) {
    if (hop.because().isEmpty()) {
      return hop.title() + " (a later hop was reached)";
    }
    return hop.title() + " (" + hop.because() + ")";
  }

  /** What an answer leads to. */
  static String of(Report.Effect effect) {
    return effect.answer()
        + " → "
        + (effect.cause() == null
            ? "none of these"
            : effect.cause() + ", " + percent(effect.probability()));
  }

  static String percent(double probability) {
    long rounded = Math.round(100 * probability);
    return (rounded >= 100 ? "over 99" : rounded < 1 ? "under 1" : Long.toString(rounded)) + " %";
  }

  /** Whether an address may become a link. */
  static boolean isWebAddress(String url) {
    return url.startsWith("https://")
        && url.chars().allMatch(c -> c > ' ' && c < 127 && "<>\"'`()\\".indexOf(c) < 0);
  }
}
