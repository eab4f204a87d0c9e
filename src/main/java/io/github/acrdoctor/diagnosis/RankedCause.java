package io.github.acrdoctor.diagnosis;

/**
 * A cause as an answer.
 *
 * @param cause its id
 * @param probability from 0 to 1
 */
public record RankedCause(String cause, double probability) {}
