package io.github.acrdoctor.diagnosis;

/**
 * A page to read on.
 *
 * @param title what it is called
 * @param url where it is
 */
public record Link(String title, String url) {}
