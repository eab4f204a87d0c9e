package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.StandInCodec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HeldCertificate;

/** Makes signed tokens that a real registry believes. */
final class TokenMaker {
  private final HeldCertificate issuer =
      new HeldCertificate.Builder().commonName("issuer").ecdsa256().build();
  private final Map<String, String> actions = new ConcurrentHashMap<>();
  private final String service;

  TokenMaker(String service) {
    this.service = service;
  }

  String certificatePem() {
    return issuer.certificatePem();
  }

  /** Accepts a user, who may do the given things in every repository. */
  void user(String name, String password, String... allowed) {
    actions.put(Credentials.basic(name, password), String.join(",", allowed));
  }

  MockResponse answer(RecordedRequest request) {
    String held = actions.get(String.valueOf(request.getHeaders().get("Authorization")));
    String scope = request.getUrl().queryParameter("scope");
    if (held == null) {
      return new MockResponse.Builder()
          .code(401)
          .addHeader("Content-Type", "application/json")
          .body("{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"who are you\"}]}")
          .build();
    }
    String[] parts = scope == null ? new String[] {"", "", ""} : scope.split(":", -1);
    String[] granted =
        Arrays.stream(parts[2].split(",", -1))
            .filter(action -> Arrays.asList(held.split(",", -1)).contains(action))
            .toArray(String[]::new);
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body("{\"access_token\":\"" + token(parts[1], granted) + "\"}")
        .build();
  }

  String token(String repository, String... granted) {
    long now = Instant.now().getEpochSecond();
    String list =
        Arrays.stream(granted).map(action -> '"' + action + '"').collect(Collectors.joining(","));
    String access =
        repository.isEmpty()
            ? "[]"
            : "[{\"type\":\"repository\",\"name\":\"%s\",\"actions\":[%s]}]"
                .formatted(repository, list);
    String claims =
        "{\"iss\":\"test\",\"sub\":\"u\",\"aud\":\"%s\",\"jti\":\"%s\",\"nbf\":%d,\"iat\":%d,"
                .formatted(service, UUID.randomUUID(), now - 10, now - 10)
            + "\"exp\":%d,\"access\":%s}".formatted(now + 600, access);
    try {
      String chain = Base64.getEncoder().encodeToString(issuer.certificate().getEncoded());
      String header = "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"x5c\":[\"" + chain + "\"]}";
      String signed = StandInCodec.base64(header) + "." + StandInCodec.base64(claims);
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(issuer.keyPair().getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
