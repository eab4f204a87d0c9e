package io.github.acrdoctor.facts;

/**
 * The configuration file of the docker client, of the user who runs the command.
 *
 * @param path where the file lies; null when not known
 * @param readable whether the file parses and may be read
 * @param credentialStore value of credsStore; null when not known
 */
@About(
    value = "The configuration file of the docker client, of the user who runs the command.",
    from = "docker")
public record DockerConfig(
    @About(value = "where the file lies", example = "/home/dana/.docker/config.json") String path,
    @About(value = "whether the file parses and may be read", example = "yes") Answer readable,
    @About(value = "value of credsStore", example = "desktop") String credentialStore)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public DockerConfig {
    readable = Answer.known(readable);
  }
}
