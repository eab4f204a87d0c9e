package io.github.acrdoctor.collect.azure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Looks roles up, each once; knows the names of those that matter without asking. */
final class Roles {
  /** The action by which a registry with registry permissions lets pull. */
  static final String PULL = "Microsoft.ContainerRegistry/registries/pull/read";

  /** The action on data by which a registry with repository permissions lets pull. */
  static final String READ_CONTENT =
      "Microsoft.ContainerRegistry/registries/repositories/content/read";

  private static final Properties BUILT_IN = builtIn();

  private final Arm arm;
  private final Map<String, Role> looked = new ConcurrentHashMap<>();

  Roles(Arm arm) {
    this.arm = arm;
  }

  private static Properties builtIn() {
    Properties properties = new Properties();
    try (InputStream in = Roles.class.getResourceAsStream("roles.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name of a role of Azure's own.
   *
   * @param definition resource id of the role definition
   * @return null when it is none of those that matter
   */
  static String builtInName(String definition) {
    String id = definition.substring(definition.lastIndexOf('/') + 1);
    return BUILT_IN.getProperty(id.toLowerCase(Locale.ROOT));
  }

  /**
   * Looks a role up.
   *
   * @param definition resource id of its definition
   * @return what is known of it
   */
  Role of(String definition) {
    return looked.computeIfAbsent(definition.toLowerCase(Locale.ROOT), id -> ask(definition));
  }

  private Role ask(String definition) {
    String name = builtInName(definition);
    Outcome outcome =
        definition.startsWith("/")
            ? arm.get(definition, "2022-04-01")
            : Outcome.failed("the assignment names no role");
    if (outcome.ok()) {
      Role role = Role.of(outcome.json());
      return new Role(name == null ? role.name() : name, role.permissions());
    }
    return new Role(name, List.of());
  }
}
