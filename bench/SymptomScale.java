import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.PackedKnowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Diagnoses the same cases with the shipped symptoms and with many times as many, in turn, and
 * prints one line a round: microseconds per case with either. The added symptoms have the shape of
 * the shipped ones and other words. Run it with the jar on the class path.
 */
public final class SymptomScale {
  /** What must stay as it is: groups, escapes, classes and repetitions. */
  private static final Pattern SYNTAX =
      Pattern.compile("\\(\\?P<[a-z]+>|\\(\\?[a-z:]+|\\\\.|\\[[^]]*]|\\{[0-9,]+}");

  private SymptomScale() {}

  /**
   * Measures.
   *
   * @param args file of cases, one JSON object a line; how many times the symptoms; rounds
   * @throws Exception when a file cannot be read
   */
  public static void main(String[] args) throws Exception {
    Knowledge shipped = PackedKnowledge.read(false);
    Knowledge larger = times(shipped, Integer.parseInt(args[1]));
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      cases.add(io.github.acrdoctor.facts.CaseReader.read("case", line));
    }
    Diagnoser one = new Diagnoser(shipped, Clock.systemUTC());
    Diagnoser many = new Diagnoser(larger, Clock.systemUTC());
    for (int i = 0; i < Integer.parseInt(args[2]) + 2; i++) {
      double a = micros(one, cases);
      double b = micros(many, cases);
      if (i >= 2) {
        System.out.printf("%.1f %.1f%n", a, b);
      }
    }
  }

  private static double micros(Diagnoser diagnoser, List<Case> cases) {
    long start = System.nanoTime();
    int found = 0;
    for (Case input : cases) {
      found += diagnoser.diagnose(input).diagnoses().size();
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was diagnosed");
    }
    return (System.nanoTime() - start) / 1000.0 / cases.size();
  }

  private static Knowledge times(Knowledge shipped, int times) {
    List<SymptomDefinition> all = new ArrayList<>(shipped.recogniser().definitions().values());
    List<SymptomDefinition> first = List.copyOf(all);
    for (int copy = 1; copy < times; copy++) {
      for (SymptomDefinition s : first) {
        int shift = copy;
        all.add(
            new SymptomDefinition(
                s.id() + "-" + copy,
                s.title(),
                s.kind(),
                s.patterns().stream().map(p -> shifted(p, shift)).toList(),
                List.of(),
                s.failsAt(),
                s.passed(),
                s.fills(),
                List.of(),
                List.of(),
                s.file(),
                s.line()));
      }
    }
    Recogniser recogniser = new Recogniser(all);
    recogniser.prepare();
    shipped.recogniser().prepare();
    return new Knowledge(
        shipped.hash(),
        recogniser,
        shipped.rules(),
        shipped.causes(),
        shipped.weights(),
        shipped.questions(),
        shipped.examples());
  }

  /** The same pattern over other words: each letter moved on in the alphabet. */
  private static String shifted(String pattern, int by) {
    StringBuilder out = new StringBuilder();
    Matcher syntax = SYNTAX.matcher(pattern);
    int at = 0;
    while (syntax.find()) {
      out.append(letters(pattern.substring(at, syntax.start()), by)).append(syntax.group());
      at = syntax.end();
    }
    return out.append(letters(pattern.substring(at), by)).toString();
  }

  private static String letters(String text, int by) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean letter = c >= 'a' && c <= 'z';
      out.append(letter ? (char) ('a' + (c - 'a' + by) % 26) : c);
    }
    return out.toString();
  }
}
