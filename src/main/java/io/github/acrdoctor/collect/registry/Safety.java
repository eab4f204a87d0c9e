package io.github.acrdoctor.collect.registry;

/** Decides whether a registry may be given a credential. */
final class Safety {
  private Safety() {}

  /**
   * Whether the first answer allows it; writes down why not.
   *
   * @param probe has had the first answer
   * @return whether tokens come from the registry itself
   */
  static boolean mayLogIn(Probe probe) {
    if (probe.isOurs()) {
      return true;
    }
    probe
        .notebook()
        .missing("repositoryAccess", reason(probe.challenge()) + ": no credential was sent", null);
    return false;
  }

  private static String reason(Challenge challenge) {
    if (challenge == null) {
      return "the registry did not say where its tokens come from";
    }
    return challenge.place() == null
        ? "the registry names no token endpoint"
        : "the registry names another token endpoint, " + challenge.place();
  }
}
