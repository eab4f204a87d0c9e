package io.github.acrdoctor.diagnosis.lint;

import java.util.List;
import java.util.Map;

/** Says what is wrong with commands, without running them. */
@FunctionalInterface
public interface ShellCheck {
  /** Where there is no shell: finds nothing wrong. */
  ShellCheck NONE = commands -> Map.of();

  /**
   * Parses commands.
   *
   * @param commands each one or several lines
   * @return what is wrong, by position in the list; empty when all are sound
   */
  Map<Integer, String> wrong(List<String> commands);
}
