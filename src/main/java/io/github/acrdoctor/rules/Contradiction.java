package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/**
 * What does not fit together in a case: an error and facts of another registry, another identity or
 * another time.
 *
 * @param rule full name of the rule that noticed it
 * @param id what stands before the colon of the rule's name
 * @param reason what the person reads: what stands behind the colon
 * @param facts the facts that do not fit, in the order of the rule's conditions
 */
public record Contradiction(String rule, String id, String reason, List<Fact> facts) {}
