package io.github.acrdoctor.facts;

/**
 * Something that could not be learnt, and why; missing is not false.
 *
 * @param fact name of the fact that is missing; null when not known
 * @param reason why it could not be learnt; null when not known
 * @param right what would allow it: a role, a permission or an option; null when not known
 */
@About(value = "Something that could not be learnt, and why; missing is not false.", from = "any")
public record NotCollected(
    @About(value = "name of the fact that is missing", example = "roleAssignment") String fact,
    @About(value = "why it could not be learnt", example = "az: AuthorizationFailed") String reason,
    @About(
            value = "what would allow it: a role, a permission or an option",
            example = "Microsoft.Authorization/roleAssignments/read")
        String right)
    implements Fact {

  /**
   * A missing fact of which nobody said what would allow to learn it.
   *
   * @param fact name of the fact that is missing
   * @param reason why it could not be learnt
   */
  public NotCollected(String fact, String reason) {
    this(fact, reason, null);
  }
}
