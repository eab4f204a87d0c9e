package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Machine;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where docker and podman look for their files.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/#configuration-files">docker</a>
 * @see <a
 *     href="https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md">podman</a>
 */
final class ConfigPlaces {
  private ConfigPlaces() {}

  /**
   * The folder of docker's configuration.
   *
   * @param machine the machine
   * @return null when the user has no home
   */
  static Path dockerFolder(Machine machine) {
    String named = machine.variable("DOCKER_CONFIG");
    if (named != null) {
      return path(named);
    }
    String home = machine.variable(machine.isWindows() ? "USERPROFILE" : "HOME");
    if (home != null) {
      return path(home, ".docker");
    }
    return machine.home() == null ? null : machine.home().resolve(".docker");
  }

  /**
   * Docker's configuration file.
   *
   * @param machine the machine
   * @return null when the user has no home
   */
  static Path dockerFile(Machine machine) {
    Path folder = dockerFolder(machine);
    return folder == null ? null : folder.resolve("config.json");
  }

  /**
   * The files in which podman and its kin keep logins, the one that wins first.
   *
   * @param machine the machine
   * @return may be empty
   */
  static List<Path> podmanFiles(Machine machine) {
    List<Path> files = new ArrayList<>();
    String named = machine.variable("REGISTRY_AUTH_FILE");
    String runtime = machine.variable("XDG_RUNTIME_DIR");
    if (named != null && path(named) != null) {
      files.add(path(named));
    }
    if (runtime != null && path(runtime) != null) {
      files.add(path(runtime, "containers", "auth.json"));
    }
    if (machine.home() != null) {
      files.add(machine.home().resolve(Path.of(".config", "containers", "auth.json")));
    }
    return files;
  }

  private static Path path(String first, String... more) {
    try {
      return Path.of(first, more);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
