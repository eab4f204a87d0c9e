package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;

/**
 * Lets only harmless rule files through. A rule file is code from outside: what is allowed is
 * listed, everything else is refused, and it is the parsed rule that is judged, not its text.
 */
final class Gate {
  static final Set<String> STRENGTHS = Set.of("certain", "strong", "hint", "against", "excluded");

  private static final int LARGEST = 64 << 10;
  private static final Pattern CONSEQUENCE =
      Pattern.compile("\\s*insertLogical\\(\\s*([a-z]+)\\(\\s*kcontext\\s*\\)\\s*\\)\\s*;\\s*");

  private final String file;
  private final Places places;
  private final Collection<Problem> problems;
  private final List<RuleInfo> rules = new ArrayList<>();

  private Gate(String file, String text, Collection<Problem> problems) {
    this.file = file;
    this.places = new Places(text);
    this.problems = problems;
  }

  /**
   * Checks a rule file.
   *
   * @param file path as the author knows it
   * @param text its content
   * @param problems collects everything that is not allowed
   * @return null when there was any problem
   */
  static ParsedFile check(String file, String text, Collection<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    Gate gate = new Gate(file, text, own);
    PackageDescr descr = gate.parse(text);
    if (descr != null) {
      gate.checkPackage(descr);
      descr.getRules().forEach(gate::checkRule);
    }
    problems.addAll(own);
    return own.isEmpty() ? new ParsedFile(descr, gate.rules) : null;
  }

  /**
   * Parses the shared imports, which only this project's own file may state.
   *
   * @param file path for messages
   * @param text content of imports.drl
   * @param problems collects what is wrong
   * @return null when there was any problem
   */
  static PackageDescr imports(String file, String text, Collection<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    Gate gate = new Gate(file, text, own);
    PackageDescr descr = gate.parse(text);
    if (descr != null) {
      AllowedImports.check(descr, gate::problem);
    }
    problems.addAll(own);
    return own.isEmpty() ? descr : null;
  }

  private PackageDescr parse(String text) {
    if (text.length() > LARGEST) {
      problem("too-large", Places.NOWHERE, "larger than 64 KiB", "one cause, one file");
      return null;
    }
    if (!SourceText.check(text, this::problem)) {
      return null;
    }
    DrlParser parser = new DrlParser();
    PackageDescr descr = null;
    try {
      descr = parser.parse(ModelCompiler.resource(file, text), text);
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      problem(
          "invalid-drl",
          Places.NOWHERE,
          "not a rule file that the Drools parser understands",
          "compare with rules/README.md");
    }
    for (DroolsError error : parser.getErrors()) {
      problem(
          "invalid-drl",
          place(error),
          "not valid DRL: " + brief(error.getMessage()),
          "compare with rules/README.md");
    }
    return parser.hasErrors() || !problems.isEmpty() ? null : descr;
  }

  private int place(DroolsError error) {
    int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
    int start = places.start(line);
    return start >= 0 && error instanceof ParserError exact
        ? start - places.column(start) + 1 + Math.max(exact.getCol(), 0)
        : start;
  }

  private static String brief(String message) {
    String flat =
        message
            .replaceAll("\\s+", " ")
            .replaceAll("^\\[ERR \\d+\\] (Line \\d+:\\d+ )?", "")
            .strip();
    return flat.length() > 160 ? flat.substring(0, 159) + "…" : flat;
  }

  private void checkPackage(PackageDescr descr) {
    if (!"causes".equals(descr.getName())) {
      problem(
          "wrong-package",
          places.of(descr),
          "the package is " + descr.getName(),
          "write package causes");
    }
    refuse(descr.getImports(), "an import", "rules speak only of what imports.drl offers");
    refuse(
        descr.getFunctionImports(),
        "an import of a function",
        "rules speak only of what imports.drl offers");
    refuse(descr.getAccumulateImports(), "an import of an accumulate function", "");
    refuse(descr.getGlobals(), "a global", "facts are the only input");
    refuse(descr.getFunctions(), "a function", "conditions speak in facts and concepts");
    refuse(descr.getTypeDeclarations(), "a declared type", "facts are the ones in VOCABULARY.md");
    refuse(descr.getEnumDeclarations(), "a declared type", "facts are the ones in VOCABULARY.md");
    refuse(descr.getEntryPointDeclarations(), "an entry point", "");
    refuse(descr.getWindowDeclarations(), "a window", "");
    refuse(
        descr.getAttributes(),
        "an attribute of the package",
        "rules have no order and no switches");
    if (descr.getUnit() != null) {
      problem("not-allowed", places.of(descr), "a rule unit is not allowed", "remove it");
    }
    if (descr.getRules().isEmpty()) {
      problem("no-rule", Places.NOWHERE, "holds no rule", "a file without rules does nothing");
    }
  }

