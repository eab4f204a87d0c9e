package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Collection;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Progress;
import io.github.acrdoctor.collect.Reach;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.Trust;
import io.github.acrdoctor.collect.Web;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the collector against a stand-in, as the program does. */
final class Run {
  private final StandInAzure azure;
  private final Path folder;
  private final TestMachine machine;
  private String image;
  private String user;
  private String password;
  private String aks;
  private String workspace;
  private String registry = "contoso";
  private Duration limit = Duration.ofSeconds(5);
  private final List<Path> trusted = new ArrayList<>();
  final List<String> hosts = new ArrayList<>();

  Run(StandInAzure azure, Path folder) {
    this.azure = azure;
    this.folder = folder;
    this.machine = new TestMachine(folder);
  }

  TestMachine machine() {
    return machine;
  }

  /** The application of the environment signs in. */
  Run signedIn() {
    azure.environment().forEach(machine::variable);
    return this;
  }

  Run image(String given) {
    image = given;
    return this;
  }

  Run login(String name, String secret) {
    user = name;
    password = secret;
    return this;
  }

  Run aks(String given) {
    aks = given;
    return this;
  }

  Run workspace(String given) {
    workspace = given;
    return this;
  }

  Run registry(String given) {
    registry = given;
    return this;
  }

  Run trust(Path file) {
    trusted.add(file);
    return this;
  }

  Run limit(Duration given) {
    limit = given;
    return this;
  }

  Learnt learn() throws IOException {
    Machine built = machine.build();
    Reach reach = new Reach();
    reach.name("localhost");
    reach.metadata(okhttp3.HttpUrl.get(built.metadata()).host());
    trusted.add(azure.caFile(folder));
    Trust trust = Trust.of(trusted);
    Web web = new Web(built, trust, reach);
    Cloud cloud =
        Clouds.read("cloud.json", Files.readString(azure.cloudFile(folder, ".azurecr.io")));
    Target target = Target.of(registry, image, cloud);
    Context.Options options = new Context.Options(user, password, aks, workspace, null, List.of());
    Collection collection = new Collection(built.clock(), Duration.ofSeconds(60), Progress.NONE);
    Collected collected =
        collection.run(
            List.of(new AzureCollector(limit, Duration.ofSeconds(5))),
            null,
            found -> {
              var register =
                  new io.github.acrdoctor.collect.DataHosts(
                      host -> {
                        synchronized (hosts) {
                          hosts.add(host);
                        }
                      });
              return new Context(target, cloud, built, web, trust, options, register);
            });
    return new Learnt(collected);
  }

  /** What was learnt, with short questions. */
  record Learnt(Collected collected) {
    <T extends Fact> List<T> all(Class<T> kind) {
      return collected.facts().stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .collect(Collectors.toList());
    }

    <T extends Fact> T one(Class<T> kind) {
      List<T> all = all(kind);
      if (all.size() != 1) {
        throw new AssertionError(kind.getSimpleName() + ": " + all + " in " + collected);
      }
      return all.get(0);
    }

    List<NotCollected> missing(String fact) {
      return all(NotCollected.class).stream().filter(m -> m.fact().equals(fact)).toList();
    }

    String texts() {
      return collected.texts().toString();
    }

    /** Everything that leaves the collector. */
    String everything() {
      return collected.facts()
          + collected.texts().toString()
          + collected.asked().stream().map(Asked::toString).collect(Collectors.joining("\n"));
    }
  }
}
