package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.FolderWatch;
import io.github.acrdoctor.diagnosis.KnowledgeCheck;
import io.github.acrdoctor.diagnosis.KnowledgeLoader;
import io.github.acrdoctor.diagnosis.LiveKnowledge;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells after each edit of a rules folder what is in force, and what is wrong. */
@Command(
    name = "watch",
    description =
        "Waits for edits of a rules folder. After each it says what is in force, and checks it."
            + " Ends with Ctrl-C.")
final class RulesWatchCommand implements Callable<Integer> {
  private static final int SHORT_HASH = 12;

  private final Console console;
  @Mixin private KnowledgeOptions options;

  RulesWatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = options.folder() == null ? Path.of("rules") : options.folder();
    List<Problem> problems = new ArrayList<>();
    LiveKnowledge live =
        LiveKnowledge.open(
            folder,
            new KnowledgeLoader(new RuleBaseLoader(KnowledgeOptions.cacheFolder())),
            problems);
    if (live == null) {
      throw new KnowledgeException(problems);
    }
    try (FolderWatch watch = new FolderWatch(folder)) {
      say("watching " + folder + "; in force: " + hash(live.state()));
      while (watch.await()) {
        LiveKnowledge.Reload reload = live.reload();
        tell(reload);
        if (reload.changed()) {
          check(folder, reload.state());
        }
      }
    } catch (IOException e) {
      throw new InputException(folder.toString(), "cannot be watched: " + e.getMessage(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DIAGNOSED;
  }

  private void tell(LiveKnowledge.Reload reload) {
    reload.state().problems().forEach(problem -> say(problem.toString()));
    if (!reload.state().problems().isEmpty()) {
      say("the edit is not in force; still in force: " + hash(reload.state()));
    } else if (reload.changed()) {
      say("in force after " + reload.took().toMillis() + " ms: " + hash(reload.state()));
    }
  }

  private void check(Path folder, LiveKnowledge.State state) {
    List<Problem> found =
        new KnowledgeCheck(KnowledgeOptions.files(folder), state.knowledge()).run();
    found.forEach(problem -> say(problem.toString()));
    say(found.isEmpty() ? "all cases give what they say" : found.size() + " problems");
  }

  private static String hash(LiveKnowledge.State state) {
    return state.knowledge().hash().substring(0, SHORT_HASH);
  }

  private void say(String line) {
    console.out().println(Console.plain(line));
    console.out().flush();
  }
}
