package io.github.acrdoctor.facts;

/**
 * Something that could not be learnt, and why; missing is not false.
 *
 * @param fact name of the fact that is missing; null when not known
 * @param reason why it could not be learnt; null when not known
 */
@About(value = "Something that could not be learnt, and why; missing is not false.", from = "any")
public record NotCollected(
    @About(value = "name of the fact that is missing", example = "roleAssignment") String fact,
    @About(value = "why it could not be learnt", example = "az: AuthorizationFailed") String reason)
    implements Fact {}
