package io.github.acrdoctor.symptoms;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

/**
 * All literals of all symptoms, to be found in a text in one pass. The automaton for that is made
 * or read when the first long text comes: in a few lines, looking for one literal after the other
 * is done before an automaton is ready.
 */
final class Literals {
  /** Texts up to this length do without the automaton. */
  static final int SHORT = 4096;

  private final List<String> sorted;
  private final AutomatonSource source;
  private volatile AhoCorasickDoubleArrayTrie<Integer> automaton;

  /** Opens a stored automaton. */
  interface AutomatonSource {
    /**
     * Opens it.
     *
     * @return a stream of what {@link Literals#write} wrote
     * @throws IOException when it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /** Takes what was found: where a literal begins and ends, and its number. */
  interface Hit {
    void at(int begin, int end, int number);
  }

  /**
   * Literals.
   *
   * @param sorted the literals in alphabetical order; their numbers are their places
   * @param source a stored automaton of the same literals; null builds one
   */
  Literals(List<String> sorted, AutomatonSource source) {
    this.sorted = List.copyOf(sorted);
    this.source = source;
  }

  void find(String text, Hit hit) {
    if (text.length() <= SHORT && automaton == null) {
      findOneByOne(text, hit);
    } else {
      automaton()
          .parseText(
              text,
              (begin, end, number) -> {
                hit.at(begin, end, number);
              });
    }
  }

  private void findOneByOne(String text, Hit hit) {
    for (int number = 0; number < sorted.size(); number++) {
      String literal = sorted.get(number);
      for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        hit.at(at, at + literal.length(), number);
      }
    }
  }

  void write(OutputStream out) throws IOException {
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      automaton().save(objects);
    }
  }

  /** Makes the automaton ready, for whoever has many texts. */
  synchronized AhoCorasickDoubleArrayTrie<Integer> automaton() {
    if (automaton == null) {
      automaton = source == null ? build() : read();
    }
    return automaton;
  }

  private AhoCorasickDoubleArrayTrie<Integer> build() {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    sorted.forEach(literal -> numbers.put(literal, numbers.size()));
    AhoCorasickDoubleArrayTrie<Integer> built = new AhoCorasickDoubleArrayTrie<>();
    built.build(numbers);
    return built;
  }

  private AhoCorasickDoubleArrayTrie<Integer> read() {
    AhoCorasickDoubleArrayTrie<Integer> read = new AhoCorasickDoubleArrayTrie<>();
    try (ObjectInputStream in = new ObjectInputStream(source.open())) {
      read.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the automaton in the jar cannot be read", e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the automaton in the jar is not ours", e);
    }
    if (read.size() != sorted.size()) {
      throw new IllegalStateException("the automaton in the jar was built of other symptoms");
    }
    return read;
  }
}
