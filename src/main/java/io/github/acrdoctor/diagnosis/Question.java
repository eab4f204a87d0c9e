package io.github.acrdoctor.diagnosis;

/**
 * Something that is still unknown and would change the ranking.
 *
 * @param id name of the question
 * @param text the question
 * @param how the cheapest way to find out; may be empty
 * @param gain how much certainty the answer is expected to bring, from 0 to 1
 */
public record Question(String id, String text, String how, double gain) {}
