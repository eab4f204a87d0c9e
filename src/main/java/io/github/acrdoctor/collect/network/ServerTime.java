package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.ClockOffset;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * Compares the clock of the machine with the time the registry states. It goes over a connection
 * that is open already, so that it also works when the certificate of the registry cannot be
 * trusted, be it only because of that clock.
 */
final class ServerTime {
  private static final Duration TIME = Duration.ofMillis(1500);

  private ServerTime() {}

  /**
   * Asks the registry for an answer, and writes down how far the clocks are apart.
   *
   * @param machine tells the time
   * @param notebook takes the offset, or why it is not known
   * @param socket an open connection to the registry; no credential is sent over it
   * @param target the registry
   * @throws InterruptedException when this thread was interrupted
   */
  static void compare(Machine machine, Notebook notebook, Socket socket, Target target)
      throws InterruptedException {
    Instant since = machine.clock().instant();
    String what = "HEAD https://" + target.server() + "/v2/";
    notebook.doing(what);
    try {
      HttpHead head = InTime.get(TIME, () -> ask(socket, target), socket);
      Instant now = machine.clock().instant();
      notebook.asked(what, since, Integer.toString(head.status()), head.text());
      compare(notebook, now, head.header("Date"));
    } catch (IOException e) {
      String failure = NoReply.of(e).kind().word();
      notebook.asked(what, since, failure, e.getMessage());
      missing(notebook, "the registry did not answer a request without credentials: " + failure);
    }
  }

  private static HttpHead ask(Socket socket, Target target) throws IOException {
    socket
        .getOutputStream()
        .write(
            HttpHead.request(
                "HEAD /v2/ HTTP/1.1",
                "Host: " + target.server(),
                "User-Agent: acr-doctor",
                "Connection: close"));
    return HttpHead.read(socket.getInputStream());
  }

  private static void compare(Notebook notebook, Instant now, String date) {
    try {
      if (date != null) {
        Instant stated = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        long ahead = Duration.between(stated, now).toSeconds();
        notebook.fact(
            new ClockOffset(
                (int) Math.max(-Integer.MAX_VALUE, Math.min(ahead, Integer.MAX_VALUE))));
        return;
      }
    } catch (DateTimeParseException e) {
      // Said below: a date that is none tells as little as no date.
    }
    missing(notebook, "the registry's answer does not state the time");
  }

  private static void missing(Notebook notebook, String reason) {
    notebook.missing("clockOffset", reason, null);
  }
}
