package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Redactor.Place;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts the lines that matter out of the pasted texts and marks the matched words. */
final class TextMarker {
  private static final int MOST_LINES = 12;
  private static final int LONGEST_LINE = 400;

  /** A secret that begins further away than this from the shown line is not looked for. */
  private static final int NEAR = 1024 * 1024;

  /** A match in the text as it is shown. */
  private record Match(int start, int end, int line, String symptom) {}

  private final ShownText shown;
  private final List<Match> matches;

  private TextMarker(ShownText shown, List<Match> matches) {
    this.shown = shown;
    this.matches = matches;
  }

  /**
   * The lines with errors.
   *
   * @param texts the texts as they were given
   * @param symptoms what was recognised in them
   * @return texts with at least one match; redacted
   */
  static List<SourceText> mark(List<Text> texts, List<SeenSymptom> symptoms) {
    List<SourceText> marked = new ArrayList<>();
    for (Text text : texts) {
      List<SeenSymptom> own =
          symptoms.stream()
              .filter(
                  s ->
                      s.error()
                          && s.end() <= text.text().length()
                          && Redactor.redact(text.source()).equals(s.source()))
              .sorted(Comparator.comparingInt(SeenSymptom::start))
              .toList();
      if (!own.isEmpty()) {
        marked.add(
            new SourceText(Redactor.redact(text.source()), marker(text.text(), own).lines()));
      }
    }
    return marked;
  }

  /** Of a huge text only the surroundings of the first matches are read again. */
  private static TextMarker marker(String text, List<SeenSymptom> own) {
    int from = Math.max(0, own.get(0).start() - NEAR);
    int to = (int) Math.min(text.length(), (long) own.get(0).end() + NEAR);
    ShownText shown = ShownText.of(text.substring(from, to));
    List<Match> matches =
        own.stream()
            .filter(s -> s.end() <= to)
            .map(
                s ->
                    new Match(
                        shown.at(s.start() - from), shown.at(s.end() - from), s.line(), s.id()))
            .toList();
    return new TextMarker(shown, matches);
  }

  private List<MarkedLine> lines() {
    List<MarkedLine> lines = new ArrayList<>();
    String text = shown.text();
    int last = -1;
    for (Match match : matches) {
      int start = text.lastIndexOf('\n', Math.max(0, match.start() - 1)) + 1;
      start = match.start() == 0 ? 0 : start;
      int end = text.indexOf('\n', match.start());
      if (start > last && lines.size() < MOST_LINES) {
        lines.add(line(start, end < 0 ? text.length() : end, match));
        last = start;
      }
    }
    return lines;
  }

  private MarkedLine line(int start, int end, Match first) {
    int from = outside(Math.max(start, first.start() - LONGEST_LINE / 2), true);
    int to = outside(Math.min(end, Math.max(from, start) + LONGEST_LINE), false);
    List<Part> parts = new ArrayList<>();
    if (from > start) {
      parts.add(new Part("… ", ""));
    }
    int at = from;
    for (Match match : matches) {
      if (match.start() < to && match.end() > at) {
        at = add(parts, at, Math.max(at, match.start()), "");
        at = add(parts, at, Math.min(to, match.end()), match.symptom());
      }
    }
    add(parts, at, to, "");
    if (to < end) {
      parts.add(new Part(" …", ""));
    }
    return new MarkedLine(first.line(), redactedAgain(parts));
  }

  /** A cut must not go through a secret, or half of it would not be known as one. */
  private int outside(int cut, boolean before) {
    for (Place secret : shown.secrets()) {
      if (secret.start() < cut && cut < secret.end()) {
        return before ? secret.start() : secret.end();
      }
    }
    return cut;
  }

  /** Adds a stretch of the text with markers in place of secrets; returns where it ends. */
  private int add(List<Part> parts, int from, int to, String symptom) {
    int at = from;
    for (Place secret : shown.secrets()) {
      if (secret.start() < to && secret.end() > at) {
        piece(parts, shown.text().substring(at, Math.max(at, secret.start())), symptom);
        piece(parts, secret.kind().marker(), "");
        at = secret.end();
      }
    }
    if (at < to) {
      piece(parts, shown.text().substring(at, to), symptom);
    }
    return Math.max(at, to);
  }

  private static void piece(List<Part> parts, String text, String symptom) {
    String line = text.replace('\n', ' ').replace('\t', ' ');
    if (!line.isEmpty()) {
      parts.add(new Part(line, symptom));
    }
  }

  /**
   * What only looks like a secret once another one is gone; then the line is shown without marks.
   */
  private static List<Part> redactedAgain(List<Part> parts) {
    StringBuilder whole = new StringBuilder();
    parts.forEach(part -> whole.append(part.text()));
    String clean = Redactor.redact(whole.toString());
    return clean.contentEquals(whole) ? parts : List.of(new Part(clean, ""));
  }
}
