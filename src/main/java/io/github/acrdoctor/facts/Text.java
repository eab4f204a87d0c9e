package io.github.acrdoctor.facts;

/**
 * Raw output with a name; hostile, of any encoding and size.
 *
 * @param source where it comes from: terminal, argument, a file name; never null
 * @param text the output as it was given; never null
 */
public record Text(String source, String text) {}
