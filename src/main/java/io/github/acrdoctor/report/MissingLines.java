package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What could not be learnt, one line for each reason: one missing right often hides many facts. */
final class MissingLines {
  private MissingLines() {}

  private record Why(String reason, String right) {}

  static List<String> of(List<Missing> missing) {
    Map<Why, List<String>> byReason = new LinkedHashMap<>();
    for (Missing one : missing) {
      List<String> facts =
          byReason.computeIfAbsent(new Why(one.reason(), one.right()), why -> new ArrayList<>());
      if (!facts.contains(one.fact())) {
        facts.add(one.fact());
      }
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach(
        (why, facts) ->
            lines.add(
                String.join(", ", facts)
                    + ": "
                    + why.reason()
                    + (why.right() == null ? "" : " (would be allowed by: " + why.right() + ")")));
    return lines;
  }
}
