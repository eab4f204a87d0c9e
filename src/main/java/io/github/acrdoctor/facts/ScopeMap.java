package io.github.acrdoctor.facts;

import java.util.List;

/**
 * What a repository-scoped token may do.
 *
 * @param name name of the scope map; null when not known
 * @param actions allowed actions; empty when none is known
 */
@About(value = "What a repository-scoped token may do.", from = "azure")
public record ScopeMap(
    @About(value = "name of the scope map", example = "_repositories_pull") String name,
    @About(value = "allowed actions", example = "repositories/team/api/content/read")
        List<String> actions)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public ScopeMap {
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /**
   * Whether the map allows an action on a repository; understands the wildcards that registries do.
   *
   * @param repository repository, for example team/api; null is allowed nothing
   * @param action for example content/read
   * @return true when one entry covers both
   */
  public boolean allows(String repository, String action) {
    return actions.stream().anyMatch(entry -> Scopes.covers(entry, repository, action));
  }
}
