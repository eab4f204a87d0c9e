package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A knowledge base that follows its folder: after a sound edit the new one is in force, after a
 * broken one the last good one stays. Whoever asks gets one whole knowledge base, never half of a
 * change. May be used by many threads.
 */
public final class LiveKnowledge {
  private final Path folder;
  private final KnowledgeLoader loader;
  private volatile State state;

  /**
   * What is in force.
   *
   * @param knowledge the last good knowledge base
   * @param problems what is wrong with the folder as it is now; empty when it is what is in force
   */
  public record State(Knowledge knowledge, List<Problem> problems) {
    /** The list is copied. */
    public State {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What a look at the folder brought.
   *
   * @param state what is in force now
   * @param changed whether that is another knowledge base than before
   * @param took how long reading and compiling took
   */
  public record Reload(State state, boolean changed, Duration took) {}

  /**
   * Loads a folder.
   *
   * @param folder the rules folder
   * @param loader makes knowledge bases
   * @param problems collects what is wrong
   * @return the knowledge base; null when the folder is not sound, since there is no good one yet
   */
  public static LiveKnowledge open(Path folder, KnowledgeLoader loader, List<Problem> problems) {
    Knowledge knowledge = loader.load(KnowledgeFiles.read(folder), problems);
    return knowledge == null || !problems.isEmpty()
        ? null
        : new LiveKnowledge(folder, loader, knowledge);
  }

  private LiveKnowledge(Path folder, KnowledgeLoader loader, Knowledge knowledge) {
    this.folder = folder;
    this.loader = loader;
    this.state = new State(knowledge, List.of());
  }

  /**
   * What is in force.
   *
   * @return never null
   */
  public State state() {
    return state;
  }

  /**
   * Looks at the folder again.
   *
   * @return what came of it
   */
  public synchronized Reload reload() {
    long start = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    Knowledge loaded = load(problems);
    boolean sound = loaded != null && problems.isEmpty();
    boolean changed = sound && !loaded.hash().equals(state.knowledge().hash());
    state = new State(changed ? loaded : state.knowledge(), problems);
    return new Reload(state, changed, Duration.ofNanos(System.nanoTime() - start));
  }

  private Knowledge load(List<Problem> problems) {
    try {
      return loader.load(KnowledgeFiles.read(folder), problems);
    } catch (InputException e) {
      problems.add(new Problem("rules", 0, 0, e.getMessage(), ""));
      return null;
    }
  }
}
