package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.SeenSymptom;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts the lines that matter out of the pasted texts and marks the matched words. */
final class TextMarker {
  private static final int MOST_LINES = 12;
  private static final int LONGEST_LINE = 400;

  private TextMarker() {}

  static List<SourceText> mark(List<Text> texts, List<SeenSymptom> symptoms) {
    List<SourceText> marked = new ArrayList<>();
    for (Text text : texts) {
      List<SeenSymptom> own =
          symptoms.stream()
              .filter(s -> s.error() && text.source().equals(s.source()))
              .sorted(Comparator.comparingInt(SeenSymptom::start))
              .toList();
      List<MarkedLine> lines = lines(text.text(), own);
      if (!lines.isEmpty()) {
        marked.add(new SourceText(Redactor.redact(text.source()), lines));
      }
    }
    return marked;
  }

  private static List<MarkedLine> lines(String text, List<SeenSymptom> symptoms) {
    List<MarkedLine> lines = new ArrayList<>();
    int shown = -1;
    for (SeenSymptom symptom : symptoms) {
      int start = text.lastIndexOf('\n', Math.max(0, symptom.start() - 1)) + 1;
      int end = text.indexOf('\n', symptom.start());
      end = end < 0 ? text.length() : end;
      if (start > shown && lines.size() < MOST_LINES) {
        lines.add(line(text, start, end, symptom.line(), symptoms));
        shown = start;
      }
    }
    return lines;
  }

  private static MarkedLine line(String text, int start, int end, int number, List<SeenSymptom> symptoms) {
    SeenSymptom first = symptoms.stream().filter(s -> s.start() >= start && s.start() < end).findFirst().orElseThrow();
    int from = Math.max(start, first.start() - LONGEST_LINE / 2);
    int to = Math.min(end, from + LONGEST_LINE);
    List<Part> parts = new ArrayList<>();
    if (from > start) {
      parts.add(new Part("… ", ""));
    }
    int at = from;
    for (SeenSymptom symptom : symptoms) {
      int markFrom = Math.max(at, symptom.start());
      int markTo = Math.min(to, symptom.end());
      if (symptom.start() < to && markTo > markFrom && symptom.start() >= from) {
        add(parts, text.substring(at, markFrom), "");
        add(parts, text.substring(markFrom, markTo), symptom.id());
        at = markTo;
      }
    }
    add(parts, text.substring(at, to), "");
    if (to < end) {
      parts.add(new Part(" …", ""));
    }
    return new MarkedLine(number, redact(parts));
  }

  private static void add(List<Part> parts, String text, String symptom) {
    if (!text.isEmpty()) {
      parts.add(new Part(text.replace('\r', ' ').replace('\n', ' ').replace('\t', ' '), symptom));
    }
  }

  /** A secret may lie across a mark; then the line is shown without marks. */
  private static List<Part> redact(List<Part> parts) {
    StringBuilder whole = new StringBuilder();
    StringBuilder piecewise = new StringBuilder();
    List<Part> redacted = new ArrayList<>();
    for (Part part : parts) {
      whole.append(part.text());
      String clean = Redactor.redact(part.text());
      piecewise.append(clean);
      redacted.add(new Part(clean, part.symptom()));
    }
    String clean = Redactor.redact(whole.toString());
    return clean.contentEquals(piecewise) ? redacted : List.of(new Part(clean, ""));
  }
}
