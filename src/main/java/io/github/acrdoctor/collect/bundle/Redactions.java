package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The redaction report: what kind of secret was hidden in which place of which file.
 *
 * @param places where the markers stand, up to {@link #MOST}
 * @param counts how many there are of each kind, all of them
 */
record Redactions(List<Place> places, Map<String, Integer> counts) {
  /** More places than this help nobody, and a hostile answer must not blow up the report. */
  static final int MOST = 10_000;

  /**
   * Where a secret was.
   *
   * @param kind what it was, in a word or two
   * @param file name of the file in the bundle
   * @param line line of the marker, from 1
   * @param column column of its first character, from 1
   * @param tag what equal secrets have in common; null when it was hidden before it came here
   */
  record Place(String kind, String file, int line, int column, String tag) {}

  /**
   * Finds the markers in the files of a bundle.
   *
   * @param files content by name, redacted
   */
  static Redactions in(Map<String, byte[]> files) {
    List<Place> places = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    files.forEach(
        (file, content) -> add(file, new String(content, StandardCharsets.UTF_8), places, counts));
    return new Redactions(places, counts);
  }

  private static void add(
      String file, String text, List<Place> places, Map<String, Integer> counts) {
    int line = 1;
    int start = 0;
    for (Redactor.Marker marker : Redactor.markers(text)) {
      int end = text.indexOf('\n', start);
      while (end >= 0 && end < marker.start()) {
        line++;
        start = end + 1;
        end = text.indexOf('\n', start);
      }
      counts.merge(marker.kind(), 1, Integer::sum);
      if (places.size() < MOST) {
        int column = marker.start() - start + 1;
        places.add(new Place(marker.kind(), file, line, column, marker.tag()));
      }
    }
  }
}
