package io.github.acrdoctor.facts;

/**
 * What the registry's token step granted: an action on a repository, asked for without doing it.
 *
 * @param repository repository that was asked for; null when not known
 * @param action pull, push, delete or catalog; null when not known
 * @param granted whether the token lists the action
 * @param user user name that asked; null for nobody in particular
 */
@About(
    value =
        "What the registry's token step granted: an action on a repository, asked for without doing"
            + " it.",
    from = "registry")
public record RepositoryAccess(
    @About(value = "repository that was asked for", example = "team/api") String repository,
    @About(
            value = "pull, push, delete or catalog",
            example = "push",
            words = {"pull", "push", "delete", "catalog"})
        String action,
    @About(value = "whether the token lists the action", example = "no") Answer granted,
    @About(value = "user name that asked", example = "ci-pull") String user)
    implements Fact {

  /** A missing answer becomes {@link Answer#UNKNOWN}. */
  public RepositoryAccess {
    granted = Answer.known(granted);
  }
}
