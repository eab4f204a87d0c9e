package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what one collector learns, as it learns it. Once closed it stays as it is: a collector that
 * wakes up late changes nothing. May be used by many threads.
 */
public final class Notebook {
  private final String collector;
  private final Clock clock;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private String doing = "";
  private boolean closed;

  /**
   * An empty notebook.
   *
   * @param collector name of the collector
   * @param clock tells when something was asked
   */
  public Notebook(String collector, Clock clock) {
    this.collector = collector;
    this.clock = clock;
  }

  /**
   * Writes down a fact.
   *
   * @param fact not null
   */
  public synchronized void fact(Fact fact) {
    if (!closed && !facts.contains(fact)) {
      facts.add(fact);
    }
  }

  /**
   * Writes down what was printed or answered, for the recogniser. Only what went wrong belongs
   * here: everything in it counts as an error text.
   *
   * @param source what printed it, such as {@code docker version}
   * @param text as printed; a blank one is left out
   */
  public synchronized void text(String source, String text) {
    if (!closed && !text.isBlank()) {
      texts.add(new Text(source, text));
    }
  }

  /**
   * Writes down that a fact could not be learnt.
   *
   * @param fact its name in case files
   * @param reason why, in plain words
   * @param right what would allow it: a role, a permission or an option; null when nothing would
   */
  public synchronized void missing(String fact, String reason, String right) {
    fact(new NotCollected(fact, reason, right));
  }

  /**
   * Says what is being asked now; it is named when the time is over before the answer comes.
   *
   * @param what in a few words
   */
  public synchronized void doing(String what) {
    doing = what;
  }

  /**
   * Writes down a question and its answer.
   *
   * @param what the question
   * @param since when it was asked
   * @param outcome the answer in a word or two
   * @param answer the answer as it came; null when there was none
   */
  public synchronized void asked(String what, Instant since, String outcome, String answer) {
    if (!closed) {
      long millis = Duration.between(since, clock.instant()).toMillis();
      asked.add(new Asked(collector, what, since, millis, outcome, answer));
    }
  }

  /**
   * Ends it: what of the given facts is not there is written down as missing.
   *
   * @param supplies names of the facts that were to be learnt
   * @param reason why those that are missing are; null when nothing went wrong
   * @return what was learnt
   */
  synchronized Collected close(List<String> supplies, String reason) {
    if (!closed && reason != null) {
      String during = doing.isEmpty() ? "" : ", during: " + doing;
      supplies.stream()
          .filter(name -> !knows(name))
          .forEach(name -> facts.add(new NotCollected(name, reason + during)));
    }
    closed = true;
    return new Collected(facts, texts, asked);
  }

  private boolean knows(String name) {
    return facts.stream()
        .anyMatch(
            fact ->
                FactTypes.key(fact.getClass()).equals(name)
                    || fact instanceof NotCollected missing && name.equals(missing.fact()));
  }
}
