package io.github.acrdoctor.facts;

/** Entries of a scope map, such as {@code repositories/team/*}{@code /content/read}. */
final class Scopes {
  private static final String PREFIX = "repositories/";

  private Scopes() {}

  static boolean covers(String entry, String repository, String action) {
    if (repository == null || action == null || !entry.startsWith(PREFIX)) {
      return false;
    }
    String suffix = "/" + action;
    if (!entry.endsWith(suffix) || entry.length() <= PREFIX.length() + suffix.length() - 1) {
      return false;
    }
    String pattern = entry.substring(PREFIX.length(), entry.length() - suffix.length());
    if (pattern.endsWith("*")) {
      return repository.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.equals(repository);
  }
}
