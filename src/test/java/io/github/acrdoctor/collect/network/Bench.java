package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Collection;
import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Progress;
import io.github.acrdoctor.collect.Reach;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.Trust;
import io.github.acrdoctor.collect.Web;
import io.github.acrdoctor.facts.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a collector of this package against stand-ins, and shows what it learnt. */
final class Bench {
  static final Cloud CLOUD = Clouds.named("AzureCloud");

  final TestMachine machine;
  private final List<Path> authorities = new ArrayList<>();
  private final List<String> issuers = new ArrayList<>();
  private Duration limit = Duration.ofSeconds(20);

  Bench(Path home) {
    machine = new TestMachine(home);
  }

  Bench trusting(Path authority) {
    authorities.add(authority);
    return this;
  }

  Bench issuer(String name) {
    issuers.add(name);
    return this;
  }

  Bench limit(Duration given) {
    limit = given;
    return this;
  }

  Context context(String registry) {
    Machine built = machine.build();
    Trust trust = Trust.of(authorities);
    Target target = Target.of(registry, null, CLOUD);
    Reach reach = new Reach();
    reach.target(target.host());
    return new Context(
        target,
        CLOUD,
        built,
        new Web(built, trust, reach),
        trust,
        new Context.Options(null, null, null, null, null, issuers),
        null);
  }

  Learnt run(String registry, Collector collector) {
    Context context = context(registry);
    Collection collection = new Collection(context.machine().clock(), limit, Progress.NONE);
    return new Learnt(collection.run(List.of(collector), null, hosts -> context));
  }

  /** What a collector learnt. */
  record Learnt(Collected all) {
    <T extends Fact> List<T> facts(Class<T> type) {
      return all.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Fact> T the(Class<T> type) {
      List<T> found = facts(type);
      if (found.size() != 1) {
        throw new AssertionError("not one " + type.getSimpleName() + ": " + all.facts());
      }
      return found.get(0);
    }

    List<String> asked() {
      return all.asked().stream().map(Asked::what).toList();
    }

    Asked asked(String part) {
      return all.asked().stream()
          .filter(one -> one.what().contains(part))
          .findFirst()
          .orElseThrow(() -> new AssertionError("nobody asked " + part + ": " + asked()));
    }
  }
}
