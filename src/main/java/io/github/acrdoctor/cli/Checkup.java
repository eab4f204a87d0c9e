package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.BareRegistry;
import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Collection;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.DataHosts;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Progress;
import io.github.acrdoctor.collect.Reach;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.Trust;
import io.github.acrdoctor.collect.Web;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Looks at one registry: makes the collectors' context, runs them, and makes a case of it. */
final class Checkup {
  /** A process that has run for longer than this has done something else before. */
  private static final Duration START = Duration.ofSeconds(2);

  private final CollectOptions options;
  private final Machine machine;
  private final List<String> issuers;
  private final String password;

  Checkup(CollectOptions options, Machine machine, List<String> issuers, String password) {
    this.options = options;
    this.machine = machine;
    this.issuers = issuers;
    this.password = password;
  }

  /**
   * What came of it.
   *
   * @param input the case, not yet redacted
   * @param collected what the collectors learnt
   */
  record Outcome(Case input, Collected collected) {}

  /** Runs the collectors; texts are what a person has seen printed. */
  Outcome run(List<Text> texts, Collected imported, Progress progress) {
    Instant now = machine.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Cloud cloud = options.cloud();
    Target target = options.target(cloud);
    Trust trust = Trust.of(options.authorities(machine));
    Web web = new Web(machine, trust, Reach.of(machine, target, options.ownCloud(cloud)));
    Collected collected =
        new Collection(machine.clock(), limit(), progress)
            .run(
                Collectors.named(options.chosen()),
                Collectors.forDataHosts(options.chosen()),
                hosts -> context(target, cloud, web, trust, hosts));
    Collected all = imported.and(collected);
    List<Text> printed = new ArrayList<>(texts);
    printed.addAll(all.texts());
    return new Outcome(new Case(target.server(), now, printed, facts(all, target, cloud)), all);
  }

  /** What a person waits counts from the start of the process, which takes a part of a second. */
  private Duration limit() {
    Duration started = sinceStart();
    boolean justNow = !started.isNegative() && started.compareTo(START) < 0;
    Duration left = justNow ? options.timeout().minus(started) : options.timeout();
    return left.compareTo(options.timeout().dividedBy(2)) < 0
        ? options.timeout().dividedBy(2)
        : left;
  }

  /** The launcher says when it was called; without it nobody knows. */
  private static Duration sinceStart() {
    String started = System.getProperty("acrdoctor.started", "");
    return started.matches("\\d{1,12}\\.\\d{3}\\d*")
        ? Duration.ofMillis(
            System.currentTimeMillis()
                - Long.parseLong(started.replaceFirst("\\.(\\d{3})\\d*$", "$1")))
        : Duration.ZERO;
  }

  private Context context(Target target, Cloud cloud, Web web, Trust trust, DataHosts hosts) {
    return new Context(
        target,
        cloud,
        machine,
        web,
        trust,
        new Context.Options(
            options.user(),
            password,
            options.aks(),
            options.workspace(),
            options.namespace(),
            issuers),
        hosts);
  }

  /** Without Azure, the registry is known by its name only. */
  private static List<Fact> facts(Collected collected, Target target, Cloud cloud) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : new LinkedHashSet<>(collected.facts())) {
      // Several collectors learn parts of what there is to know about who we are.
      facts = fact instanceof Identity ? Facts.with(facts, List.of(fact)) : added(facts, fact);
    }
    if (facts.stream().noneMatch(Registry.class::isInstance)) {
      facts.add(BareRegistry.of(target.name(), target.server(), null, cloud.name()));
    }
    return facts;
  }

  private static List<Fact> added(List<Fact> facts, Fact fact) {
    facts.add(fact);
    return facts;
  }
}
