package io.github.acrdoctor.facts;

/**
 * A rule by which the registry fetches images from another one.
 *
 * @param repository repository in the registry; null when not known
 * @param upstream repository it is fetched from; null when not known
 * @param credentialHealthy whether the credential set for the other registry can be used
 */
@About(value = "A rule by which the registry fetches images from another one.", from = "azure")
public record CacheRule(
    @About(value = "repository in the registry", example = "cache/nginx") String repository,
    @About(value = "repository it is fetched from", example = "docker.io/library/nginx")
        String upstream,
    @About(value = "whether the credential set for the other registry can be used", example = "no")
        Answer credentialHealthy)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public CacheRule {
    credentialHealthy = Answer.known(credentialHealthy);
  }
}
