package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.NoReply;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks one API of Azure with a token. The token goes to no other host. */
final class Rest {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Session session;
  private final String service;
  private final HttpUrl base;
  private final Token token;
  private volatile boolean unanswered;

  /**
   * An API.
   *
   * @param session what is shared
   * @param service what messages call it
   * @param base its address
   * @param token a token for it
   */
  Rest(Session session, String service, String base, Token token) {
    this.session = session;
    this.service = service;
    this.base = HttpUrl.parse(base);
    this.token = token;
  }

  /** Asks for what is at a path; a query may follow it. */
  Outcome get(String path) {
    return send(path, null);
  }

  /** Sends a document to a path and takes the answer. */
  Outcome post(String path, String body) {
    return send(path, RequestBody.create(body, JSON));
  }

  private Outcome send(String path, RequestBody body) {
    HttpUrl url = base == null ? null : base.resolve(path);
    if (url == null || !isHere(url)) {
      return Outcome.failed(service + " names another host for its answer: not asked");
    }
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + token.value())
            .header("Accept", "application/json")
            .method(body == null ? "GET" : "POST", body)
            .build();
    try {
      return Outcome.of(
          service, session.context().web().send(request, session.limit(), session.notebook()));
    } catch (NoReply e) {
      unanswered = true;
      return Outcome.of(service, e);
    }
  }

  private boolean isHere(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  /** Whether some request got no answer. */
  boolean isUnanswered() {
    return unanswered;
  }

  HttpUrl base() {
    return base;
  }
}