  private void refuse(Collection<? extends BaseDescr> descrs, String what, String advice) {
    descrs.forEach(d -> problem("not-allowed", places.of(d), what + " is not allowed", advice));
  }

  private void checkRule(RuleDescr rule) {
    int at = places.of(rule);
    if (rule.isQuery()) {
      problem("not-allowed", at, "a query is not allowed", "write a rule");
      return;
    }
    RuleName name = checkName(rule);
    if (!rule.getAttributes().isEmpty()) {
      String attribute = rule.getAttributes().keySet().iterator().next();
      problem(
          "not-allowed",
          at,
          "the attribute " + attribute + " is not allowed",
          "rules have no order and no switches");
    }
    if (rule.hasParent()
        || !rule.getNamedConsequences().isEmpty()
        || !rule.getAnnotations().isEmpty()) {
      problem(
          "not-allowed",
          at,
          "extends, named consequences and annotations are not allowed",
          "remove them");
    }
    String conclusion = checkConsequence(rule);
    new ConditionCheck(this::problem, places).check(rule.getLhs());
    if (conclusion != null) {
      rules.add(
          new RuleInfo(
              rule.getName(),
              name.subject(),
              name.reason(),
              conclusion,
              file,
              rule.getLine(),
              needs(rule),
              reads(rule)));
    }
  }

  private String reads(RuleDescr rule) {
    return problems.isEmpty() ? String.join(" ", Reads.of(rule.getLhs())) : "";
  }

  private List<Set<String>> needs(RuleDescr rule) {
    return problems.isEmpty() ? Needs.of(rule.getLhs()) : List.of();
  }

  private RuleName checkName(RuleDescr rule) {
    RuleName name = RuleName.parse(rule.getName());
    if (name.reason().isEmpty() || !name.subject().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      problem(
          "rule-name",
          places.of(rule),
          "the rule is named '" + rule.getName() + "'",
          "name it \"cause: reason in plain words\"");
    } else if (!"concept".equals(folderConclusion()) && !name.subject().equals(stem())) {
      problem(
          "rule-of-another-cause",
          places.of(rule),
          "the rule speaks about " + name.subject() + ", the file is about " + stem(),
          "one cause, one file");
    }
    return name;
  }

  private String checkConsequence(RuleDescr rule) {
    var matcher = CONSEQUENCE.matcher(String.valueOf(rule.getConsequence()));
    String only = folderConclusion();
    Set<String> allowed = only == null ? STRENGTHS : Set.of(only);
    if (!matcher.matches()) {
      problem(
          "wrong-consequence",
          places.start(rule.getConsequenceLine()),
          "the consequence may only be a conclusion",
          "write insertLogical( " + (only == null ? "strong" : only) + "( kcontext ) );");
      return null;
    }
    String conclusion = matcher.group(1);
    if (!allowed.contains(conclusion)) {
      problem(
          "unknown-strength",
          places.word(places.start(rule.getConsequenceLine()), conclusion),
          "there is no conclusion " + conclusion + " here",
          Nearest.advice(conclusion, allowed));
      return null;
    }
    return conclusion;
  }

  /** Two folders hold no causes, and conclude one thing only; null elsewhere. */
  private String folderConclusion() {
    return file.contains("/concepts/")
        ? "concept"
        : file.contains("/contradictions/") ? "contradiction" : null;
  }

  private String stem() {
    return file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.drl$", "");
  }

  private void problem(String id, int at, String message, String advice) {
    problems.add(new Problem(id, file, places.line(at), places.column(at), message, advice));
  }

  /** Where a check reports to. */
  interface Report {
    /**
     * Takes a problem.
     *
     * @param id its kind, a heading of docs/lint.md
     * @param at offset in the file; {@link Places#NOWHERE} for the whole file
     */
    void problem(String id, int at, String message, String advice);
  }
}
