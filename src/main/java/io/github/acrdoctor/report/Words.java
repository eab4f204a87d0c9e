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
