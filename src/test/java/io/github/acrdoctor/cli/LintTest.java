package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the linter names, and what it leaves alone, beyond what docs/lint.md shows. */
class LintTest {
  private static final KnowledgeFiles SOUND =
      KnowledgeFiles.read(Path.of("src/test/resources/lint/rules"));
  private static final String FILE = "rules/network/port-blocked.drl";

  /** Kinds that compare rules with rules, or a condition with what facts can be. */
  private static final Set<String> JUDGED =
      Set.of(
          "duplicate-rule",
          "subsumed-rule",
          "twin-causes",
          "hopeless-cause",
          "unreachable-condition",
          "unknown-value",
          "missing-capture");

  private static Set<String> judged(String condition, String conclusion) {
    Map<String, String> texts = new TreeMap<>(SOUND.texts());
    texts.merge(
        FILE,
        "\nrule \"port-blocked: One more reason\"\nwhen\n    "
            + condition.replace("~", "\n    ")
            + "\nthen\n    insertLogical( "
            + conclusion
            + "( kcontext ) );\nend\n",
        String::concat);
    Set<String> ids = new TreeSet<>();
    for (Problem problem : LintPageTest.lint(new KnowledgeFiles(texts))) {
      ids.add(problem.id());
    }
    assertThat(ids).as("the rule can be read").isSubsetOf(withProofs());
    ids.retainAll(JUDGED);
    return ids;
  }

  private static Set<String> withProofs() {
    Set<String> ids = new TreeSet<>(JUDGED);
    ids.add("unproven-rule");
    ids.add("failing-case");
    return ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          Symptom( id == "tool-port-blocked" )~TcpProbe( port == 443, result == "refused" ) => strong
          Symptom( id == "tool-port-blocked" )~exists TcpProbe( port == 443 ) => certain
          Symptom( id == "tool-name-blocked" ) => strong
          TcpProbe( port == 443, result == "refused" ) => hint
          Symptom( id == "tool-port-blocked" )~exists TcpProbe( port == 443, result == "timeout" ) => against
          Symptom( id in ( "tool-port-blocked", "tool-name-blocked" ) ) => strong
          Symptom( id == "tool-name-blocked", $h : host )~exists Registry( loginServer == $h )~exists Registry( loginServer != $h ) => hint
          TcpProbe( result != "refused", result != "timeout" ) => hint
          TcpProbe( result == "refused" || result == "timeout", result != "timeout" ) => hint
          exists TcpProbe( port == 443 )~exists TcpProbe( port == 80 ) => hint
          TcpProbe( result == null ) => hint
          DnsAnswer( resolver == "10.0.0.4", result not in ( "ok", "timeout" ) ) => hint
          """)
  void aRuleThatSaysSomethingOfItsOwnIsLeftAlone(String condition, String conclusion) {
    assertThat(judged(condition, conclusion)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          Symptom( id == "tool-blocked" ) => hint => subsumed-rule
          Symptom( id == "tool-blocked" )~not TcpProbe( port == 443 ) => strong => subsumed-rule
          Symptom( id == "tool-blocked" )~( exists TcpProbe() or exists DnsAnswer() ) => hint => subsumed-rule
          Symptom( id in ( "tool-blocked", "tool-port-blocked" ) ) => strong => duplicate-rule
          Symptom( id == "tool-port-blocked" )~exists TcpProbe( port == 443, result == "connected", host == "x" ) => against => subsumed-rule
          TcpProbe( result in ( "refused", "timeout" ), result == "reset" ) => hint => unreachable-condition
          TcpProbe( result == "refused" && result != "refused" ) => hint => unreachable-condition
          Registry( publicNetworkAccess == null ) => hint => unreachable-condition
          Registry( sku in ( "Basic", "Standart" ) ) => hint => unknown-value
          TcpProbe( result != "open" ) => hint => unknown-value
          Symptom( id == "tool-port-blocked", $u : user )~exists Identity( name == $u ) => certain => missing-capture
          """)
  void aRuleThatSaysNothingIsNamed(String condition, String conclusion, String id) {
    assertThat(judged(condition, conclusion)).containsExactly(id);
  }

  @Test
  void oneBrokenFileDoesNotMakeOthersLookBroken() {
    Map<String, String> texts = new TreeMap<>(SOUND.texts());
    texts.computeIfPresent(
        "rules/concepts/doing.drl", (f, text) -> text.replace("action", "acton"));
    texts.computeIfPresent(
        "rules/symptoms/tool.yaml", (f, text) -> text.replace("title:", "titel:"));
    assertThat(LintPageTest.lint(new KnowledgeFiles(texts)))
        .extracting(Problem::file)
        .containsOnly("rules/concepts/doing.drl", "rules/symptoms/tool.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          weights.yaml => certain: => certian: 3~certain: => rules/weights.yaml:4:1: there is no weight certian / did you mean certain?
          links.yaml => - https => place: https => rules/links.yaml:1:1: the official places are not a list
          style.yaml => simply: leave it out => - simply => rules/style.yaml:2:3: avoid is a list, not a mapping
          style.yaml => longest-sentence => longest-sentense => rules/style.yaml:4:1: the style guide has no longest-sentense / did you mean longest-sentence?
          symptoms/tool.yaml => captures: => capture: => rules/symptoms/tool.yaml:6:63: an example has no capture / did you mean captures?
          questions/place.yaml => label: pulling => label: pulling~      lable: x => rules/questions/place.yaml:7:7: an answer has no lable
          network/name-blocked.md => prior: => pior: x~prior: => rules/network/name-blocked.md:3:1: the front matter has no pior / did you mean prior?
          """)
  void aKeyThatNobodyReadsIsNamedWhereverItStands(
      String file, String right, String wrong, String problem) {
    Map<String, String> texts = new TreeMap<>(SOUND.texts());
    texts.computeIfPresent(
        "rules/" + file, (f, text) -> text.replaceFirst(right, wrong.replace('~', '\n')));
    assertThat(LintPageTest.lint(new KnowledgeFiles(texts)))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith(problem);
  }
}
