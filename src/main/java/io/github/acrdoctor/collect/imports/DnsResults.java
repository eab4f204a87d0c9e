package io.github.acrdoctor.collect.imports;

import java.util.Locale;

/**
 * What facts call the response code of a resolver.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6895#section-2.3">DNS response codes</a>
 */
final class DnsResults {
  private DnsResults() {}

  /**
   * The word for a response code.
   *
   * @param code its name, or what Windows calls it
   * @return null when facts have no word for it
   */
  static String word(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "NOERROR" -> "ok";
      case "NXDOMAIN", "NON-EXISTENT DOMAIN" -> "nxdomain";
      case "SERVFAIL", "SERVER FAILED" -> "servfail";
      case "REFUSED", "QUERY REFUSED" -> "refused";
      default -> null;
    };
  }
}
