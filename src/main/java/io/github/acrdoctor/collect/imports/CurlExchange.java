package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers a request that curl made and its answer, line by line. */
final class CurlExchange {
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(?i)Bearer"
              + " .*realm=\"https://([^/\"]{1,255})/oauth2/token\".*service=\"([^\"]{1,255})\".*");
  private static final int MOST_BODY = 100_000;
  private static final int UNAUTHORIZED = 401;

  private final boolean tunnel;
  private final String path;
  private final int start;
  private String host;
  private boolean credentials;
  private int status;
  private Answer registry = Answer.UNKNOWN;
  private Integer retryAfter;
  private final StringBuilder body = new StringBuilder();
  private final List<Integer> bodyLines = new ArrayList<>();

  /**
   * A request.
   *
   * @param method its method
   * @param path its path, or the host of a tunnel
   * @param start the line it stands in
   */
  CurlExchange(String method, String path, int start) {
    this.tunnel = method.equals("CONNECT");
    this.path = path;
    this.start = start;
    this.host = tunnel ? bare(path) : null;
  }

  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":443$", "");
  }

  int start() {
    return start;
  }

  String host() {
    return host;
  }

  void sent(String header, String value) {
    if (header.equalsIgnoreCase("Host")) {
      host = bare(value);
    }
    credentials |= header.equalsIgnoreCase("Authorization");
  }

  void status(int code) {
    status = code;
  }

  boolean isAnswered() {
    return status >= 200;
  }

  /** A tunnel that a proxy opened is no answer of anybody, and other paths are no registry's. */
  boolean matters() {
    boolean known = path.equals("/v2") || path.startsWith("/v2/") || path.startsWith("/oauth2/");
    return isAnswered() && (tunnel ? status >= 300 : known);
  }

  void received(String header, String value) {
    switch (header.toLowerCase(Locale.ROOT)) {
      case "www-authenticate" -> {
        Matcher challenge = CHALLENGE.matcher(value);
        boolean own =
            challenge.matches()
                && challenge.group(1).equalsIgnoreCase(host)
                && challenge.group(2).equalsIgnoreCase(host);
        registry = own ? Answer.YES : registry == Answer.YES ? registry : Answer.NO;
      }
      case "x-ms-correlation-request-id" -> registry = Answer.YES;
      case "retry-after" ->
          retryAfter = value.matches("\\d{1,6}") ? Integer.valueOf(value) : retryAfter;
      default -> {
        // Says nothing that facts have a word for.
      }
    }
  }

  /** A body without a line break at its end is followed by what curl says next. */
  void body(String line, int at) {
    if (body.length() < MOST_BODY && !line.isBlank()) {
      body.append(line.replaceFirst("\\* Connection #\\d.*$", "")).append('\n');
      bodyLines.add(at);
    }
  }

  List<Integer> bodyLines() {
    return bodyLines;
  }

  /** Whether it is the answer that every registry gives to a request without credentials. */
  boolean isOrdinary() {
    return !tunnel
        && !credentials
        && status == UNAUTHORIZED
        && registry == Answer.YES
        && step().equals("challenge");
  }

  private String step() {
    String plain = path.replaceFirst("[?#].*$", "");
    if (plain.equals("/oauth2/exchange")) {
      return "exchange";
    } else if (plain.equals("/oauth2/token")) {
      return credentials ? "token" : "anonymous-token";
    } else if (plain.startsWith("/v2/") && plain.contains("/manifests/")) {
      return "manifest";
    }
    return plain.startsWith("/v2/") && plain.contains("/blobs/") ? "blob" : "challenge";
  }

  /**
   * The request as a fact.
   *
   * @return never null
   */
  HttpProbe probe() {
    JsonNode error = Json.read(body.toString()).path("errors").path(0).path("code");
    Answer proxy = registry == Answer.YES ? Answer.NO : Answer.UNKNOWN;
    boolean redirected = status >= 300 && status < 400;
    return new HttpProbe(
        step(),
        host,
        status,
        Json.text(error),
        tunnel ? Answer.YES : proxy,
        registry,
        redirected ? "redirect" : "answered",
        retryAfter);
  }
}
