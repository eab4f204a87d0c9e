package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * The moment the case is judged at.
 *
 * @param now the moment; null when not known
 */
@About(value = "The moment the case is judged at.", from = "case")
public record Clock(@About(value = "the moment", example = "2026-11-24T10:00:00Z") Instant now)
    implements Fact {}
