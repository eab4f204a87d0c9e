package io.github.acrdoctor.facts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives secrets short tags: equal secrets get equal tags, and nobody can guess a secret from its
 * tag without the key, which is never stored. May be used by many threads.
 */
public final class RedactionKey {
  /** Long enough to tell the secrets of one case apart, too short to tell anything else. */
  static final int TAG_LENGTH = 6;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private RedactionKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A key that nobody knows.
   *
   * @return a new one
   */
  public static RedactionKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new RedactionKey(bytes);
  }

  /**
   * A key that is known, so that its tags can be repeated.
   *
   * @param bytes at least one byte
   * @return the key
   */
  public static RedactionKey of(byte[] bytes) {
    return new RedactionKey(bytes.clone());
  }

  /**
   * The tag of a secret.
   *
   * @param secret as it stood in the text
   * @return six hexadecimal digits
   */
  String tag(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(secret.getBytes(StandardCharsets.UTF_16BE));
      return HexFormat.of().formatHex(code, 0, TAG_LENGTH / 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
