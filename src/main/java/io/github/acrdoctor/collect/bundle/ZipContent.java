package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a hostile zip file in memory, within limits. What the list of contents says and what
 * really comes must be the same.
 */
final class ZipContent {
  private static final int LONGEST_NAME = 200;
  private static final int CHUNK = 1 << 16;
  private static final String AGAIN = "ask for the file again, or collect again";
  private static final Set<String> KEPT = Set.of(BundleFormat.CASE, BundleFormat.MANIFEST);

  private final String name;
  private final byte[] zip;
  private final Map<String, byte[]> files = new HashMap<>();
  private long left = BundleFormat.MOST_BYTES;

  /**
   * A file that was not looked at yet.
   *
   * @param name its name for messages
   * @param zip its bytes
   */
  ZipContent(String name, byte[] zip) {
    this.name = name;
    this.zip = zip;
  }

  /**
   * Unpacks it.
   *
   * @return the case and the manifest, as far as they are there; all else is only measured
   * @throws InputException when something is not in order
   */
  Map<String, byte[]> read() {
    try {
      List<String> listed = listed();
      try (ZipInputStream in =
          new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
        if (!unpack(in, listed.size()).equals(listed)) {
          throw refuse("is damaged: its list of contents does not fit what it holds", AGAIN);
        }
      }
      return files;
    } catch (IOException | IllegalArgumentException e) {
      throw refuse("is damaged, or not all of it is here", AGAIN);
    }
  }

  private List<String> listed() throws IOException {
    List<ZipDirectory.Entry> entries = ZipDirectory.read(zip);
    if (entries.size() > BundleFormat.MOST_FILES) {
      throw refuse("holds more than " + BundleFormat.MOST_FILES + " files", "give its case.yaml");
    }
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (ZipDirectory.Entry entry : entries) {
      check(entry);
      if (!seen.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw refuse("holds " + shown(entry.name()) + " twice", "do not trust this file");
      }
      names.add(entry.name());
    }
    return names;
  }

  private void check(ZipDirectory.Entry entry) {
    if (entry.isEncrypted()) {
      throw refuse("is encrypted", "unpack it with its password, and give its case.yaml");
    }
    if (entry.isSpecial()) {
      throw refuse("holds a link: " + shown(entry.name()), "do not trust this file");
    }
    if (!isPlain(entry.name())) {
      throw refuse(
          "holds a name that leads elsewhere: " + shown(entry.name()), "do not trust this file");
    }
  }

  /** A relative path without ways up, drives and characters that steer a terminal. */
  private static boolean isPlain(String entry) {
    boolean odd = entry.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':');
    if (odd || entry.isEmpty() || entry.length() > LONGEST_NAME || entry.startsWith("/")) {
      return false;
    }
    for (String part : entry.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        return false;
      }
    }
    return true;
  }

  private static String shown(String entry) {
    String start = entry.length() > 60 ? entry.substring(0, 59) + "…" : entry;
    return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  private List<String> unpack(ZipInputStream in, int most) throws IOException {
    List<String> names = new ArrayList<>();
    ZipEntry entry = in.getNextEntry();
    while (entry != null && names.size() <= most) {
      names.add(entry.getName());
      byte[] content = unpack(in, KEPT.contains(entry.getName()));
      if (content != null) {
        files.put(entry.getName(), content);
      }
      entry = in.getNextEntry();
    }
    return names;
  }

  /** Counts while it inflates: what an entry says about its own size is not believed. */
  private byte[] unpack(InputStream in, boolean keep) throws IOException {
    java.io.ByteArrayOutputStream kept = keep ? new java.io.ByteArrayOutputStream() : null;
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      left -= read;
      if (left < 0) {
        throw refuse(
            "unpacks to more than " + (BundleFormat.MOST_BYTES >> 20) + " MiB",
            "do not trust this file");
      }
      if (keep) {
        kept.write(chunk, 0, read);
      }
    }
    return keep ? kept.toByteArray() : null;
  }

  private InputException refuse(String what, String advice) {
    return new InputException(name, what, advice);
  }
}
