package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.collect.docker.StoredLogins;
import io.github.acrdoctor.facts.Answer;
import okhttp3.FormBody;
import okhttp3.Request;

/**
 * Logs in to the registry with an identity of Entra, as {@code az acr login} does.
 *
 * @see <a href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">the exchange</a>
 */
public final class RegistryTokens {
  private RegistryTokens() {}

  /**
   * Trades a token of Entra for one of the registry and, when there is no other login for the
   * registry, learns what that one may do. The token goes to the registry only, and only when the
   * registry gives its tokens itself.
   *
   * @param context names the registry and the repository
   * @param notebook takes what is learnt
   * @param entraToken a token for Azure Resource Manager or for registries; never null
   * @param tenant directory id that the token is from; null to leave it to the token
   * @return whether the registry accepted it; unknown when it could not be asked. No also stands
   *     for an identity that has no right at all on the registry
   */
  public static Answer asEntra(
      Context context, Notebook notebook, String entraToken, String tenant) {
    Probe probe = new Probe(context, notebook);
    try {
      probe.firstQuietly();
    } catch (NoReply e) {
      notebook.missing("repositoryAccess", "the registry: " + e.kind().word(), null);
      return Answer.UNKNOWN;
    }
    if (!Safety.mayLogIn(probe)) {
      return Answer.UNKNOWN;
    }
    Reply reply = exchange(probe, new Secret(entraToken), tenant);
    String refresh =
        reply == null || reply.status() != 200
            ? null
            : Json.text(reply.json().path("refresh_token"));
    if (refresh != null && TokenStep.isToken(refresh)) {
      if (!hasLogin(context)) {
        rights(probe, refresh);
      }
      return Answer.YES;
    }
    return reply != null && reply.status() == 401 ? Answer.NO : Answer.UNKNOWN;
  }

  /**
   * Clients use the login they have, and the facts about tokens are about that one: what another
   * identity may do would hide that it is refused.
   */
  private static boolean hasLogin(Context context) {
    return context.options().user() != null
        || StoredLogins.of(context.machine()).mention(context.target().server());
  }

  private static Reply exchange(Probe probe, Secret token, String tenant) {
    probe.sends(token);
    FormBody.Builder form =
        new FormBody.Builder()
            .add("grant_type", "access_token")
            .add("service", probe.service())
            .add("access_token", token.reveal());
    if (tenant != null) {
      form.add("tenant", tenant);
    }
    Request request =
        new Request.Builder().url(probe.url("oauth2/exchange").build()).post(form.build()).build();
    return probe.ask("exchange", "POST /oauth2/exchange", request, 200);
  }

  private static void rights(Probe probe, String refresh) {
    StoredCredential login =
        new StoredCredential(
            probe.target().server(), StoredCredential.NOBODY, new Secret(refresh), true);
    String repository = probe.target().repository();
    TokenStep tokens = new TokenStep(probe);
    if (repository == null) {
      tokens.login(login);
    } else {
      tokens.rights(login, StoredCredential.NOBODY, repository);
    }
  }
}
