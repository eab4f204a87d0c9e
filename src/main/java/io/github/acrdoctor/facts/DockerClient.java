package io.github.acrdoctor.facts;

/**
 * The docker client program on the machine that fails.
 *
 * @param installed whether a client program is on the path
 * @param version what the client calls its own version; null when not known
 * @param apiVersion the engine API version the client speaks; null when not known
 * @param flavour docker, podman or nerdctl: what really answers to the name docker; null when not
 *     known
 */
@About(value = "The docker client program on the machine that fails.", from = "docker")
public record DockerClient(
    @About(value = "whether a client program is on the path", example = "yes") Answer installed,
    @About(value = "what the client calls its own version", example = "28.2.2") String version,
    @About(value = "the engine API version the client speaks", example = "1.50") String apiVersion,
    @About(
            value = "docker, podman or nerdctl: what really answers to the name docker",
            example = "docker",
            words = {"docker", "podman", "nerdctl"})
        String flavour)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public DockerClient {
    installed = Answer.known(installed);
  }

  /**
   * Whether the client's version is known and lower than another.
   *
   * @param other a dotted version, never null
   * @return false when the client's version is not known
   */
  public boolean olderThan(String other) {
    return Versions.older(version, other);
  }
}
