package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCoverageCommandTest {
  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() {
    rules = SmallRules.in(folder);
  }

  private Run coverage(String... more) {
    String[] args = java.util.Arrays.copyOf(new String[] {"rules", "coverage"}, 4 + more.length);
    args[2] = "--rules";
    args[3] = rules.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void whatTheCasesDoNotShowIsNamedWithItsPlace() {
    assertThat(coverage().out())
        .contains(
            "rules/network/firewall.drl:7: never false: not NetworkRule( covers( $ip ) )",
            "rules/network/firewall.drl:6: never false: sku in ( \"Basic\", \"Premium\" )",
            "rules/network/firewall.drl:22: never true: Registry( anonymousPullEnabled")
        .contains("rules/network/outage.cases.yaml: there are 1 cases that fire")
        .contains("refused has no near miss / add a text that must not match")
        .contains(" over 3 cases;")
        .doesNotContain("never false: publicNetworkAccess", "denied has no");
  }

  @Test
  void aConditionThatAloneKeptARuleFromFiringIsCounted() {
    JsonNode conditions = coverage("--format", "json").json().at("/conditions");
    JsonNode access = null;
    for (JsonNode condition : conditions) {
      if (condition.at("/text").asText().startsWith("exists Registry(")) {
        access = condition;
      }
    }
    assertThat(access).isNotNull();
    assertThat(access.at("/place").asText()).isEqualTo("rules/network/firewall.drl:6");
    assertThat(access.at("/true").asInt()).isEqualTo(1);
    assertThat(access.at("/false").asInt()).isEqualTo(1);
    assertThat(access.at("/decisive").asInt()).isEqualTo(1);
  }

  @Test
  void textsThatNothingAnswersAreGroupedByTheirTellingWords() throws Exception {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    for (int i = 1; i <= 3; i++) {
      Run.file(texts, "f" + i + ".log", "0" + i + " flurble gateway collapsed near contoso" + i);
    }
    Run.file(texts, "known.txt", "refused");
    Run.file(texts, "other.txt", "the snorkel met a zorgon, password=Zq7hunter2SecretX");
    Run run = coverage("--cases", texts.toString());
    assertThat(run.out())
        .contains("unanswered, 3 like: 0")
        .contains("flurble gateway collapsed")
        .contains("unanswered, 1 like: the snorkel met a zorgon")
        .contains("4 of 5 texts unanswered, in 2 groups")
        .doesNotContain("hunter2");
  }

  @Test
  void aCaseThatCannotBeReadIsToldAndLeftOut() throws Exception {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Run.file(texts, "bad.yaml", "facts: {registry: {nme: a}}");
    Run.file(texts, "good.txt", "flurble");
    Run run = coverage("--cases", texts.toString());
    assertThat(run.err()).contains("registry has no field nme / did you mean name?; left out");
    assertThat(run.out()).contains("1 of 1 texts unanswered");
  }

  @Test
  void thePageStandsByItselfAndHoldsEveryCondition() throws Exception {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Run.file(texts, "x.txt", "<script>alert(1)</script> flurble");
    String page = coverage("--format", "html", "--cases", texts.toString()).out();
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("default-src 'none'")
        .contains("rules/network/firewall.drl", "not NetworkRule( covers( $ip ) )")
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script", "http://", "https://", "src=");
  }

  @Test
  void aBrokenKnowledgeBaseIsRefused() {
    SmallRules.write(rules, "network/outage.drl", "package causes\nrule\n");
    Run run = Run.of("rules", "coverage", "--rules", rules.toString());
    run.isRefused(ExitCode.KNOWLEDGE, "rules/network/outage.drl:");
  }
}
