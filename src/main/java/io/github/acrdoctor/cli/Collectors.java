package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.azure.AzureCollector;
import io.github.acrdoctor.collect.docker.DockerCollector;
import io.github.acrdoctor.collect.kubernetes.KubernetesCollector;
import io.github.acrdoctor.collect.network.DataEndpointCollector;
import io.github.acrdoctor.collect.network.NetworkCollector;
import io.github.acrdoctor.collect.registry.RegistryCollector;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The collectors there are. */
final class Collectors {
  /** What {@code --only} and {@code --skip} call them. */
  static final List<String> NAMES = List.of("docker", "network", "registry", "azure", "kubernetes");

  private Collectors() {}

  /** Those of the given names, in the order their facts stand in a case. */
  static List<Collector> named(Set<String> names) {
    return NAMES.stream().filter(names::contains).map(Collectors::named).toList();
  }

  private static Collector named(String name) {
    return switch (name) {
      case "docker" -> new DockerCollector();
      case "network" -> new NetworkCollector();
      case "registry" -> new RegistryCollector();
      case "azure" -> new AzureCollector();
      case "kubernetes" -> new KubernetesCollector();
      default -> throw new IllegalArgumentException("no collector is called " + name);
    };
  }

  /** Makes the collector that looks at a host which layers come from; null when it is skipped. */
  static Function<String, Collector> forDataHosts(Set<String> names) {
    return names.contains("network") ? DataEndpointCollector::new : null;
  }
}
