package io.github.acrdoctor.facts;

/**
 * Something that rules in {@code rules/concepts} derive from facts, because several causes need the
 * same idea.
 *
 * @param id the part of the rule's name before the colon; never null
 */
@About(
    value = "An idea derived from other facts by rules/concepts; use it with exists and not.",
    from = "rules/concepts")
public record Concept(
    @About(value = "id of the concept: the rule's name before the colon", example = "in-kubernetes")
        String id)
    implements Fact {}
