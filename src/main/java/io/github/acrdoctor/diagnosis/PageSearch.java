package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The baseline: answers labelled cases by plain text search over the cause pages. */
public final class PageSearch {
  private final Knowledge knowledge;
  private final TextSearch search;

  /**
   * A search over the pages of a knowledge base.
   *
   * @param knowledge the knowledge base
   */
  public PageSearch(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.search = new TextSearch(knowledge.causes().values());
  }

  /**
   * Answers labelled cases and measures the answers.
   *
   * @param cases labelled cases
   * @return the evaluation
   */
  public Evaluation evaluate(List<LabelledCase> cases) {
    return Evaluation.of(
        cases,
        c -> search.search(c.texts().stream().map(Text::text).collect(Collectors.joining(" "))),
        knowledge.causes().values().stream().collect(Collectors.toMap(Cause::id, Cause::family)));
  }
}
