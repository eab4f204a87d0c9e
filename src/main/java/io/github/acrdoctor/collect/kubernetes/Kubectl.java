package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Programs.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks kubectl, and writes down of its answers only what holds no secret. */
final class Kubectl {
  /** How kubectl prints the reason field of the API server's status. */
  private static final Pattern STATUS_REASON =
      Pattern.compile("Error from server \\(([A-Za-z]{1,40})\\)");

  private static final String UNREADABLE = "the answer of kubectl is cut off or no JSON";
  private static final int LONGEST = 300;

  /** Starting the program and finding the server come on top of what the server is given. */
  private static final Duration START = Duration.ofSeconds(1);

  private final Machine machine;
  private final Path program;
  private final Notebook notebook;

  Kubectl(Machine machine, Path program, Notebook notebook) {
    this.machine = machine;
    this.program = program;
    this.notebook = notebook;
  }

  /**
   * What the cluster answered.
   *
   * @param json the answer; a missing node when there was none
   * @param problem why there is no answer, in the words of kubectl; null when there is one
   * @param reason reason that the API server gave; empty when it gave none
   */
  record Answer(JsonNode json, String problem, String reason) {
    boolean isForbidden() {
      return reason.equals("Forbidden");
    }

    /** Whether there was an answer, and only a part of it could be read. */
    boolean isUnreadable() {
      return UNREADABLE.equals(problem);
    }
  }

  /**
   * Prints a part of the configuration, without asking the cluster.
   *
   * @param arguments what follows {@code kubectl config}
   * @return what kubectl did; it printed nothing when there is no such part
   */
  Ran config(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "config"));
    command.addAll(List.of(arguments));
    return machine.programs().run(START.multipliedBy(2), notebook, command.toArray(String[]::new));
  }

  /**
   * Gets objects of the cluster.
   *
   * @param time how long the server may take
   * @param summary what of the answer may be written down
   * @param arguments what follows {@code kubectl get}
   * @return never null; nothing at all is an answer too: the object does not exist
   */
  Answer get(Duration time, Function<JsonNode, String> summary, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "get"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-o", "json", "--request-timeout=" + time.toSeconds() + "s"));
    String what = "kubectl " + String.join(" ", command.subList(1, command.size()));
    Instant since = machine.clock().instant();
    notebook.doing(what);
    Ran ran = machine.programs().run(time.plus(START), "", command.toArray(String[]::new));
    Answer answer = answer(ran);
    notebook.asked(what, since, ran.outcome(), told(answer, summary));
    return answer;
  }

  private static String told(Answer answer, Function<JsonNode, String> summary) {
    if (answer.problem() != null) {
      return answer.problem();
    }
    return answer.json().isMissingNode() ? "nothing" : summary.apply(answer.json());
  }

  private static Answer answer(Ran ran) {
    JsonNode json = Json.read(ran.exit() == 0 ? ran.out() : "");
    if (json.isObject() || (ran.exit() == 0 && ran.out().isBlank())) {
      return new Answer(json, null, "");
    } else if (ran.timedOut()) {
      return new Answer(json.path("none"), "kubectl got no answer in time", "");
    } else if (ran.exit() == 0) {
      return new Answer(json.path("none"), UNREADABLE, "");
    }
    // The last line is the message; what comes before are attempts.
    String last = ran.err().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).trim();
    Matcher reason = STATUS_REASON.matcher(last);
    String said = last.isEmpty() ? ran.outcome() : last;
    return new Answer(
        json.path("none"),
        "kubectl: " + said.substring(0, Math.min(said.length(), LONGEST)),
        reason.find() ? reason.group(1) : "");
  }
}
