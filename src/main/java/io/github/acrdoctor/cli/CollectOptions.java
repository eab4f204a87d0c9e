package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.imports.Folder;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is collected, where, as whom and for how long. */
final class CollectOptions {
  private static final int LONGEST_PASSWORD = 1 << 16;

  @Parameters(
      paramLabel = "REGISTRY",
      description = "Name, login server or resource id of the registry, or an image in it.")
  private String registry;

  @Option(
      names = "--image",
      paramLabel = "REPO[:TAG]",
      description = "Also try to reach this image, and say what the credentials may do with it.")
  private String image;

  @Option(
      names = "--cloud",
      paramLabel = "NAME|FILE",
      description =
          "AzureCloud, AzureChinaCloud, AzureUSGovernment, or a file with the output of"
              + " az cloud show -o json (default: by the registry's suffix).")
  private String cloud;

  @Option(
      names = "--only",
      paramLabel = "COLLECTOR",
      split = ",",
      description = "Only these of docker, network, registry, azure, kubernetes.")
  private List<String> only = List.of();

  @Option(names = "--skip", paramLabel = "COLLECTOR", split = ",", description = "All but these.")
  private List<String> skip = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = Durations.class,
      description = "No collector takes longer (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Also trust these certificates (PEM). SSL_CERT_FILE is read as well.")
  private List<Path> authorities = List.of();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Log in to the registry with this user, instead of what docker has stored.")
  private String user;

  @Option(
      names = "--password-stdin",
      description = "Read the password of --user from standard input.")
  private boolean passwordFromInput;

  @Option(
      names = "--aks",
      paramLabel = "NAME",
      description = "Also look whether this AKS cluster may pull from the registry.")
  private String aks;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "Also read the registry's login log in this Log Analytics workspace.")
  private String workspace;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Look at the pods of this Kubernetes namespace only.")
  private String namespace;

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "Also read what a customer sent: files or folders with the output of az, docker,"
              + " kubectl, dig …")
  private List<Path> from = List.of();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE|-",
      description = "Also read what was printed where it failed.")
  private List<String> files = List.of();

  Cloud cloud() {
    if (cloud == null) {
      return Clouds.ofRegistry(registry);
    }
    Cloud known = Clouds.named(cloud);
    if (known != null) {
      return known;
    }
    Path file = Path.of(cloud);
    if (!Files.exists(file)) {
      throw new InputException(
          "--cloud", "there is no cloud or file " + cloud, Clouds.advice(cloud));
    }
    return Clouds.read(cloud, TextDecoder.decode(cloud, CaseInput.bytes(file)));
  }

  /** The cloud whose addresses come from the person who runs this; null for one of Azure's. */
  Cloud ownCloud(Cloud where) {
    return cloud != null && Clouds.named(cloud) == null ? where : null;
  }

  Target target(Cloud where) {
    return Target.of(registry, image, where);
  }

  Duration timeout() {
    return timeout;
  }

  /** Files with certificates to trust, those of the environment included. */
  List<Path> authorities(Machine machine) {
    List<Path> all = new ArrayList<>(authorities);
    String named = machine.variable("SSL_CERT_FILE");
    if (named != null && Files.isReadable(Path.of(named))) {
      all.add(Path.of(named));
    }
    return all;
  }

  String user() {
    return user;
  }

  String aks() {
    return aks;
  }

  String workspace() {
    return workspace;
  }

  String namespace() {
    return namespace;
  }

  /** What a customer sent. */
  Collected sent() {
    Target about = target(cloud());
    Collected all = Collected.NOTHING;
    for (Path path : from) {
      all = all.and(Folder.read(path, about));
    }
    return all;
  }

  List<String> files() {
    return files;
  }

  /** The collectors to run, in their order. */
  Set<String> chosen() {
    Set<String> chosen = new TreeSet<>(only.isEmpty() ? Collectors.NAMES : checked("--only", only));
    chosen.removeAll(checked("--skip", skip));
    if (chosen.isEmpty()) {
      throw new InputException("--skip", "leaves no collector", "there are " + Collectors.NAMES);
    }
    return chosen;
  }

  private static List<String> checked(String option, List<String> names) {
    for (String name : names) {
      if (!Collectors.NAMES.contains(name)) {
        throw new InputException(
            option, "there is no collector " + name, Nearest.advice(name, Collectors.NAMES));
      }
    }
    return names;
  }

  /** The password, read from standard input: on a command line others could read it. */
  String password(InputStream in) {
    if (passwordFromInput && user == null) {
      throw new InputException("--password-stdin", "comes without --user", "name the user");
    }
    if (user != null && !passwordFromInput) {
      throw new InputException(
          "--user",
          "comes without a password",
          "add --password-stdin and send the password to standard input");
    }
    if (!passwordFromInput) {
      return null;
    }
    if (files.contains("-")) {
      throw new InputException("-f -", "standard input already holds the password", "");
    }
    try {
      byte[] bytes = in.readNBytes(LONGEST_PASSWORD);
      return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R$", "");
    } catch (IOException e) {
      throw new InputException("standard input", "cannot be read: " + e.getMessage(), "");
    }
  }
}
