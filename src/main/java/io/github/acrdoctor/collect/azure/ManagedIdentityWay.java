package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Reply;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Tokens of the identity that Azure gave this machine or app. Asked for with our own requests:
 * azure-identity reads the environment of the process for this, not that of the machine it is
 * given.
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">
 *     how to use managed identities on a virtual machine</a>
 */
final class ManagedIdentityWay implements Way {
  private static final String SERVICE = "the instance metadata service";

  private final Session session;
  private final String client;
  private final String endpoint;
  private final String header;

  /**
   * The identity of this machine.
   *
   * @param session what is shared
   */
  ManagedIdentityWay(Session session) {
    this.session = session;
    this.client = session.machine().variable("AZURE_CLIENT_ID");
    this.endpoint = session.machine().variable("IDENTITY_ENDPOINT");
    this.header = session.machine().variable("IDENTITY_HEADER");
  }

  /** Whether the environment names an endpoint for apps, so that nothing else need be tried. */
  boolean isNamed() {
    return endpoint != null && header != null;
  }

  @Override
  public String name() {
    return "the managed identity";
  }

  @Override
  public Principal presents() {
    return new Principal("managed-identity", client, null, null);
  }

  @Override
  public String credential() {
    return null;
  }

  @Override
  public Token token(String audience) throws NoToken {
    try {
      Duration time = session.limit();
      Reply reply =
          session.context().web().sendForSecret(request(audience), time, session.notebook());
      String token = Json.text(reply.json().path("access_token"));
      if (reply.status() == 200 && token != null) {
        return Token.of(token);
      }
      String reason = SERVICE + " answered with status " + reply.status();
      throw new NoToken(SERVICE, reason, reply.json().has("error") ? reply.body() : null);
    } catch (NoReply e) {
      throw NoToken.silence(SERVICE, SERVICE + " gave no answer: " + e.kind().word());
    }
  }

  private Request request(String audience) throws NoToken {
    String base =
        isNamed() ? endpoint : session.machine().metadata() + "/metadata/identity/oauth2/token";
    HttpUrl url = HttpUrl.parse(base);
    if (url == null) {
      throw new NoToken(SERVICE, "IDENTITY_ENDPOINT is not a web address", null);
    }
    HttpUrl.Builder asked =
        url.newBuilder()
            .addQueryParameter("api-version", isNamed() ? "2019-08-01" : "2018-02-01")
            .addQueryParameter("resource", audience);
    if (client != null) {
      asked.addQueryParameter("client_id", client);
    }
    Request.Builder request = new Request.Builder().url(asked.build());
    return isNamed()
        ? request.header("X-IDENTITY-HEADER", header).build()
        : request.header("Metadata", "true").build();
  }
}
