package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of problem. All kinds stand in the resource {@code rules.yaml}; each has a section in
 * docs/lint.md.
 *
 * @param id its name in kebab-case, as the problem carries it
 * @param error true when the knowledge base would be refused; false when it works but something is
 *     probably wrong
 * @param title what is wrong, in one line without a full stop
 */
public record LintRule(String id, boolean error, String title) {
  private static final String RESOURCE = "rules.yaml";
  private static final Map<String, LintRule> ALL = read();

  /**
   * All kinds of problems.
   *
   * @return by id, in alphabetical order
   */
  public static Map<String, LintRule> all() {
    return ALL;
  }

  /**
   * The kind of a problem.
   *
   * @param id id that a problem carries
   * @return never null
   * @throws IllegalStateException when there is no such kind, which is a fault of this program
   */
  public static LintRule of(String id) {
    LintRule rule = ALL.get(id);
    if (rule == null) {
      throw new IllegalStateException("a problem of an unknown kind: " + id);
    }
    return rule;
  }

  /**
   * How bad it is.
   *
   * @return error or warning
   */
  public String severity() {
    return error ? "error" : "warning";
  }

  /**
   * Where it is explained.
   *
   * @return a path in the repository with an anchor
   */
  public String page() {
    return "docs/lint.md#" + id;
  }

  private static Map<String, LintRule> read() {
    try (InputStream in = LintRule.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, LintRule> rules = new TreeMap<>();
      Doc.Fields severities = (Doc.Fields) DocReader.read(RESOURCE, text);
      severities
          .fields()
          .forEach(
              (severity, kinds) ->
                  ((Doc.Fields) kinds)
                      .fields()
                      .forEach(
                          (id, title) ->
                              rules.put(
                                  id,
                                  new LintRule(
                                      id,
                                      severity.equals("errors"),
                                      ((Doc.Scalar) title).text()))));
      return Collections.unmodifiableMap(rules);
    } catch (IOException e) {
      throw new UncheckedIOException("the kinds of problems cannot be read", e);
    }
  }
}
