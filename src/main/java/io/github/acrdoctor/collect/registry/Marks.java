package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.facts.Answer;
import java.util.List;
import java.util.Locale;

/**
 * Who wrote an answer, by its marks.
 *
 * @param registry whether an Azure registry did
 * @param proxy whether a proxy did
 */
record Marks(Answer registry, Answer proxy) {
  private static final int PROXY_LOGIN = 407;
  private static final List<String> OF_PROXIES = List.of("Via", "X-Cache", "X-Squid-Error");

  /**
   * Judges the answer to the first question, which a registry answers with its challenge.
   *
   * @param reply the answer
   * @param ours whether its challenge is that of this registry
   * @return never null
   */
  static Marks ofFirst(Reply reply, boolean ours) {
    return with(first(reply, ours), reply);
  }

  /**
   * Judges a later answer.
   *
   * @param step what facts call the question
   * @param reply the answer
   * @param known whether the host is known to be an Azure registry
   * @return never null
   */
  static Marks of(String step, Reply reply, boolean known) {
    // Only layers are fetched elsewhere, and the redirect has a page for people with it.
    boolean layer = step.equals("blob") && known && isRedirect(reply);
    return with(layer ? Answer.YES : later(reply, known), reply);
  }

  private static Answer first(Reply reply, boolean ours) {
    boolean challenges = reply.status() == 401 && Challenge.of(reply) != null;
    if (challenges) {
      return ours ? Answer.YES : Answer.NO;
    } else if (reply.status() == 200) {
      return Answer.NO;
    }
    return later(reply, false);
  }

  private static Answer later(Reply reply, boolean known) {
    if (isRedirect(reply)) {
      return Answer.NO;
    } else if (isHtml(reply)) {
      return isBusy(reply) ? Answer.UNKNOWN : Answer.NO;
    }
    if (isSigned(reply) && reply.body().isBlank()) {
      return Answer.YES;
    }
    boolean speaksLikeIt = reply.json().path("errors").isArray() || (reply.status() < 400 && known);
    return speaksLikeIt && (known || isSigned(reply)) ? Answer.YES : Answer.UNKNOWN;
  }

  private static boolean isBusy(Reply reply) {
    return reply.status() >= 500 || reply.status() == 429;
  }

  /** Headers that an Azure registry writes. */
  private static boolean isSigned(Reply reply) {
    return reply.header("X-Ms-Correlation-Request-Id") != null
        || reply.header("Docker-Distribution-Api-Version") != null;
  }

  /**
   * An intercepting proxy passes answers of the registry on, and refuses with a page of its own.
   */
  private static Marks with(Answer registry, Reply reply) {
    if (registry == Answer.YES || reply.status() == 401) {
      return new Marks(registry, Answer.NO);
    }
    boolean page = isHtml(reply);
    if (isMarked(reply) || reply.status() == PROXY_LOGIN || (page && reply.status() == 403)) {
      return new Marks(registry, Answer.YES);
    }
    boolean anybody = (page && reply.status() != 404) || isRedirect(reply);
    return new Marks(registry, anybody ? Answer.UNKNOWN : Answer.NO);
  }

  private static boolean isMarked(Reply reply) {
    return OF_PROXIES.stream().anyMatch(name -> reply.header(name) != null)
        || reply.headers().names().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy-"));
  }

  /**
   * Whether an answer sends the client elsewhere.
   *
   * @param reply an answer
   * @return true for 3xx
   */
  static boolean isRedirect(Reply reply) {
    return reply.status() >= 300 && reply.status() < 400;
  }

  /**
   * Whether an answer is a page for people.
   *
   * @param reply an answer
   * @return by its type or its beginning; nothing is no page, whatever its type
   */
  static boolean isHtml(Reply reply) {
    if (reply.body().isBlank()) {
      return false;
    }
    String type = reply.header("Content-Type");
    String start =
        reply
            .body()
            .substring(0, Math.min(reply.body().length(), 100))
            .trim()
            .toLowerCase(Locale.ROOT);
    return (type != null && type.toLowerCase(Locale.ROOT).contains("text/html"))
        || start.startsWith("<!doctype html")
        || start.startsWith("<html");
  }
}
