package io.github.acrdoctor.diagnosis;

/**
 * One thing to do.
 *
 * @param text what it does, as Markdown with code in backquotes
 * @param command what to type, with placeholders; empty when there is nothing to type
 */
public record Step(String text, String command) {}
