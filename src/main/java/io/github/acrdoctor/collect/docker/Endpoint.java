package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.facts.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where docker looks for its engine.
 *
 * @param context name of the context in use
 * @param address socket, pipe or address, without a password; null when the context does not say
 * @see <a href="https://docs.docker.com/engine/manage-resources/contexts/">contexts</a>
 */
record Endpoint(String context, String address) {
  private static final String USUAL = "default";
  private static final String SOCKET = "unix://";
  private static final int LARGEST = 1 << 16;

  /**
   * Finds it as docker does: the environment first, then the configuration.
   *
   * @param machine the machine
   * @param config docker's configuration
   * @return never null
   */
  static Endpoint of(Machine machine, DockerConfigFile config) {
    String named = machine.variable("DOCKER_HOST");
    if (named != null) {
      return new Endpoint(USUAL, withoutPassword(named));
    }
    String chosen = machine.variable("DOCKER_CONTEXT");
    String context = chosen == null ? config.context() : chosen;
    if (context == null || context.equals(USUAL)) {
      return new Endpoint(
          USUAL,
          machine.isWindows() ? "npipe:////./pipe/docker_engine" : SOCKET + "/var/run/docker.sock");
    }
    return new Endpoint(context, withoutPassword(described(machine, context)));
  }

  private static String described(Machine machine, String context) {
    Path folder = ConfigPlaces.dockerFolder(machine);
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(Path.of("contexts", "meta", hash(context), "meta.json"));
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
      return Json.text(Json.read(text).path("Endpoints").path("docker").path("Host"));
    } catch (IOException e) {
      return null;
    }
  }

  private static String hash(String context) {
    try {
      byte[] bytes = context.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String withoutPassword(String address) {
    return address == null ? null : address.replaceFirst("//([^/@:]*):[^/@]*@", "//$1@");
  }

  /**
   * The file of the socket.
   *
   * @return null when it is no socket of this machine
   */
  Path socket() {
    try {
      return address != null && address.startsWith(SOCKET)
          ? Path.of(address.substring(SOCKET.length()))
          : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * Whether this user may use the socket.
   *
   * @return unknown when there is no socket to look at
   */
  Answer permitted() {
    Path socket = socket();
    if (socket == null || Files.notExists(socket)) {
      return Answer.UNKNOWN;
    }
    // One that neither exists nor does not lies in a folder that is closed to this user.
    boolean open = Files.exists(socket) && Files.isReadable(socket) && Files.isWritable(socket);
    return open ? Answer.YES : Answer.NO;
  }

  /** Whether the place alone shows that Docker Desktop runs the engine. */
  boolean isOfDesktop() {
    return context.equals("desktop-linux")
        || (address != null
            && (address.contains("/.docker/desktop/") || address.contains("/dockerDesktop")));
  }
}
