package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.facts.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a role assignment, as far as it is about repository names.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions">
 *     repository permissions</a>
 */
final class Condition {
  private static final Pattern COMPARISON =
      Pattern.compile(
          "repositories:name\\]\\s*(ForAnyOfAnyValues:)?(\\w+)\\s*(?:'([^']*)'|\\{([^}]*)})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("\\bAND\\b|&&", Pattern.CASE_INSENSITIVE);

  private Condition() {}

  /**
   * Whether it holds for a repository.
   *
   * @param condition as written; null for none
   * @param repository the repository; null when nobody asked about one
   * @return unknown when it compares anything but names, or in a way that is not understood
   */
  static Answer metBy(String condition, String repository) {
    if (condition == null || repository == null) {
      return Answer.UNKNOWN;
    }
    List<Answer> answers = new ArrayList<>();
    Matcher found = COMPARISON.matcher(condition);
    int first = -1;
    int last = -1;
    while (found.find()) {
      first = first < 0 ? found.start() : first;
      last = found.end();
      answers.add(compare(found.group(2), values(found), repository));
    }
    if (answers.isEmpty() || answers.contains(Answer.UNKNOWN)) {
      return Answer.UNKNOWN;
    } else if (answers.stream().distinct().count() == 1) {
      return answers.get(0);
    }
    boolean either = !AND.matcher(condition.substring(first, last)).find();
    return either ? Answer.YES : Answer.UNKNOWN;
  }

  private static List<String> values(Matcher found) {
    if (found.group(3) != null) {
      return List.of(found.group(3));
    }
    List<String> values = new ArrayList<>();
    for (String value : found.group(4).split(",", -1)) {
      values.add(value.trim().replaceAll("^'|'$", ""));
    }
    return values;
  }

  private static Answer compare(String operator, List<String> values, String repository) {
    String kind = operator.toLowerCase(Locale.ROOT).replaceFirst("ignorecase$", "");
    boolean whole = kind.equals("stringequals");
    if (!whole && !kind.equals("stringstartswith")) {
      return Answer.UNKNOWN;
    }
    // Names of repositories are in small letters, so that case makes no difference.
    String name = repository.toLowerCase(Locale.ROOT);
    boolean met =
        values.stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .anyMatch(value -> whole ? name.equals(value) : name.startsWith(value));
    return met ? Answer.YES : Answer.NO;
  }
}
