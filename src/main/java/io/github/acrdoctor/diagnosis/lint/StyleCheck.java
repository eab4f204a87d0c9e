package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.QuestionDefinition;
import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what people read is written as {@code rules/style.yaml} wants it. */
final class StyleCheck {
  private static final Pattern TRAILING = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);

  private final LintSubject subject;
  private final List<Problem> problems = new ArrayList<>();
  private final Style style;

  private StyleCheck(LintSubject subject) {
    this.subject = subject;
    this.style = Style.read(subject.files().texts().get(Style.FILE), problems);
  }

  static List<Problem> problems(LintSubject subject) {
    StyleCheck check = new StyleCheck(subject);
    check.titles();
    subject.knowledge().causes().values().forEach(check::page);
    subject.files().texts().forEach(check::trailing);
    return check.problems;
  }

  private void titles() {
    for (Cause cause : subject.knowledge().causes().values()) {
      title(cause.file(), 1, cause.title());
    }
    for (SymptomDefinition symptom : subject.knowledge().recogniser().definitions().values()) {
      title(symptom.file(), symptom.line(), symptom.title());
    }
    for (RuleInfo rule : subject.knowledge().rules().rules()) {
      title(rule.file(), rule.line(), rule.reason());
    }
    for (QuestionDefinition question : subject.knowledge().questions().get()) {
      title(question.file(), question.line(), question.text());
    }
  }

  private void title(String file, int line, String title) {
    for (Style.Avoided avoided : style.avoided(title)) {
      Spot spot = Spot.word(subject.text(file), line, title);
      wording(file, new Spot(spot.line(), spot.column() + avoided.offset()), avoided);
    }
    if (title.endsWith(".")) {
      form(file, line, title, "a title ends with a full stop", "leave it out");
    } else if (isLower(title)) {
      form(file, line, title, "a title starts with a small letter", "write a capital");
    } else if (style.longestTitle() > 0 && title.length() > style.longestTitle()) {
      form(
          file,
          line,
          title,
          "the title has " + title.length() + " characters",
          "say it in at most " + style.longestTitle());
    }
  }

  private void form(String file, int line, String title, String message, String advice) {
    report("title-form", file, Spot.word(subject.text(file), line, title), message, advice);
  }

  /** Names of programs keep their small letter: az, docker, containerd, kubelet's. */
  private boolean isLower(String title) {
    String first = title.split("[^\\p{L}]", 2)[0];
    return !first.isEmpty()
        && first.equals(first.toLowerCase(Locale.ROOT))
        && !style.smallLetters().contains(first);
  }

  private void page(Cause cause) {
    String text = subject.text(cause.file());
    List<Prose> sentences =
        subject.memo().of(cause.file() + " sentences", text, () -> Prose.of(text));
    for (Prose sentence : sentences) {
      if (style.longestSentence() > 0 && sentence.words() > style.longestSentence()) {
        report(
            "long-sentence",
            cause.file(),
            Spot.of(text, sentence.offset()),
            "a sentence of " + sentence.words() + " words",
            "make two of it; the reader is in a hurry");
      }
      for (Style.Avoided avoided : style.avoided(sentence.text())) {
        wording(cause.file(), Spot.of(text, sentence.offset() + avoided.offset()), avoided);
      }
    }
  }

  private void wording(String file, Spot spot, Style.Avoided avoided) {
    report("wording", file, spot, "avoid '" + avoided.words() + "'", avoided.instead());
  }

  private void trailing(String file, String text) {
    Matcher blanks = TRAILING.matcher(text);
    while (blanks.find()) {
      report(
          "trailing-space",
          file,
          Spot.of(text, blanks.start()),
          "blanks at the end of the line",
          "remove them");
    }
  }

  private void report(String id, String file, Spot spot, String message, String advice) {
    problems.add(new Problem(id, file, spot.line(), spot.column(), message, advice));
  }
}
