package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.TlsProbe;
import java.time.Instant;
import java.util.Locale;

/** Gathers what curl prints about a certificate, line by line. */
final class CurlCertificate {
  /** Host that it connected to; null when not known. */
  String host;

  /** Issuer of the certificate; null when not known. */
  String issuer;

  /** When it ends; null when not known. */
  Instant expires;

  /** Whether it is for the host. */
  boolean named;

  /** What curl found; null when it did not say. */
  Boolean trusted;

  /** Behind a proxy, curl connects to the proxy; the request says who is meant. */
  void name(CurlExchange exchange) {
    host = exchange.host() == null ? host : exchange.host();
  }

  void add(Found found) {
    if (issuer != null) {
      found.fact(
          new TlsProbe(
              host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""),
              trusted == null ? Answer.UNKNOWN : trusted ? Answer.YES : Answer.NO,
              issuer,
              Answer.UNKNOWN,
              named ? Answer.YES : Answer.UNKNOWN,
              Boolean.TRUE.equals(trusted) ? Answer.NO : Answer.UNKNOWN,
              "completed",
              expires));
    }
  }
}
