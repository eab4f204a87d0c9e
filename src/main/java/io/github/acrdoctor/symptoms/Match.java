package io.github.acrdoctor.symptoms;

import java.util.Map;

/**
 * A confirmed place in the readable form of a text.
 *
 * @param start first character
 * @param end behind the last character
 * @param captures values taken out, by name; empty ones are left out
 */
record Match(int start, int end, Map<String, String> captures) {}
