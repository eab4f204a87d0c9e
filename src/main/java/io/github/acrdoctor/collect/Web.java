package io.github.acrdoctor.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Sends HTTP requests. Never follows a redirect by itself, so that no credential travels to a host
 * it was not meant for; reads bodies up to a limit; writes every question down.
 */
public final class Web {
  /** Bodies are read so far. */
  public static final int MOST_BODY = 4 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(4);

  private final OkHttpClient client;
  private final Machine machine;
  private final Reach reach;
  private final Proxies proxies;

  /**
   * A sender of requests.
   *
   * @param machine resolves names, tells the time, names the proxies
   * @param trust which certificates are believed
   * @param reach which addresses may be talked to
   */
  public Web(Machine machine, Trust trust, Reach reach) {
    this.machine = machine;
    this.reach = reach;
    this.proxies = Proxies.of(machine);
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(CONNECT)
            .sslSocketFactory(trust.context().getSocketFactory(), trust)
            .dns(this::lookup)
            .proxySelector(selector())
            .proxyAuthenticator(proxyLogin())
            .build();
  }

  /**
   * The client behind it, for libraries that need one. It has the same limits on addresses,
   * redirects and certificates.
   *
   * @return never null
   */
  public OkHttpClient client() {
    return client;
  }

  /**
   * The proxies that the environment names.
   *
   * @return never null
   */
  public Proxies proxies() {
    return proxies;
  }

  /**
   * Why a host may not be talked to, for those that open connections by themselves.
   *
   * @param host its name
   * @param addresses its addresses
   * @return null when it may
   */
  public String refusal(String host, List<InetAddress> addresses) {
    return reach.refusal(host, addresses);
  }

  private List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = machine.resolver().resolve(host);
    String refusal = reach.refusal(host, addresses);
    if (refusal != null) {
      throw (UnknownHostException)
          new UnknownHostException(refusal).initCause(new NoReply(NoReply.Kind.FORBIDDEN, refusal));
    }
    return addresses;
  }

  private ProxySelector selector() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        boolean encrypted = uri.getScheme().equals("https");
        int port = uri.getPort() < 0 ? encrypted ? 443 : 80 : uri.getPort();
        ProxyAddress proxy = proxies.forHost(encrypted, uri.getHost(), port);
        return List.of(
            proxy == null || reach.isMetadata(uri.getHost())
                ? Proxy.NO_PROXY
                : new Proxy(
                    Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The request fails with the same exception; there is nobody else to tell.
      }
    };
  }

  private Authenticator proxyLogin() {
    ProxyAddress proxy = proxies.encrypted();
    if (proxy == null || proxy.user() == null) {
      return Authenticator.NONE;
    }
    String login =
        Credentials.basic(
            proxy.user(), proxy.password() == null ? "" : proxy.password(), StandardCharsets.UTF_8);
    return (route, response) ->
        response.request().header("Proxy-Authorization") != null
            ? null
            : response.request().newBuilder().header("Proxy-Authorization", login).build();
  }

  /**
   * Sends a request.
   *
   * @param request what to send
   * @param time how long it may take in all
   * @param notebook takes question and answer; null when neither may be written down
   * @return the answer, whatever its status
   * @throws NoReply when there is none
   */
  public Reply send(Request request, Duration time, Notebook notebook) throws NoReply {
    return send(request, time, notebook, true);
  }

  /**
   * Sends a request whose answer holds a secret, such as a token: only its status is written down.
   *
   * @param request what to send
   * @param time how long it may take in all
   * @param notebook takes the question
   * @return the answer, whatever its status
   * @throws NoReply when there is none
   */
  public Reply sendForSecret(Request request, Duration time, Notebook notebook) throws NoReply {
    return send(request, time, notebook, false);
  }

  private Reply send(Request request, Duration time, Notebook notebook, boolean keep)
      throws NoReply {
    Instant since = machine.clock().instant();
    String what = request.method() + " " + request.url();
    if (notebook != null) {
      notebook.doing(request.method() + " " + place(request.url()));
    }
    try {
      Reply reply = call(request, time);
      if (notebook != null) {
        boolean secret = !keep && reply.status() < 300;
        notebook.asked(
            what, since, Integer.toString(reply.status()), secret ? "(not kept)" : reply.body());
      }
      return reply;
    } catch (IOException e) {
      NoReply failure = NoReply.of(e);
      if (notebook != null) {
        notebook.asked(what, since, failure.kind().word(), failure.getMessage());
      }
      throw failure;
    }
  }

  private static String place(HttpUrl url) {
    return url.host() + url.encodedPath();
  }

  private Reply call(Request request, Duration time) throws IOException {
    refuseLiteral(request.url().host());
    OkHttpClient timed = client.newBuilder().callTimeout(time).readTimeout(time).build();
    try (Response response = timed.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      boolean complete = !source.request(MOST_BODY + 1L);
      Buffer buffer = source.getBuffer();
      String body = buffer.readString(Math.min(buffer.size(), MOST_BODY), StandardCharsets.UTF_8);
      return new Reply(
          response.code(), response.headers(), body, complete, machine.clock().instant());
    }
  }

  /** Addresses are not looked up, so {@link #lookup} does not see them. */
  private void refuseLiteral(String host) throws IOException {
    if (host.matches("[0-9.]+") || host.contains(":")) {
      String refusal = reach.refusal(host, List.of(InetAddress.getByName(host)));
      if (refusal != null) {
        throw new NoReply(NoReply.Kind.FORBIDDEN, refusal);
      }
    }
  }
}
