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
 */
@About(value = "A request to the registry and its answer.", from = "registry")
public record HttpProbe(
    @About(
            value = "challenge, anonymous-token, exchange, token, manifest, blob",
            example = "anonymous-token")
        String step,
    @About(value = "host that was asked", example = "contoso.azurecr.io") String host,
    @About(value = "HTTP status", example = "403") Integer status,
    @About(value = "error code in the body", example = "DENIED") String code,
    @About(value = "whether a proxy wrote the answer", example = "no") Answer viaProxy,
    @About(value = "whether the answer has the marks of an Azure registry", example = "yes")
        Answer registryAnswer)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public HttpProbe {
    viaProxy = Answer.known(viaProxy);
    registryAnswer = Answer.known(registryAnswer);
  }
}
