package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.RedactionKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The answers as they came, without secrets: which file each is in, and what the files hold. */
final class RawAnswers {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_FILES = BundleFormat.MOST_FILES - 100;

  private final List<Answered> answered = new ArrayList<>();
  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * A question without secrets.
   *
   * @param asked question, and what came of it
   * @param file where the answer is; null when there is none, or no room for it
   */
  record Answered(Asked asked, String file) {
    boolean isLeftOut() {
      return file == null && !asked.answer().isEmpty();
    }
  }

  private RawAnswers() {}

  /**
   * Takes the secrets out of what was asked.
   *
   * @param asked questions with their answers, in order
   * @param key gives equal secrets equal tags
   * @param room how many bytes the files may have together
   */
  static RawAnswers of(List<Asked> asked, RedactionKey key, long room) {
    RawAnswers raw = new RawAnswers();
    int digits = Math.max(2, Integer.toString(asked.size()).length());
    long left = room;
    for (Asked one : asked) {
      Asked clean = cleaned(one, new Cleaner(key));
      byte[] content = clean.answer().getBytes(StandardCharsets.UTF_8);
      String file = null;
      if (content.length > 0 && content.length <= left && raw.files.size() < MOST_FILES) {
        file = name(String.format(Locale.ROOT, "%0" + digits + "d", raw.number()), clean);
        raw.files.put(file, content);
        left -= content.length;
      }
      raw.answered.add(new Answered(clean, file));
    }
    return raw;
  }

  private int number() {
    return answered.size() + 1;
  }

  private static Asked cleaned(Asked asked, Cleaner clean) {
    return new Asked(
        clean.apply(asked.collector()),
        clean.apply(asked.what()),
        asked.at(),
        asked.millis(),
        clean.apply(asked.outcome()),
        clean.apply(asked.answer()));
  }

  private static String name(String number, Asked asked) {
    String words = slug(asked.collector() + "-" + asked.what());
    return "raw/" + number + "-" + words + (isJson(asked.answer()) ? ".json" : ".txt");
  }

  /** Made of what was redacted before: a secret cut into pieces would not be known as one. */
  private static String slug(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String start = words.substring(0, Math.min(words.length(), LONGEST_NAME));
    return start.replaceAll("^-+|-+$", "");
  }

  private static boolean isJson(String answer) {
    String start = answer.stripLeading();
    return (start.startsWith("{") || start.startsWith("[")) && Json.read(answer).isContainerNode();
  }

  /**
   * What was asked.
   *
   * @return in the order it was asked in
   */
  List<Answered> answered() {
    return List.copyOf(answered);
  }

  /**
   * The questions alone.
   *
   * @return without secrets, in the order they were asked in
   */
  List<Asked> asked() {
    return answered.stream().map(Answered::asked).toList();
  }

  /**
   * The answers.
   *
   * @return content by name of the file
   */
  Map<String, byte[]> files() {
    return files;
  }
}
