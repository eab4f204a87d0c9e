package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.Answer;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The logins that this user keeps for registries, found as docker and podman find them. */
public final class StoredLogins {
  private final Machine machine;
  private final DockerConfigFile docker;
  private final DockerConfigFile variable;
  private final List<DockerConfigFile> podman;

  private StoredLogins(Machine machine) {
    this.machine = machine;
    this.docker = DockerConfigFile.read(ConfigPlaces.dockerFile(machine));
    this.variable = DockerConfigFile.parse(null, machine.variable("DOCKER_AUTH_CONFIG"));
    this.podman = ConfigPlaces.podmanFiles(machine).stream().map(DockerConfigFile::read).toList();
  }

  /**
   * Reads the files of a machine.
   *
   * @param machine the machine
   * @return never null
   */
  public static StoredLogins of(Machine machine) {
    return new StoredLogins(machine);
  }

  /** Docker's own configuration. */
  DockerConfigFile docker() {
    return docker;
  }

  /**
   * The login that a client would use for a registry. Asks the credential helper for it, when one
   * is configured.
   *
   * @param host registry host, with a port when it is not 443
   * @param notebook takes what is asked
   * @return null when there is none
   * @throws InterruptedIOException when this thread is stopped while a helper runs
   */
  public StoredCredential of(String host, Notebook notebook) throws InterruptedIOException {
    StoredCredential fixed = first(Stream.of(variable), host);
    if (fixed != null) {
      return fixed;
    }
    String helper = helper(host);
    StoredCredential kept =
        helper == null
            ? first(Stream.of(docker), host)
            : new CredentialProgram(machine, notebook, helper).get(host);
    return kept == null ? first(podman.stream(), host) : kept;
  }

  /**
   * Whether the files name a login for a registry, without asking a helper for it.
   *
   * @param host registry host, with a port when it is not 443
   * @return true also when a helper keeps logins, and nobody knows which
   */
  public boolean mention(String host) {
    return helper(host) != null
        || first(Stream.concat(Stream.of(variable, docker), podman.stream()), host) != null;
  }

  private static StoredCredential first(Stream<DockerConfigFile> files, String host) {
    return files
        .flatMap(file -> file.logins().stream())
        .filter(login -> login.registry().equals(host))
        .findFirst()
        .orElse(null);
  }

  /** The logins that lie in files, but for those that docker asks a helper for. */
  List<StoredCredential> inFiles() {
    Stream<StoredCredential> ofDocker =
        docker.logins().stream().filter(login -> helper(login.registry()) == null);
    Stream<StoredCredential> others =
        Stream.concat(Stream.of(variable), podman.stream()).flatMap(file -> file.logins().stream());
    return Stream.concat(ofDocker, others).toList();
  }

  /**
   * The helper that docker asks for a host: the configured one; without any configuration the one
   * that is usual on this system, when it is there.
   *
   * @param host registry host
   * @return null for none
   */
  String helper(String host) {
    if (docker.names() || docker.readable() != Answer.YES) {
      return docker.helper(host);
    }
    String usual = usual();
    return machine.programs().find("docker-credential-" + usual) == null ? null : usual;
  }

  private String usual() {
    if (machine.isWindows()) {
      return "wincred";
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return "osxkeychain";
    }
    return machine.programs().find("pass") == null ? "secretservice" : "pass";
  }
}
