package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * A TLS handshake with a host.
 *
 * @param host host that was tried; null when not known
 * @param trusted whether the certificate chain is trusted on this machine
 * @param signedBy issuer of the certificate; null when not known
 * @param intercepted whether the issuer is not one that Azure uses
 * @param nameMatches whether the certificate is for this host
 * @param expired whether the certificate is outside its dates
 * @param result completed, timeout, reset, closed or refused: how the handshake went; null when not
 *     known
 * @param expiresAt when the certificate ends; null when not known
 */
@About(value = "A TLS handshake with a host.", from = "network")
public record TlsProbe(
    @About(value = "host that was tried", example = "contoso.azurecr.io") String host,
    @About(value = "whether the certificate chain is trusted on this machine", example = "no")
        Answer trusted,
    @About(value = "issuer of the certificate", example = "CN=Contoso Proxy CA") String signedBy,
    @About(value = "whether the issuer is not one that Azure uses", example = "yes")
        Answer intercepted,
    @About(value = "whether the certificate is for this host", example = "yes") Answer nameMatches,
    @About(value = "whether the certificate is outside its dates", example = "no") Answer expired,
    @About(
            value = "completed, timeout, reset, closed or refused: how the handshake went",
            example = "completed",
            words = {"completed", "timeout", "reset", "closed", "refused"})
        String result,
    @About(value = "when the certificate ends", example = "2027-03-01T00:00:00Z") Instant expiresAt)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public TlsProbe {
    trusted = Answer.known(trusted);
    intercepted = Answer.known(intercepted);
    nameMatches = Answer.known(nameMatches);
    expired = Answer.known(expired);
  }
}
