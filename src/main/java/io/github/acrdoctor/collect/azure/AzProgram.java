package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Programs;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

/**
 * The Azure CLI of this machine, and tokens of whoever is signed in to it. Run with our own call:
 * azure-identity looks for it on the path of the process, not on that of the machine it is given.
 */
final class AzProgram implements Way {
  private static final Duration TIME = Duration.ofSeconds(9);

  private final Session session;
  private final Path az;
  private volatile JsonNode account = Json.read("");

  AzProgram(Session session) {
    this.session = session;
    this.az = session.machine().programs().find("az");
  }

  /**
   * Looks at it and writes down what it is.
   *
   * @return whether somebody is signed in
   */
  boolean read() throws InterruptedException {
    Notebook notebook = session.notebook();
    if (az == null) {
      notebook.fact(new AzureCli(Answer.NO, null, null, null, null, null));
      return false;
    }
    Future<Programs.Ran> version = session.parallel().start(() -> run("version", "-o", "json"));
    Programs.Ran shown = quietly("account", "show", "-o", "json");
    Programs.Ran told = Parallel.await(version, TIME, null);
    account = shown == null ? Json.read("") : Json.read(shown.out());
    String number = told == null ? null : Json.text(Json.read(told.out()).path("azure-cli"));
    notebook.fact(
        new AzureCli(
            Answer.YES,
            number,
            signedIn(shown, number != null),
            Json.text(account.path("id")),
            Json.text(account.path("tenantId")),
            Json.text(account.path("environmentName"))));
    explain(shown, number != null);
    return account.isObject();
  }

  /** An az that cannot even tell its version says nothing about who is signed in. */
  private Answer signedIn(Programs.Ran shown, boolean works) {
    if (account.isObject()) {
      return Answer.YES;
    }
    return works && shown != null && !shown.timedOut() ? Answer.NO : Answer.UNKNOWN;
  }

  private void explain(Programs.Ran shown, boolean works) {
    if (shown != null && shown.timedOut()) {
      session.notebook().missing("azureCli", "az gave no answer in time", null);
    } else if (!works && shown != null && shown.exit() != 0) {
      session.notebook().text("az account show", shown.err());
    }
  }

  private Programs.Ran run(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = az.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return session.machine().programs().run(TIME, session.notebook(), command);
  }

  private Programs.Ran quietly(String... arguments) {
    try {
      return run(arguments);
    } catch (InterruptedIOException e) {
      return null;
    } catch (IOException e) {
      session.notebook().missing("azureCli", "az cannot be started", null);
      return null;
    }
  }

  /** Id of the subscription that az is set to; null when nobody is signed in. */
  String subscription() {
    return Json.text(account.path("id"));
  }

  /** Name of the cloud that az is set to; null when nobody is signed in. */
  String cloud() {
    return Json.text(account.path("environmentName"));
  }

  @Override
  public String name() {
    return "the Azure CLI";
  }

  @Override
  public Principal presents() {
    boolean user = account.path("user").path("type").asText("user").equals("user");
    return new Principal(
        user ? "user" : "service-principal",
        Json.text(account.path("user").path("name")),
        null,
        Json.text(account.path("tenantId")));
  }

  @Override
  public String credential() {
    return null;
  }

  @Override
  public Token token(String audience) throws NoToken {
    String what = "az account get-access-token --resource " + audience;
    Instant since = session.machine().clock().instant();
    try {
      Programs.Ran ran =
          session
              .machine()
              .programs()
              .run(
                  TIME,
                  "",
                  az.toString(),
                  "account",
                  "get-access-token",
                  "--resource",
                  audience,
                  "-o",
                  "json");
      String token = Json.text(Json.read(ran.out()).path("accessToken"));
      session
          .notebook()
          .asked(what, since, ran.outcome(), token == null ? ran.err() : "(not kept)");
      if (token != null) {
        return Token.of(token);
      }
      String reason = "the Azure CLI gave no token: " + ran.outcome();
      throw new NoToken("az account get-access-token", reason, ran.timedOut() ? null : ran.err());
    } catch (IOException e) {
      throw new NoToken("az", "the Azure CLI cannot be started", null);
    }
  }
}
