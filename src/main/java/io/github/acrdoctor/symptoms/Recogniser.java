package io.github.acrdoctor.symptoms;

import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Finds symptoms in texts. One pass with all literals of all symptoms finds candidates, a regular
 * expression without backtracking confirms each, so that the cost does not grow with their number.
 */
public final class Recogniser {
  /** Long texts are read in windows, so that memory does not grow with them. */
  private static final int WINDOW = 1 << 20;

  /** No match is longer; windows overlap by this much. */
  private static final int LONGEST_MATCH = 4096;

  /** So much of a text is read again around a line end that may stand inside a word. */
  private static final int AROUND = 400;

  private final Map<String, SymptomDefinition> definitions = new TreeMap<>();
  private final Literals literals;
  private final List<List<Alternative>> alternatives;

  /**
   * Prepares the symptoms.
   *
   * @param symptoms definitions with valid patterns (see {@link SymptomLoader})
   */
  public Recogniser(Collection<SymptomDefinition> symptoms) {
    this(symptoms, null);
  }

  /**
   * Prepares the symptoms with an automaton that was built before and is read when it is needed.
   *
   * @param symptoms the same definitions that the automaton was built of
   * @param automaton opens what {@link #writeAutomaton} wrote; null builds it anew
   */
  public Recogniser(Collection<SymptomDefinition> symptoms, Callable<InputStream> automaton) {
    Map<String, List<Alternative>> byLiteral = byLiteral(symptoms);
    alternatives = List.copyOf(byLiteral.values());
    literals =
        new Literals(
            List.copyOf(byLiteral.keySet()), automaton == null ? null : () -> open(automaton));
  }

  private static InputStream open(Callable<InputStream> automaton) throws IOException {
    try {
      return automaton.call();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /**
   * Writes the automaton of all literals, which takes longer to build than to read.
   *
   * @param out where to
   * @throws IOException when it cannot be written
   */
  public void writeAutomaton(OutputStream out) throws IOException {
    literals.write(out);
  }

  /** Makes everything ready for many texts, which otherwise waits for the first long one. */
  public void prepare() {
    literals.automaton();
  }

  private Map<String, List<Alternative>> byLiteral(Collection<SymptomDefinition> symptoms) {
    TreeMap<String, List<Alternative>> byLiteral = new TreeMap<>();
    for (SymptomDefinition symptom : symptoms) {
      definitions.put(symptom.id(), symptom);
      for (String pattern : symptom.patterns()) {
        RequiredLiteral.of(pattern)
            .ifPresent(
                literal ->
                    byLiteral
                        .computeIfAbsent(literal, l -> new ArrayList<>())
                        .add(new Alternative(symptom.id(), pattern, literal)));
      }
    }
    return byLiteral;
  }

  /**
   * The definition behind an id.
   *
   * @param id id of a symptom
   * @return null when there is none
   */
  public SymptomDefinition definition(String id) {
    return definitions.get(id);
  }

  /**
   * All definitions.
   *
   * @return by id, in alphabetical order
   */
  public Map<String, SymptomDefinition> definitions() {
    return java.util.Collections.unmodifiableMap(definitions);
  }

  /**
   * Finds the symptoms of several texts.
   *
   * @param texts what was pasted
   * @return each symptom once a text, at its first place, in the order of the texts and places
   */
  public List<Symptom> recognise(List<Text> texts) {
    return recognise(texts, id -> true);
  }

  /**
   * Finds the symptoms of several texts as if some symptoms were not known.
   *
   * @param texts what was pasted
   * @param known tells by its id whether a symptom counts
   * @return each symptom once a text, at its first place, in the order of the texts and places
   */
  public List<Symptom> recognise(List<Text> texts, Predicate<String> known) {
    List<Symptom> found = new ArrayList<>();
    for (Text text : texts) {
      found.addAll(recognise(text, known));
    }
    return found;
  }

  private List<Symptom> recognise(Text text, Predicate<String> known) {
    Findings findings = new Findings(definitions, text);
    if (alternatives.isEmpty()) {
      return List.of();
    }
    String all = text.text();
    int start = 0;
    while (true) {
      int end = Math.min(all.length(), start + WINDOW);
      scan(ReadableText.of(all, start, end), findings, known);
      if (end == all.length()) {
        scanWrapped(all, findings, known);
        return findings.symptoms();
      }
      start = end - LONGEST_MATCH;
    }
  }

  /** Reads once more where line ends may stand inside words. */
  private void scanWrapped(String all, Findings findings, Predicate<String> known) {
    Set<Integer> joints = HardWraps.of(all);
    int read = 0;
    for (int joint : joints) {
      int from = Math.max(read, joint - AROUND);
      read = Math.min(all.length(), joint + AROUND);
      if (joint + 1 > from) {
        scan(ReadableText.joined(all, Math.min(from, joint), read, joints), findings, known);
      }
    }
  }

  private void scan(ReadableText readable, Findings findings, Predicate<String> known) {
    String text = readable.text();
    Map<Alternative, Integer> done = new java.util.HashMap<>();
    literals.find(
        text.toLowerCase(Locale.ROOT),
        (begin, end, number) -> {
          for (Alternative alternative : alternatives.get(number)) {
            if (begin >= done.getOrDefault(alternative, 0) && known.test(alternative.symptom())) {
              Match match = alternative.confirm(text, begin, end);
              if (match != null) {
                done.put(alternative, match.end());
                findings.add(alternative.symptom(), match, readable);
              }
            }
          }
        });
  }
}
