package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Collection;
import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.DataHosts;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Progress;
import io.github.acrdoctor.collect.Reach;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.Trust;
import io.github.acrdoctor.collect.Web;
import io.github.acrdoctor.facts.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs one collector on a machine for tests. */
public final class Collecting {
  private final Machine machine;
  private final Target target;
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private List<Path> certificates = List.of();
  private String user;
  private String password;

  public Collecting(Machine machine, String registry, String image) {
    this.machine = machine;
    this.target = Target.of(registry, image, Clouds.named("AzureCloud"));
  }

  public Collecting trusting(Path certificate) {
    certificates = List.of(certificate);
    return this;
  }

  public Collecting as(String name, String secret) {
    user = name;
    password = secret;
    return this;
  }

  /** The hosts that layers come from, as far as they were named. */
  public List<String> hosts() {
    return hosts;
  }

  public Context context() {
    return context(new DataHosts(hosts::add));
  }

  private Context context(DataHosts data) {
    Cloud cloud = Clouds.named("AzureCloud");
    Reach reach = new Reach();
    reach.name(target.host());
    Trust trust = Trust.of(certificates);
    return new Context(
        target,
        cloud,
        machine,
        new Web(machine, trust, reach),
        trust,
        new Context.Options(user, password, null, null, null, List.of()),
        data);
  }

  public Collected run(Collector collector) {
    return new Collection(machine.clock(), Duration.ofSeconds(60), Progress.NONE)
        .run(List.of(collector), null, data -> context());
  }

  /** Runs something that is no collector of its own. */
  public Collected run(java.util.function.BiConsumer<Context, Notebook> work) {
    return run(
        new Collector() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public Duration deadline() {
            return Duration.ofSeconds(30);
          }

          @Override
          public List<String> supplies() {
            return List.of();
          }

          @Override
          public void collect(Context context, Notebook notebook) {
            work.accept(context, notebook);
          }
        });
  }

  /** The facts of one kind. */
  public static <T extends Fact> List<T> facts(Collected collected, Class<T> kind) {
    return collected.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
