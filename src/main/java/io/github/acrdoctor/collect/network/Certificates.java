package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.TlsProbe;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Judges the certificates that a server showed. */
final class Certificates {
  private final Context context;

  /**
   * A judge.
   *
   * @param context names the time, what is trusted, and who signs the certificates of Azure
   */
  Certificates(Context context) {
    this.context = context;
  }

  /**
   * Judges a handshake.
   *
   * @param host the host it was with
   * @param handshake how it went
   * @return what is known of its certificates; all unknown when none was shown
   */
  TlsProbe judge(String host, Handshake handshake) {
    List<X509Certificate> chain = handshake.chain();
    if (chain.isEmpty()) {
      return new TlsProbe(host, null, null, null, null, null, handshake.result(), null);
    }
    X509Certificate own = chain.get(0);
    return new TlsProbe(
        host,
        answer(context.trust().trusts(chain)),
        signedBy(own.getIssuerX500Principal()),
        answer(!isGenuine(chain)),
        answer(handshake.nameMatches()),
        answer(isExpired(own)),
        handshake.result(),
        own.getNotAfter().toInstant());
  }

  private static Answer answer(boolean yes) {
    return yes ? Answer.YES : Answer.NO;
  }

  /** Signed by one of those who sign for Azure, or by somebody the user vouches for. */
  private boolean isGenuine(List<X509Certificate> chain) {
    return context.trust().trustsByName(chain)
        || chain.stream()
            .map(one -> one.getIssuerX500Principal().getName().toLowerCase(Locale.ROOT))
            .anyMatch(
                issuer ->
                    context.options().issuers().stream()
                        .map(known -> known.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(known -> !known.isEmpty() && issuer.contains(known)));
  }

  private boolean isExpired(X509Certificate certificate) {
    Instant now = context.machine().clock().instant();
    return now.isBefore(certificate.getNotBefore().toInstant())
        || now.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Common name and organisation; the whole name when it has neither. */
  private static String signedBy(X500Principal issuer) {
    String whole = issuer.getName(X500Principal.RFC2253);
    try {
      List<Rdn> parted = new ArrayList<>(new LdapName(whole).getRdns());
      Collections.reverse(parted);
      String parts =
          parted.stream()
              .filter(part -> part.getType().matches("(?i)CN|O"))
              .map(part -> part.getType() + "=" + part.getValue())
              .collect(Collectors.joining(", "));
      return parts.isEmpty() ? whole : parts;
    } catch (InvalidNameException e) {
      return whole;
    }
  }
}
