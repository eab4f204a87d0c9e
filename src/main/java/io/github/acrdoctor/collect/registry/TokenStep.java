package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.docker.Claims;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.RepositoryAccess;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Asks the registry's token endpoint for tokens, and reads from them what they allow. To learn a
 * right this way does not use it.
 *
 * @see <a href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">its protocol</a>
 */
final class TokenStep {
  private static final String STEP = "token";

  private final Probe probe;

  TokenStep(Probe probe) {
    this.probe = probe;
  }

  /**
   * Asks for a token without any credential.
   *
   * @param repository what to pull
   * @return a token; null when nobody may pull without a login
   */
  Secret anonymous(String repository) {
    HttpUrl url = tokens().addQueryParameter("scope", "repository:" + repository + ":pull").build();
    Request request = new Request.Builder().url(url).build();
    Reply reply = probe.ask("anonymous-token", "GET /oauth2/token", request, 200, 401);
    return token(reply);
  }

  /**
   * Logs in, as {@code docker login} does.
   *
   * @param login the login
   * @return the answer; null when there is none
   */
  Reply login(StoredCredential login) {
    return probe.ask(STEP, "login", request(login, null), 200);
  }

  /**
   * Asks whether the login may pull, push and delete.
   *
   * @param login a login that was accepted
   * @param user user name for the facts
   * @param repository the repository
   * @return a token that pulls; null when it may not
   */
  Secret rights(StoredCredential login, String user, String repository) {
    String scope = "repository:" + repository + ":";
    Reply reply = probe.ask(STEP, "pull", request(login, scope + "pull"), 200);
    Answer pulls = granted(reply, repository, "pull");
    probe.notebook().fact(new RepositoryAccess(repository, "pull", pulls, user));
    quietly(login, user, repository, "push", scope + "pull,push");
    quietly(login, user, repository, "delete", scope + "delete");
    return pulls == Answer.NO ? null : token(reply);
  }

  /** Nobody asked to push or delete: that it is refused is no error, and no text. */
  private void quietly(
      StoredCredential login, String user, String repository, String action, String scope) {
    Answer granted;
    try {
      granted = granted(probe.send(request(login, scope)), repository, action);
    } catch (NoReply e) {
      granted = Answer.UNKNOWN;
    }
    probe.notebook().fact(new RepositoryAccess(repository, action, granted, user));
  }

  /**
   * Asks for a token that may read how an image is locked.
   *
   * @param login the login
   * @param repository the repository
   * @return null when it may not
   */
  Secret metadata(StoredCredential login, String repository) {
    try {
      Reply reply = probe.send(request(login, "repository:" + repository + ":metadata_read"));
      return granted(reply, repository, "metadata_read") == Answer.NO ? null : token(reply);
    } catch (NoReply e) {
      return null;
    }
  }

  /** What a token does not say is not known; who gets no token may not. */
  private static Answer granted(Reply reply, String repository, String action) {
    if (reply != null && reply.status() == 401) {
      return Answer.NO;
    }
    boolean given = reply != null && reply.status() == 200;
    Claims claims = Claims.of(given ? secret(reply) : null);
    Set<String> actions = claims == null ? null : claims.actions(repository);
    if (actions == null) {
      return Answer.UNKNOWN;
    }
    return actions.contains(action) || actions.contains("*") ? Answer.YES : Answer.NO;
  }

  /**
   * The token of an answer.
   *
   * @param reply an answer of the token endpoint; null for none
   * @return null when it holds none
   */
  Secret token(Reply reply) {
    Secret secret = reply == null || reply.status() != 200 ? null : secret(reply);
    if (secret != null) {
      probe.sends(secret);
    }
    return secret;
  }

  /** Registries of other makes call it token. */
  private static Secret secret(Reply reply) {
    String token = Json.text(reply.json().path("access_token"));
    String other = token == null ? Json.text(reply.json().path("token")) : token;
    return other == null || !isToken(other) ? null : new Secret(other);
  }

  /** What could not stand in a header is no token. */
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private HttpUrl.Builder tokens() {
    return probe.url("oauth2/token").addQueryParameter("service", probe.service());
  }

  private Request request(StoredCredential login, String scope) {
    if (!probe.isOurs()) {
      throw new IllegalStateException("a credential is sent to the registry's own endpoint only");
    }
    probe.sends(login.secret());
    if (login.identityToken()) {
      FormBody form =
          new FormBody.Builder()
              .add("grant_type", "refresh_token")
              .add("service", probe.service())
              .add("scope", scope == null ? "" : scope)
              .add("refresh_token", login.secret().reveal())
              .build();
      return new Request.Builder().url(probe.url("oauth2/token").build()).post(form).build();
    }
    HttpUrl.Builder url = tokens();
    if (scope != null) {
      url.addQueryParameter("scope", scope);
    }
    String basic = Credentials.basic(login.user(), login.secret().reveal(), StandardCharsets.UTF_8);
    probe.sends(new Secret(basic.substring("Basic ".length())));
    return new Request.Builder().url(url.build()).header("Authorization", basic).build();
  }
}
