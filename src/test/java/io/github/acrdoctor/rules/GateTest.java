package io.github.acrdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String FILE = "rules/network/some-cause.drl";

  private static List<Problem> judge(String text) {
    List<Problem> problems = new ArrayList<>();
    Gate.check(FILE, text, problems);
    return problems;
  }

  private static String rule(String condition) {
    return "package causes\n\nrule \"some-cause: A reason\"\nwhen\n"
        + condition
        + "\nthen\n    insertLogical( strong( kcontext ) );\nend\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Symptom( id == \"a\" )",
        "Symptom( id in ( \"a\", \"b\" ), status != \"403\" )",
        "$s : Symptom( id == \"a\", $h : host )\n Registry( loginServer == $h )",
        "not Registry( publicNetworkAccess == Answer.NO )",
        "exists ( Registry( sku == \"Premium\" ) and Concept( id == \"x\" ) )",
        "( Symptom( id == \"a\" ) or Symptom( id == \"b\" ) )",
        "Clock( $now : now )\n Credential( kind == \"client-secret\", expiredAt( $now ) )",
        "Registry( sku == \"Basic\" || sku == \"Standard\" )",
        "HttpProbe( status >= 500 )",
        "DnsAnswer( isPrivate() && !isPrivateLink() )",
      })
  void ordinaryConditionsPass(String condition) {
    assertThat(judge(rule(condition))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eval( true )                                                        | eval is not allowed
          Symptom( id == "a" ) from new java.util.ArrayList()                  | from, accumulate
          accumulate( Symptom(); $c : count(1) )                               | from, accumulate
          forall( Symptom( id == "a" ) )                                       | forall is not allowed
          Symptom( eval( true ) )                                              | no question eval
          Symptom( captures.put("a","b") == null )                             | is not expected
          Symptom( id == System.getProperty("x") )                             | no field System
          Symptom( new java.io.File("x").delete() )                            | no field new
          Symptom( id matches "(a+)+b" )                                       | is not expected
          Symptom( this.getClass().getName() == "x" )                          | no field this
          Symptom( getClass() != null )                                        | no question getClass
          Symptom( id == (String) null )                                       | is not expected
          Symptom( id str[startsWith] "a" )                                    | not allowed in a constraint
          Symptom( id == "a" ) over window:length( 1 )                         | from, accumulate
          java.lang.Runtime( )                                                 | no fact java.lang.Runtime
          Symptoms( id == "a" )                                                | did you mean Symptom?
          Registry( publicAccess == Answer.NO )                                | did you mean publicNetworkAccess?
          Registry( publicNetworkAccess == "Disabled" )                        | compares an answer with a text
          Registry( publicNetworkAccess == Answer.MAYBE )                      | no answer MAYBE
          Symptom( host == $unknown )                                          | nothing is called $unknown
          Symptom( id#java.lang.Object != null )                               | not allowed in a constraint
          Symptom( id == "a"; )                                                | not
          /symptoms[ id == "a" ]                                               | not
          """)
  void everythingElseInAConditionIsRefused(String condition, String message) {
    assertThat(judge(rule(condition))).isNotEmpty();
    assertThat(judge(rule(condition)).toString()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert( new Object() );",
        "System.exit( 1 );",
        "insertLogical( strong( kcontext ) ); System.exit( 1 );",
        "insertLogical( strong( null ) );",
        "insertLogical( Runtime.getRuntime() );",
        "modify( $s ) { }",
        "",
        "// nothing\n",
        "insertLogical( concept( kcontext ) );",
        "insertLogical( sure( kcontext ) );",
      })
  void onlyAConclusionMayBeAConsequence(String consequence) {
    String text =
        "package causes\nrule \"some-cause: A reason\"\nwhen\n    $s : Symptom( id == \"a\" )\nthen\n"
            + consequence
            + "\nend\n";
    assertThat(judge(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.*;",
        "import function java.lang.System.exit",
        "import static java.lang.System.exit;",
        "global java.util.List list;",
        "function void f() { System.exit( 1 ); }",
        "declare Thing\n  name : String\nend",
        "query \"q\"\n  Symptom()\nend",
        "declare entry-point \"x\" end",
        "dialect \"mvel\"",
      })
  void nothingButRulesMayStandInAFile(String extra) {
    String text =
        rule("Symptom( id == \"a\" )")
            .replace("package causes\n", "package causes\n" + extra + "\n");
    assertThat(judge(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salience 10",
        "no-loop true",
        "dialect \"mvel\"",
        "timer( int: 1s )",
        "agenda-group \"x\"",
        "enabled false",
        "duration 10",
        "@foo( bar )",
        "extends \"other\"",
      })
  void attributesAreRefused(String attribute) {
    String text = rule("Symptom( id == \"a\" )").replace("\nwhen", " " + attribute + "\nwhen");
    assertThat(judge(text)).isNotEmpty();
  }

  @Test
  void unicodeEscapesAreRefusedBecauseJavaCompilersReadThem() {
    assertThat(judge(rule("Symptom( id == \"\\u0022 + x\" )")).toString()).contains("backslash");
  }

  @Test
  void aRuleSpeaksAboutTheCauseOfItsFile() {
    String text = rule("Symptom( id == \"a\" )").replace("some-cause:", "other-cause:");
    assertThat(judge(text).toString()).contains("the file is about some-cause");
  }

  @Test
  void anotherPackageIsRefused() {
    assertThat(judge(rule("Symptom( id == \"a\" )").replace("package causes", "package java.lang")))
        .isNotEmpty();
  }

  @Test
  void hugeAndDeeplyNestedFilesAreRefusedAtOnce() {
    assertThat(judge(rule("Symptom( id == \"" + "a".repeat(70_000) + "\" )")).toString())
        .contains("64 KiB");
    assertThat(
            judge(rule("Symptom( " + "(".repeat(500) + "id == \"a\"" + ")".repeat(500) + " )"))
                .toString())
        .contains("parentheses");
  }

  @Test
  void aProblemNamesFileAndLine() {
    assertThat(judge(rule("Symptom( idd == \"a\" )")).get(0).toString())
        .isEqualTo(FILE + ":5:10: Symptom has no field idd / did you mean id?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          $s : Symptom( id == "a",~    host == "b",~  titel == "c" ) => 7:3: Symptom has no field titel
          exists ( Concept( id == "x" )~  and Regstry( sku == "y" ) ) => 6:7: there is no fact Regstry
          Registry( sku in ( "a",~ "b" ) && ( name == "x" ||~  nam == 3 ) ) => 7:3: Registry has no field nam
          HttpProbe( status >= 500 ||~    status == "200" ) => 6:15: compares a number with a text
          Symptom( id == "a" )~  eval( true ) => 6:3: eval is not allowed
          """)
  void aProblemInsideAConditionOfSeveralLinesNamesItsOwnPlace(String condition, String problem) {
    assertThat(judge(rule(condition.replace('~', '\n'))))
        .singleElement()
        .asString()
        .startsWith(FILE + ":" + problem);
  }

  @Test
  void importsMayOnlyOfferFactsAndConclusions() {
    List<Problem> problems = new ArrayList<>();
    Gate.imports(
        "rules/imports.drl",
        "package causes\nimport java.io.*\nimport function java.lang.System.exit\n",
        problems);
    assertThat(problems).hasSize(2);
  }
}
