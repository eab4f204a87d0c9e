package io.github.acrdoctor.symptoms;

import io.github.acrdoctor.facts.Hop;
import java.util.List;
import java.util.Map;

/**
 * One symptom of {@code rules/symptoms}.
 *
 * @param id unique id
 * @param title what a person reads
 * @param kind what finding it amounts to
 * @param patterns alternatives, RE2 regular expressions over the readable form of a text
 * @param supersedes ids that are dropped when this one is found in the same text
 * @param failsAt the hop at which the message shows a failure; null when it shows none
 * @param passed the last hop that the message shows to be good; null when it shows none
 * @param fills placeholders of pages that captured values are right for, by capture; the usual ones
 *     need no mention
 * @param examples texts that must match
 * @param nearMisses texts that must not match
 * @param file file it stands in
 * @param line line it starts at, from 1
 */
public record SymptomDefinition(
    String id,
    String title,
    SymptomKind kind,
    List<String> patterns,
    List<String> supersedes,
    Hop failsAt,
    Hop passed,
    Map<String, String> fills,
    List<Example> examples,
    List<String> nearMisses,
    String file,
    int line) {

  /** Lists are copied. */
  public SymptomDefinition {
    patterns = List.copyOf(patterns);
    supersedes = List.copyOf(supersedes);
    fills = Map.copyOf(fills);
    examples = List.copyOf(examples);
    nearMisses = List.copyOf(nearMisses);
  }

  /**
   * A text that must match.
   *
   * @param text the text
   * @param captures values that must be taken out of it
   */
  public record Example(String text, Map<String, String> captures) {}
}
