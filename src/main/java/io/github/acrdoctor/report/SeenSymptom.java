package io.github.acrdoctor.report;

import java.util.Map;

/**
 * A recognised message.
 *
 * @param id its id
 * @param title what a person reads
 * @param source name of the text
 * @param line line in it, from 1
 * @param start offset of the first matched character in the text as it was given
 * @param end offset behind the last one
 * @param count how often it was found
 * @param error whether it is a failure, not only context
 * @param captures values taken out, redacted
 */
public record SeenSymptom(
    String id,
    String title,
    String source,
    int line,
    int start,
    int end,
    int count,
    boolean error,
    Map<String, String> captures) {}
