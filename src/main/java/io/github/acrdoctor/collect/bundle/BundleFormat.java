package io.github.acrdoctor.collect.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What writer and reader of bundles must agree on. */
final class BundleFormat {
  /** Changes when an older reader could misread what is written. */
  static final String VERSION = "1";

  /** The case. */
  static final String CASE = "case.yaml";

  /** What the bundle holds, with digests. */
  static final String MANIFEST = "manifest.json";

  /** What was asked. */
  static final String ASKED = "asked.jsonl";

  /** What was hidden, and where. */
  static final String REDACTIONS = "redactions.json";

  /** What a person reads first. */
  static final String INDEX = "index.md";

  /** All files of a bundle together are no larger, in bytes. */
  static final int MOST_BYTES = 64 << 20;

  /** A bundle has no more files. */
  static final int MOST_FILES = 2000;

  private BundleFormat() {}

  /** The digest that the manifest gives for a file, in hexadecimal digits. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
