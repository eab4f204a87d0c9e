package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * What somebody tried to do.
 *
 * @param action login, pull, push, delete, list, build, attach or manage; null when not known
 * @param tool program that was run; null when not known
 * @param host registry host as it was written; null when not known
 * @param user user name that was given; null when not known
 * @param repository repository as it was written; null when not known
 * @param tag tag as it was written; null when not known
 * @param at when it failed; null when not known
 */
@About(value = "What somebody tried to do.", from = "case")
public record Attempt(
    @About(
            value = "login, pull, push, delete, list, build, attach or manage",
            example = "pull",
            words = {"login", "pull", "push", "delete", "list", "build", "attach", "manage"})
        String action,
    @About(value = "program that was run", example = "docker") String tool,
    @About(value = "registry host as it was written", example = "contoso.azurecr.io") String host,
    @About(value = "user name that was given", example = "contoso") String user,
    @About(value = "repository as it was written", example = "team/api") String repository,
    @About(value = "tag as it was written", example = "1.0") String tag,
    @About(value = "when it failed", example = "2026-11-24T09:50:00Z") Instant at)
    implements Fact {

  /**
   * Whether it failed before a moment, for instance before something was put right.
   *
   * @param moment a time; null when it is not known
   * @return false when either time is not known
   */
  public boolean madeBefore(Instant moment) {
    return at != null && moment != null && at.isBefore(moment);
  }
}
