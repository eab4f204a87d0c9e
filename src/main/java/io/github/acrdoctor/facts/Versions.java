package io.github.acrdoctor.facts;

import java.util.ArrayList;
import java.util.List;

/** Compares dotted version numbers, ignoring what follows the digits. */
final class Versions {
  private Versions() {}

  static boolean older(String version, String than) {
    if (version == null || numbers(version).isEmpty()) {
      return false;
    }
    List<Integer> left = numbers(version);
    List<Integer> right = numbers(than);
    for (int i = 0; i < right.size(); i++) {
      int part = i < left.size() ? left.get(i) : 0;
      if (part != right.get(i)) {
        return part < right.get(i);
      }
    }
    return false;
  }

  private static List<Integer> numbers(String version) {
    List<Integer> parts = new ArrayList<>();
    for (String part : version.trim().split("\\.", -1)) {
      int end = 0;
      while (end < part.length() && end < 9 && Character.isDigit(part.charAt(end))) {
        end++;
      }
      if (end == 0) {
        break;
      }
      parts.add(Integer.parseInt(part.substring(0, end)));
      if (end < part.length()) {
        break;
      }
    }
    return parts;
  }
}
