package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;

/**
 * A proof of what a cause's rules do: facts in, strength out.
 *
 * @param cause the cause
 * @param name what the case shows
 * @param input texts and facts
 * @param expect certain, strong, hint, against, excluded or none
 * @param file file it stands in
 * @param line line it starts at
 */
public record CauseCase(
    String cause, String name, Case input, String expect, String file, int line) {}
