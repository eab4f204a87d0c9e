package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * A cause and its page: what has to be fixed, and what to tell the person.
 *
 * @param id the file stem
 * @param family the folder
 * @param title what is wrong, in one line
 * @param prior how often it occurs
 * @param refines the cause that this one is a special form of; null when it stands for itself
 * @param settles when it passes by itself; null when it does not
 * @param meaning paragraphs of Markdown; the first one is the summary
 * @param confirm how to confirm it
 * @param fix how to fix it
 * @param role role needed for the fix
 * @param risk what the fix can break
 * @param undo how to take the fix back
 * @param verify how to see that the fix worked
 * @param otherwise paragraphs for the case that it did not help
 * @param links official pages
 * @param file the page's file
 */
public record Cause(
    String id,
    String family,
    String title,
    Prior prior,
    String refines,
    Settling settles,
    List<String> meaning,
    List<Step> confirm,
    List<Step> fix,
    String role,
    String risk,
    String undo,
    String verify,
    List<String> otherwise,
    List<Link> links,
    String file) {

  /** Lists are copied. */
  public Cause {
    meaning = List.copyOf(meaning);
    confirm = List.copyOf(confirm);
    fix = List.copyOf(fix);
    otherwise = List.copyOf(otherwise);
    links = List.copyOf(links);
  }

  /**
   * The cause in a few sentences.
   *
   * @return the first paragraph of its meaning; empty when there is none
   */
  public String summary() {
    return meaning.isEmpty() ? "" : meaning.get(0);
  }
}
