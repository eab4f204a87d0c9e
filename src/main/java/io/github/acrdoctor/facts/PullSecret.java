package io.github.acrdoctor.facts;

/**
 * A Kubernetes secret that holds registry credentials.
 *
 * @param name name of the secret; null when not known
 * @param namespace namespace of the failing pod; null when not known
 * @param exists whether it exists in that namespace
 * @param coversRegistry whether one of its entries is for this registry
 * @param valid whether its credentials are accepted
 */
@About(value = "A Kubernetes secret that holds registry credentials.", from = "kubernetes")
public record PullSecret(
    @About(value = "name of the secret", example = "acr-secret") String name,
    @About(value = "namespace of the failing pod", example = "payments") String namespace,
    @About(value = "whether it exists in that namespace", example = "no") Answer exists,
    @About(value = "whether one of its entries is for this registry", example = "yes")
        Answer coversRegistry,
    @About(value = "whether its credentials are accepted", example = "no") Answer valid)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public PullSecret {
    exists = Answer.known(exists);
    coversRegistry = Answer.known(coversRegistry);
    valid = Answer.known(valid);
  }
}
