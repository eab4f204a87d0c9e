import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.KnowledgeLoader;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits a rule again and again in one process and prints, one line an edit, the milliseconds until
 * the edited knowledge base has answered a first case. Run it with the jar on the class path.
 */
public final class EditLatency {
  private EditLatency() {}

  /**
   * Measures.
   *
   * @param args rules folder, rule file in it, cache folder, edits to warm up, edits to measure
   * @throws Exception when a file cannot be read or written, or the edited rules are not sound
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path file = folder.resolve(args[1]);
    KnowledgeLoader loader = new KnowledgeLoader(new RuleBaseLoader(Path.of(args[2])));
    int warm = Integer.parseInt(args[3]);
    int measured = Integer.parseInt(args[4]);
    String text = Files.readString(file);
    for (int i = 0; i < warm + measured; i++) {
      Files.writeString(file, edited(text, i));
      long start = System.nanoTime();
      List<Problem> problems = new ArrayList<>();
      Knowledge knowledge = loader.load(KnowledgeFiles.read(folder), problems);
      if (knowledge == null || !problems.isEmpty()) {
        throw new IllegalStateException(problems.toString());
      }
      new Diagnoser(knowledge, Clock.systemUTC())
          .diagnose(Case.ofText("terminal", "unauthorized: authentication required"));
      long end = System.nanoTime();
      if (i >= warm) {
        System.out.println((end - start) / 1e6);
      }
    }
    Files.writeString(file, text);
  }

  /** Another wording of the first reason, never the same twice. */
  private static String edited(String text, int i) {
    int name = text.indexOf("rule \"");
    int close = text.indexOf('"', name + 6);
    String wording = ", process " + ProcessHandle.current().pid() + " wording " + i;
    return text.substring(0, close) + wording + text.substring(close);
  }
}
