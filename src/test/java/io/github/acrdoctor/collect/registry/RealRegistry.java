package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.StandInCodec;
import io.github.acrdoctor.collect.StandInRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/**
 * A real registry with token authentication. A front with TLS gives the tokens and passes
 * everything else on to it, so that both have the same host and port, as at Azure.
 */
final class RealRegistry implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");

  private final HeldCertificate certificate = StandInRegistry.certificate();
  private final MockWebServer front = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
  private final TokenMaker tokens;
  private final Process process;
  private final int port;

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  RealRegistry(Path folder) throws Exception {
    HandshakeCertificates tls =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    front.useHttps(tls.sslSocketFactory());
    front.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getUrl().encodedPath().equals("/oauth2/token")
                ? tokens.answer(request)
                : passOn(request);
          }
        });
    front.start(InetAddress.getLoopbackAddress(), 0);
    tokens = new TokenMaker(host());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config = Files.writeString(folder.resolve("registry.yml"), config(folder));
    ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "serve", config.toString());
    builder.redirectErrorStream(true);
    process = builder.start();
    awaitStart();
  }

  private String config(Path folder) throws IOException {
    Path issuer = Files.writeString(folder.resolve("issuer.pem"), tokens.certificatePem());
    return """
    version: 0.1
    log:
      level: info
    storage:
      filesystem:
        rootdirectory: %s
    http:
      addr: 127.0.0.1:%d
      secret: not-secret
    auth:
      token:
        realm: https://%s/oauth2/token
        service: %s
        issuer: test
        rootcertbundle: %s
    """
        .formatted(folder.resolve("storage"), port, host(), host(), issuer);
  }

  private void awaitStart() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines
                    .lines()
                    .filter(line -> line.contains("listening on"))
                    .forEach(line -> started.countDown());
              } catch (IOException | UncheckedIOException e) {
                // It has been stopped.
              }
            },
            "registry log");
    reader.setDaemon(true);
    reader.start();
    if (!started.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the registry did not start");
    }
  }

  private MockResponse passOn(RecordedRequest request) {
    HttpUrl url = request.getUrl().newBuilder().scheme("http").host("127.0.0.1").port(port).build();
    boolean body = request.getBody() != null && !request.getMethod().matches("GET|HEAD");
    Request passed =
        new Request.Builder()
            .url(url)
            .headers(request.getHeaders().newBuilder().set("Host", host()).build())
            .method(
                request.getMethod(),
                body ? RequestBody.create(request.getBody(), (MediaType) null) : null)
            .build();
    try (Response response = client.newCall(passed).execute()) {
      return new MockResponse.Builder()
          .code(response.code())
          .headers(response.headers().newBuilder().removeAll("Content-Length").build())
          .body(new Buffer().write(response.body().bytes()))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TokenMaker tokens() {
    return tokens;
  }

  String host() {
    return "localhost:" + front.getPort();
  }

  Path caFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
  }

  /** Puts an image of one layer into it. */
  void push(String repository, String tag) throws IOException {
    String token = tokens.token(repository, "pull", "push");
    String config = blob(repository, "{}", token);
    String layer = blob(repository, "layer", token);
    String type = "application/vnd.oci.image.manifest.v1+json";
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",".formatted(type)
            + "\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
            + "\"digest\":\"%s\",\"size\":2},".formatted(config)
            + "\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\","
            + "\"digest\":\"%s\",\"size\":5}]}".formatted(layer);
    HttpUrl url = direct("/v2/" + repository + "/manifests/" + tag);
    put(url, RequestBody.create(manifest, MediaType.get(type)), token);
  }

  private String blob(String repository, String content, String token) throws IOException {
    Request start =
        new Request.Builder()
            .url(direct("/v2/" + repository + "/blobs/uploads/"))
            .header("Authorization", "Bearer " + token)
            .post(RequestBody.create(new byte[0], null))
            .build();
    String digest = StandInCodec.digest(content);
    try (Response response = client.newCall(start).execute()) {
      HttpUrl upload = response.request().url().resolve(response.header("Location"));
      HttpUrl end = upload.newBuilder().addQueryParameter("digest", digest).build();
      put(end, RequestBody.create(content.getBytes(StandardCharsets.UTF_8), null), token);
    }
    return digest;
  }

  private HttpUrl direct(String path) {
    return HttpUrl.get("http://127.0.0.1:" + port + path);
  }

  private void put(HttpUrl url, RequestBody body, String token) throws IOException {
    Request request =
        new Request.Builder().url(url).header("Authorization", "Bearer " + token).put(body).build();
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 201) {
        throw new IOException("the registry answered " + response.code());
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
    front.close();
  }
}
