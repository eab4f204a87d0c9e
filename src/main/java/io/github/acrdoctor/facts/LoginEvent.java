package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * A row of the registry log ContainerRegistryLoginEvents.
 *
 * @param identity who logged in; null when not known
 * @param status HTTP status; null when not known
 * @param ip address of the caller; null when not known
 * @param at when; null when not known
 */
@About(value = "A row of the registry log ContainerRegistryLoginEvents.", from = "azure")
public record LoginEvent(
    @About(value = "who logged in", example = "33333333-aaaa-bbbb-cccc-000000000001")
        String identity,
    @About(value = "HTTP status", example = "401") String status,
    @About(value = "address of the caller", example = "203.0.113.16") String ip,
    @About(value = "when", example = "2026-11-24T09:59:00Z") Instant at)
    implements Fact {}
