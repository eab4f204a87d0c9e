package io.github.acrdoctor.collect;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Ways in which {@link StandInRegistry} can fail. */
public final class StandInFaults {
  private StandInFaults() {}

  /** A fault that needs to know nothing about the request. */
  public record Fixed(MockResponse response) implements StandInRegistry.Fault {
    @Override
    public MockResponse answer(RecordedRequest request, java.net.Socket connection) {
      return response;
    }

    MockResponse answerNow() {
      return response;
    }
  }

  /** Never answers. */
  public static Fixed hang() {
    return new Fixed(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  /** Resets the connection instead of an answer. */
  public static StandInRegistry.Fault reset() {
    return (request, connection) -> {
      // To close with this set sends a reset.
      connection.setSoLinger(true, 0);
      connection.close();
      throw new IOException("reset");
    };
  }

  /** Closes the connection instead of an answer. */
  public static Fixed close() {
    return new Fixed(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  /** Answers so slowly that nobody waits for the end. */
  public static Fixed slow() {
    return new Fixed(
        new MockResponse.Builder()
            .code(401)
            .body("x".repeat(10_000))
            .throttleBody(1, 1, TimeUnit.SECONDS)
            .build());
  }

  /** A page for people. */
  public static Fixed html(int status) {
    return new Fixed(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "text/html")
            .body("<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>")
            .build());
  }

  /** A page of a proxy, which says so. */
  public static Fixed proxyPage(int status) {
    return new Fixed(
        html(status).response().newBuilder().addHeader("Via", "1.1 proxy (squid)").build());
  }

  /** A document larger than anybody reads. */
  public static Fixed oversized(int status) {
    return new Fixed(StandInAnswers.json(status, "{\"a\":\"" + "x".repeat(5 << 20) + "\"}"));
  }

  /** The beginning of a document. */
  public static Fixed truncated(int status) {
    return new Fixed(StandInAnswers.json(status, "{\"access_token\":\"abc"));
  }

  /** Closes the connection in the middle of the body. */
  public static Fixed cutOff(int status) {
    return new Fixed(
        StandInAnswers.json(status, "{\"a\":\"" + "x".repeat(100_000) + "\"}")
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
  }

  /** Sends clients elsewhere, or round in a circle. */
  public static Fixed redirect(String location) {
    return new Fixed(new MockResponse.Builder().code(302).addHeader("Location", location).build());
  }

  /** Names another token endpoint. */
  public static Fixed realm(String realm, String service) {
    return new Fixed(StandInAnswers.challenge(realm, service));
  }

  /** The firewall of the registry. */
  public static Fixed firewall(String ip) {
    return new Fixed(
        StandInAnswers.error(
            403,
            "DENIED",
            "client with IP '"
                + ip
                + "' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."));
  }

  /** Too many requests. */
  public static Fixed throttled(int seconds) {
    return new Fixed(
        StandInAnswers.error(
                429,
                "TOOMANYREQUESTS",
                "Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix to view"
                    + " limits of all service tiers.")
            .newBuilder()
            .addHeader("Retry-After", seconds)
            .build());
  }

  /** An error of the registry in its own form. */
  public static Fixed error(int status, String code, String message) {
    return new Fixed(StandInAnswers.error(status, code, message));
  }

  /** Answers with what it was asked, credentials and all. */
  public static StandInRegistry.Fault echo(int status) {
    return (request, connection) ->
        StandInAnswers.error(
            status,
            "UNAUTHORIZED",
            "you sent "
                + request.getHeaders().get("Authorization")
                + " "
                + (request.getBody() == null ? "" : request.getBody().utf8()));
  }
}
