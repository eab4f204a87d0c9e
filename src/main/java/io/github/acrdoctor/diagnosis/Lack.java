package io.github.acrdoctor.diagnosis;

/**
 * What kept a condition from holding, and what would have made it hold.
 *
 * @param text the whole in a sentence without a period
 * @param fact kind of fact, as case files name it
 * @param field field or question of the fact; null when it is the fact itself that is missing or
 *     too many
 * @param is what it is; null when there is no such fact
 * @param wants what the rule wants; never null
 */
public record Lack(String text, String fact, String field, String is, String wants) {}
