package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.Credential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the secrets and certificates of an application end.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/passwordcredential">
 *     passwordCredential</a>
 */
final class ApplicationSecrets {
  private ApplicationSecrets() {}

  /**
   * Reads them.
   *
   * @param session what is shared
   * @param client the login that is in use
   * @param application the application
   * @param described what the directory says about it
   */
  static void read(Session session, Client client, Application application, JsonNode described) {
    JsonNode passwords = described.path("passwordCredentials");
    secrets(session, client, application, passwords);
    boolean byCertificate = session.machine().variable("AZURE_CLIENT_CERTIFICATE_PATH") != null;
    // A certificate in a file of this machine tells its end by itself.
    if (passwords.isEmpty() && !byCertificate) {
      List<JsonNode> keys = list(described.path("keyCredentials"));
      write(session, "certificate", application.id(), Answer.UNKNOWN, keys);
    }
  }

  private static void secrets(
      Session session, Client client, Application application, JsonNode passwords) {
    List<JsonNode> all = list(passwords);
    List<JsonNode> meant =
        all.stream().filter(one -> isUsed(session, client, one.path("hint").asText(""))).toList();
    if (meant.isEmpty()) {
      write(session, "client-secret", application.id(), Answer.UNKNOWN, all);
    } else {
      write(session, "client-secret", application.id(), application.secretAccepted(), meant);
    }
    for (JsonNode password : all) {
      Instant made = Json.time(password.path("startDateTime"));
      if (made != null) {
        session.notebook().fact(new Change("secret", made, application.id()));
      }
    }
  }

  /** The secret in use stays here: only its first letters are compared with the hint. */
  private static boolean isUsed(Session session, Client client, String hint) {
    String secret = session.machine().variable("AZURE_CLIENT_SECRET");
    return client.isApplication()
        ? client.secretStartsWith(hint)
        : secret != null && !hint.isEmpty() && secret.startsWith(hint);
  }

  /** Where some have run out and some have not, it is not known which one the client has. */
  private static void write(
      Session session, String kind, String appId, Answer accepted, List<JsonNode> all) {
    Instant now = session.machine().clock().instant();
    long over = all.stream().filter(one -> isOver(one, now)).count();
    if (over > 0 && over < all.size()) {
      session
          .notebook()
          .missing(
              "credential",
              "of "
                  + all.size()
                  + " credentials of the kind "
                  + kind
                  + " that the application has, "
                  + over
                  + " have run out; which one the client uses is not known",
              null);
      return;
    }
    for (JsonNode one : all) {
      session
          .notebook()
          .fact(
              new Credential(
                  kind,
                  appId,
                  null,
                  accepted,
                  null,
                  null,
                  Json.time(one.path("startDateTime")),
                  Json.time(one.path("endDateTime"))));
    }
  }

  private static boolean isOver(JsonNode one, Instant now) {
    Instant end = Json.time(one.path("endDateTime"));
    return end != null && !end.isAfter(now);
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
