package io.github.acrdoctor.collect.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Sends requests to the registry, and only to it, and writes each answer down as a fact. */
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** Steps that are answered with a document. */
  private static final Set<String> DOCUMENTS =
      Set.of("anonymous-token", "exchange", "token", "manifest");

  private static final int LONGEST_TEXT = 2_000;

  private final Context context;
  private final Notebook notebook;
  private final Scrubber scrubber = new Scrubber();
  private Challenge challenge;

  /**
   * Has asked nothing yet.
   *
   * @param context names the registry
   * @param notebook takes questions and answers
   */
  Probe(Context context, Notebook notebook) {
    this.context = context;
    this.notebook = notebook;
  }

  /**
   * The registry that is asked.
   *
   * @return never null
   */
  Target target() {
    return context.target();
  }

  /**
   * Where answers are written down.
   *
   * @return never null
   */
  Notebook notebook() {
    return notebook;
  }

  /**
   * The start of an address at the registry.
   *
   * @param path path of the address, without a slash at the start
   * @return to be completed
   */
  HttpUrl.Builder url(String path) {
    return new HttpUrl.Builder()
        .scheme("https")
        .host(target().host())
        .port(target().port())
        .addPathSegments(path);
  }

  /**
   * What tokens are asked for.
   *
   * @return as the registry calls itself, else the target
   */
  String service() {
    return isOurs() ? challenge.service() : target().server();
  }

  /**
   * Says that a secret is going to be sent, so that it can be told in the answers.
   *
   * @param secret a password or token
   */
  void sends(Secret secret) {
    scrubber.remember(secret);
  }

  /**
   * What the first answer said about tokens.
   *
   * @return null when it said nothing, or was not asked for
   */
  Challenge challenge() {
    return challenge;
  }

  /**
   * Whether tokens come from the registry itself, so that it may be given credentials.
   *
   * @return false as long as it has not said so
   */
  boolean isOurs() {
    return challenge != null && challenge.isOf(target());
  }

  /**
   * Asks the first question, whose answer is the challenge.
   *
   * @return the answer; null when there is none
   */
  Reply first() {
    Reply reply = ask("challenge", "GET /v2/", firstRequest(), 200, 401);
    challenge = reply == null || reply.status() != 401 ? null : Challenge.of(reply);
    return reply;
  }

  /**
   * Asks the first question without writing down its answer as a fact: somebody else does.
   *
   * @throws NoReply when there is no answer
   */
  void firstQuietly() throws NoReply {
    Reply reply = send(firstRequest());
    challenge = reply.status() == 401 ? Challenge.of(reply) : null;
  }

  private Request firstRequest() {
    return new Request.Builder().url(url("v2/").build()).build();
  }

  /**
   * Asks, and writes the answer down.
   *
   * @param step what facts call the question
   * @param name what texts call the question
   * @param request the question
   * @param normal statuses whose bodies are no errors
   * @return the answer; null when there is none
   */
  Reply ask(String step, String name, Request request, int... normal) {
    Reply reply = sendOrWrite(step, request);
    if (reply == null) {
      return null;
    }
    notebook.fact(fact(step, reply));
    boolean usual = IntStream.of(normal).anyMatch(status -> status == reply.status());
    if (!usual && !Marks.isRedirect(reply)) {
      boolean document = reply.json().isContainerNode();
      notebook.text(name, scrubber.clean(document ? reply.body() : start(reply.body())));
    }
    return reply;
  }

  private Reply sendOrWrite(String step, Request request) {
    try {
      return send(request);
    } catch (NoReply e) {
      write(step, e);
      return null;
    }
  }

  private static String start(String body) {
    return body.substring(0, Math.min(body.length(), LONGEST_TEXT));
  }

  /**
   * Asks without writing a fact. Bodies of tokens and layers, and redirects, which are signed, are
   * not kept.
   *
   * @param request the question
   * @return the answer
   * @throws NoReply when there is none
   */
  Reply send(Request request) throws NoReply {
    Instant since = context.machine().clock().instant();
    String what = request.method() + " " + request.url();
    notebook.doing(request.method() + " " + request.url().host() + request.url().encodedPath());
    try {
      Reply reply = context.web().send(request, PATIENCE, null);
      String path = request.url().encodedPath();
      boolean secret = path.startsWith("/oauth2/") || path.contains("/blobs/");
      boolean kept = reply.status() >= 400 || (reply.status() < 300 && !secret);
      notebook.asked(
          what,
          since,
          Integer.toString(reply.status()),
          kept ? scrubber.clean(reply.body()) : "(not kept)");
      return reply;
    } catch (NoReply e) {
      notebook.asked(what, since, e.kind().word(), scrubber.clean(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private HttpProbe fact(String step, Reply reply) {
    boolean first = step.equals("challenge");
    Challenge own = first ? Challenge.of(reply) : challenge;
    boolean ours = own != null && own.isOf(target());
    Marks marks = first ? Marks.ofFirst(reply, ours) : Marks.of(step, reply, ours);
    return new HttpProbe(
        step,
        target().server(),
        reply.status(),
        code(reply),
        marks.proxy(),
        marks.registry(),
        result(step, reply),
        RetryAfter.seconds(reply));
  }

  private static String result(String step, Reply reply) {
    if (Marks.isRedirect(reply)) {
      return "redirect";
    } else if (!reply.complete() && !step.equals("blob")) {
      return "too-large";
    }
    boolean garbled = reply.status() == 200 && DOCUMENTS.contains(step) && !reply.json().isObject();
    return garbled ? "malformed" : "answered";
  }

  private static String code(Reply reply) {
    JsonNode body = reply.json();
    String listed = Json.text(body.path("errors").path(0).path("code"));
    String code = listed == null ? Json.text(body.path("error")) : listed;
    return code != null && CODE.matcher(code).matches() ? code : null;
  }

  /** Names, certificates and routes are the business of others; only what HTTP shows is a fact. */
  private void write(String step, NoReply failure) {
    String server = target().server();
    switch (failure.kind()) {
      case PROXY -> {
        Integer status = failure.proxyStatus() == 0 ? null : failure.proxyStatus();
        String result = status == null ? null : "answered";
        notebook.fact(new HttpProbe(step, server, status, null, Answer.YES, null, result, null));
      }
      case REFUSED, TIMEOUT, RESET, CLOSED, MALFORMED ->
          notebook.fact(
              new HttpProbe(step, server, null, null, null, null, failure.kind().word(), null));
      case NAME, UNREACHABLE, TLS, FORBIDDEN ->
          notebook.missing(
              "httpProbe", step + " of " + server + ": " + failure.kind().word(), null);
    }
  }
}
