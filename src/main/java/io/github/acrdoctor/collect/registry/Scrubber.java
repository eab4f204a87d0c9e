package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.docker.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes out of answers what was sent: a server may answer with the very secret it was given. */
final class Scrubber {
  private static final int SHORTEST = 4;

  private final List<String> secrets = new ArrayList<>();

  /**
   * Remembers a secret that is about to be sent.
   *
   * @param secret never null
   */
  void remember(Secret secret) {
    String value = secret.reveal();
    // To replace every letter of a text would only destroy it.
    if (value.length() >= SHORTEST) {
      secrets.add(value);
      secrets.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /**
   * Cleans a text.
   *
   * @param text never null
   * @return the text without any secret that was sent
   */
  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "(secret)");
    }
    return clean;
  }
}
