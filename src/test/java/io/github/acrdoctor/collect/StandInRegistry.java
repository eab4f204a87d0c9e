package io.github.acrdoctor.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A registry on loopback that answers as one of Azure does: challenge, exchange, tokens with lists
 * of what they allow, manifests, and layers that it sends on to another host. It can be told to
 * fail at one stage or several.
 *
 * <p>Stages are named as in the fact httpProbe: challenge, anonymous-token, exchange, token,
 * manifest, blob; and metadata, for how an image is locked. A stage that starts with a slash is a
 * path.
 */
public final class StandInRegistry implements AutoCloseable {
  /** The user of those who give no credential. */
  public static final String ANYBODY = "";

  /** The user name that goes with tokens of the registry. */
  public static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final HeldCertificate certificate;
  private final String name;
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer data = new MockWebServer();
  private final RawSockets sockets = new RawSockets();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> dataRequests = new CopyOnWriteArrayList<>();
  private StandInContents contents;
  private volatile String dataHost;

  /** How a stage fails. */
  public interface Fault {
    /**
     * Answers in the place of the registry.
     *
     * @param request what was asked
     * @param connection the connection below TLS
     * @return what to answer
     * @throws IOException when the connection is already gone
     */
    MockResponse answer(RecordedRequest request, java.net.Socket connection) throws IOException;
  }

  private StandInRegistry(HeldCertificate certificate, String name) {
    this.certificate = certificate;
    this.name = name;
  }

  /**
   * A certificate for it.
   *
   * @return a new one for localhost, signed by itself
   */
  public static HeldCertificate certificate() {
    return new HeldCertificate.Builder()
        .commonName("localhost")
        .addSubjectAlternativeName("localhost")
        .addSubjectAlternativeName("127.0.0.1")
        .build();
  }

  /**
   * Starts a registry without users and images.
   *
   * @param server its certificate, for localhost
   * @return to be closed
   */
  public static StandInRegistry start(HeldCertificate server) throws IOException {
    return start(server, "localhost");
  }

  /**
   * Starts a registry that goes by another name than localhost.
   *
   * @param server its certificate, for this name
   * @param name what clients call its host
   * @return to be closed
   */
  public static StandInRegistry start(HeldCertificate server, String name) throws IOException {
    StandInRegistry registry = new StandInRegistry(server, name);
    registry.begin(registry.server, registry.requests, registry::answer);
    registry.begin(registry.data, registry.dataRequests, StandInAnswers::layer);
    registry.contents = new StandInContents(registry.host());
    registry.dataHost = "localhost:" + registry.data.getPort();
    return registry;
  }

  private interface Answering {
    MockResponse answer(RecordedRequest request) throws IOException;
  }

  private void begin(MockWebServer started, List<RecordedRequest> seen, Answering answering)
      throws IOException {
    if (started == server) {
      started.setServerSocketFactory(sockets);
    }
    HandshakeCertificates tls =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    started.useHttps(tls.sslSocketFactory());
    started.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            seen.add(request);
            try {
              return answering.answer(request);
            } catch (IOException e) {
              return StandInFaults.close().answerNow();
            }
          }
        });
    started.start(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * Adds a user.
   *
   * @param name user name; its password goes with it
   * @return this
   */
  public StandInRegistry user(String name, String password) {
    contents.passwords.put(name, password);
    return this;
  }

  /**
   * Accepts a token of Entra.
   *
   * @param token the token
   * @param user whose rights it has
   * @return this
   */
  public StandInRegistry entra(String token, String user) {
    contents.entra.put(token, user);
    return this;
  }

  /**
   * Gives rights.
   *
   * @param user user name; {@link #ANYBODY} for those without a login
   * @param actions pull, push, delete, metadata_read
   * @return this
   */
  public StandInRegistry allow(String user, String repository, String... actions) {
    contents
        .rights
        .computeIfAbsent(user + " " + repository, key -> ConcurrentHashMap.newKeySet())
        .addAll(Arrays.asList(actions));
    return this;
  }

  /**
   * Adds an image of one platform.
   *
   * @return this
   */
  public StandInRegistry image(String repository, String tag) {
    return manifest(repository, tag, StandInAnswers.manifest());
  }

  /**
   * Adds an image for several platforms.
   *
   * @param platforms such as linux/amd64
   * @return this
   */
  public StandInRegistry index(String repository, String tag, String... platforms) {
    String child = StandInAnswers.manifest();
    manifest(repository, StandInCodec.digest(child), child);
    String entries =
        Arrays.stream(platforms)
            .map(platform -> StandInAnswers.entry(StandInCodec.digest(child), platform))
            .collect(Collectors.joining(","));
    return manifest(repository, tag, StandInAnswers.index(entries));
  }

  /**
   * Adds any document as a manifest.
   *
   * @return this
   */
  public StandInRegistry manifest(String repository, String reference, String document) {
    contents.manifests.put(repository + " " + reference, document);
    return this;
  }

  /**
   * Locks an image.
   *
   * @param attributes what is locked, in JSON, such as {@code "writeEnabled":false}
   * @return this
   */
  public StandInRegistry lock(String repository, String tag, String attributes) {
    contents.locks.put(repository + " " + tag, "{" + attributes + "}");
    return this;
  }

  /**
   * Sends clients elsewhere for layers.
   *
   * @param host a host, with its port
   * @return this
   */
  public StandInRegistry dataHost(String host) {
    dataHost = host;
    return this;
  }

  /**
   * Makes a stage fail.
   *
   * @param stage a stage or a path
   * @param response what it answers
   * @return this
   */
  public StandInRegistry fault(String stage, MockResponse response) {
    return fault(stage, (request, connection) -> response);
  }

  /**
   * Makes a stage fail.
   *
   * @param stage a stage or a path
   * @param fault how, see {@link StandInFaults}
   * @return this
   */
  public StandInRegistry fault(String stage, Fault fault) {
    faults.put(stage, fault);
    return this;
  }

  /** Host and port, as in image references. */
  public String host() {
    return name + ":" + server.getPort();
  }

  /** Host and port that layers come from. */
  public String dataHost() {
    return dataHost;
  }

  /** Its certificate in a file of the given folder, for those who are to trust it. */
  public Path caFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
  }

  /** What it was asked, in order. */
  public List<RecordedRequest> requests() {
    return requests;
  }

  /** What the host that layers come from was asked. */
  public List<RecordedRequest> dataRequests() {
    return dataRequests;
  }

  @Override
  public void close() {
    server.close();
    data.close();
  }

  private MockResponse answer(RecordedRequest request) throws IOException {
    HttpUrl url = request.getUrl();
    String stage = StandInAnswers.stage(request);
    Fault fault = faults.getOrDefault(url.encodedPath(), faults.get(stage));
    if (fault != null) {
      return fault.answer(request, sockets.get(request.getConnectionIndex()));
    }
    return switch (stage) {
      case "challenge" -> StandInAnswers.challenge("https://" + host() + "/oauth2/token", host());
      case "anonymous-token" -> contents.token(ANYBODY, url.queryParameter("scope"));
      case "token" -> contents.token(request);
      case "exchange" -> contents.exchange(request);
      case "manifest" -> contents.manifest(request);
      case "blob" -> contents.blob(request, dataHost);
      case "metadata" -> contents.metadata(request);
      default -> StandInAnswers.error(404, "NAME_UNKNOWN", "no such path");
    };
  }

  /**
   * A refresh token of this registry.
   *
   * @param user whose rights it has
   */
  public String refreshToken(String user) {
    return contents.refreshToken(user);
  }
}
