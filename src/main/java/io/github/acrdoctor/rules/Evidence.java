package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/**
 * What one fired rule says about one cause.
 *
 * @param rule full name of the rule
 * @param cause the cause: what stands before the colon of the rule's name
 * @param reason what the person reads: what stands behind the colon
 * @param strength how much it says
 * @param facts the facts the rule matched, in the order of its conditions; the clock is left out
 */
public record Evidence(
    String rule, String cause, String reason, Strength strength, List<Fact> facts) {}
