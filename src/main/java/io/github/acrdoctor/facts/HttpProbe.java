package io.github.acrdoctor.facts;

/**
 * A request to the registry and its answer.
 *
 * @param step challenge, anonymous-token, exchange, token, manifest, blob; null when not known
 * @param host host that was asked; null when not known
 * @param status HTTP status; null when not known
 * @param code error code in the body; null when not known
 * @param viaProxy whether a proxy wrote the answer
 * @param registryAnswer whether the answer has the marks of an Azure registry
 * @param result answered, timeout, reset, refused, closed, malformed, too-large or redirect; null
 *     when not known
 * @param retryAfter seconds that the answer asks to wait; null when it does not
 */
@About(value = "A request to the registry and its answer.", from = "registry")
public record HttpProbe(
    @About(
            value = "challenge, anonymous-token, exchange, token, manifest, blob",
            example = "anonymous-token",
            words = {"challenge", "anonymous-token", "exchange", "token", "manifest", "blob"})
        String step,
    @About(value = "host that was asked", example = "contoso.azurecr.io") String host,
    @About(value = "HTTP status", example = "403") Integer status,
    @About(value = "error code in the body", example = "DENIED") String code,
    @About(value = "whether a proxy wrote the answer", example = "no") Answer viaProxy,
    @About(value = "whether the answer has the marks of an Azure registry", example = "yes")
        Answer registryAnswer,
    @About(
            value = "answered, timeout, reset, refused, closed, malformed, too-large or redirect",
            example = "timeout",
            words = {
              "answered",
              "timeout",
              "reset",
              "refused",
              "closed",
              "malformed",
              "too-large",
              "redirect"
            })
        String result,
    @About(value = "seconds that the answer asks to wait", example = "30") Integer retryAfter)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public HttpProbe {
    viaProxy = Answer.known(viaProxy);
    registryAnswer = Answer.known(registryAnswer);
  }
}
