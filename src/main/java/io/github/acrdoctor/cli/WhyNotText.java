package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.ConditionStory;
import io.github.acrdoctor.diagnosis.Lack;
import io.github.acrdoctor.diagnosis.Rival;
import io.github.acrdoctor.diagnosis.RuleStory;
import io.github.acrdoctor.diagnosis.WhyNot;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Why a cause is, or is not, the answer, as text. */
final class WhyNotText {
  /** More rules than these say nothing new. */
  private static final int MOST_RULES = 6;

  private final PrintWriter out;
  private final int columns;

  WhyNotText(Console console) {
    this.out = console.out();
    this.columns = console.columns();
  }

  void write(WhyNot why) {
    paragraph(why.cause().id() + ": " + why.cause().title(), "", "");
    paragraph(place(why), "", "");
    rules("Speaks for it", why.supporting());
    rules("Speaks against it", why.opposing());
    rivals(why.rivals());
    rules("Would speak for it, nearest first", why.silent());
  }

  private static String place(WhyNot why) {
    String first =
        why.first() == null || why.rank() == 1
            ? ""
            : " First is " + why.first().cause() + ", " + percent(why.first().probability()) + ".";
    return why.rank() == 0
        ? "Nothing speaks for it in this case." + first
        : "Place " + why.rank() + ", " + percent(why.probability()) + "." + first;
  }

  private static String percent(double probability) {
    return probability < 0.005
        ? "under 1 %"
        : String.format(Locale.ROOT, "%.0f %%", 100 * probability);
  }

  private void rules(String title, List<RuleStory> rules) {
    if (rules.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    rules.stream().limit(MOST_RULES).forEach(this::rule);
    if (rules.size() > MOST_RULES) {
      out.println("  and " + (rules.size() - MOST_RULES) + " more (--format json shows all)");
    }
  }

  /**
   * A rule with its conditions: those that held with their facts, the others with what they lack.
   */
  void rule(RuleStory rule) {
    paragraph(
        String.format("%-8s %s (%s:%d)", rule.strength(), rule.reason(), rule.file(), rule.line()),
        "  ",
        "           ");
    rule.conditions().forEach(this::condition);
  }

  private void condition(ConditionStory condition) {
    String by = condition.by().isEmpty() ? "" : ": " + String.join("; ", condition.by());
    paragraph(condition.text() + by, condition.held() ? "    + " : "    - ", "        ");
    for (Lack lack : condition.lacks()) {
      paragraph(lack.text(), "        ", "          ");
    }
  }

  private void rivals(List<Rival> rivals) {
    if (rivals.isEmpty()) {
      return;
    }
    out.println();
    out.println("Explains the same facts better");
    for (Rival rival : rivals) {
      paragraph(
          rival.cause() + ", " + percent(rival.probability()) + ": " + rival.title(), "  ", "    ");
      paragraph(
          "shares "
              + String.join("; ", rival.facts())
              + "; its best evidence is "
              + rival.strength()
              + ": "
              + rival.reason(),
          "    ",
          "    ");
    }
  }

  private void paragraph(String text, String first, String others) {
    out.println(Wrapped.of(text, first, others, columns));
  }
}
