package io.github.acrdoctor.collect.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script that is called kubectl and answers as the real one does: what it was not told about does
 * not exist.
 */
final class FakeKubectl {
  private final Path folder;
  private final StringBuilder cases = new StringBuilder();
  private int answers;

  FakeKubectl(Path folder) {
    this.folder = folder;
  }

  /** Prints a text when its arguments start so. */
  FakeKubectl answers(String arguments, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("answer" + answers++), text);
    return does(arguments, "cat " + file);
  }

  /** Complains as kubectl does when the server refuses. */
  FakeKubectl refuses(String arguments, String reason, String message) {
    return does(
        arguments, "echo 'Error from server (" + reason + "): " + message + "' >&2; exit 1");
  }

  /** Never ends. */
  FakeKubectl hangs(String arguments) {
    return does(arguments, "sleep 60");
  }

  private FakeKubectl does(String arguments, String command) {
    cases.append("  '").append(arguments).append("'*) ").append(command).append(" ;;\n");
    return this;
  }

  /** Installs it. */
  String path() throws IOException {
    Path script = folder.resolve("kubectl");
    Files.writeString(
        script,
        "#!/bin/sh\ncase \"$*\" in\n"
            + cases
            + "  *--ignore-not-found*) ;;\n"
            + "  'config view'*) echo https://10.0.0.1:6443 ;;\n"
            + "  *) echo \"error: nothing is known about $*\" >&2; exit 1 ;;\nesac\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot make a script on this machine");
    }
    return folder + ":/usr/bin:/bin";
  }
}
