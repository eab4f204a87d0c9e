package io.github.acrdoctor.facts;

/**
 * The docker engine that the client talks to.
 *
 * @param reachable whether the engine answers
 * @param permitted whether this user may use the socket or pipe
 * @param version version of the engine; null when not known
 * @param minApiVersion oldest engine API version that the engine accepts; null when not known
 * @param context name of the docker context in use; null when not known
 * @param endpoint socket, pipe or address; null when not known
 * @param desktop whether Docker Desktop runs the engine
 * @param signatureVerification whether the host only runs signed images
 */
@About(value = "The docker engine that the client talks to.", from = "docker")
public record DockerDaemon(
    @About(value = "whether the engine answers", example = "no") Answer reachable,
    @About(value = "whether this user may use the socket or pipe", example = "yes")
        Answer permitted,
    @About(value = "version of the engine", example = "28.2.2") String version,
    @About(value = "oldest engine API version that the engine accepts", example = "1.24")
        String minApiVersion,
    @About(value = "name of the docker context in use", example = "default") String context,
    @About(value = "socket, pipe or address", example = "unix:///var/run/docker.sock")
        String endpoint,
    @About(value = "whether Docker Desktop runs the engine", example = "no") Answer desktop,
    @About(value = "whether the host only runs signed images", example = "no")
        Answer signatureVerification)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public DockerDaemon {
    reachable = Answer.known(reachable);
    permitted = Answer.known(permitted);
    desktop = Answer.known(desktop);
    signatureVerification = Answer.known(signatureVerification);
  }
}
