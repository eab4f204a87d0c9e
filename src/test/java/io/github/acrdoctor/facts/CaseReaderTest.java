package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CaseReaderTest {
  private static Case read(String text) {
    return CaseReader.read("case.yaml", text);
  }

  private static void refused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  @Example
  void factsBecomeRecords() {
    Case input =
        read(
            """
            id: 4711
            now: 2026-11-24T10:00:00Z
            texts:
              - {source: terminal, text: "an error"}
              - another
            facts:
              dockerClient: {version: 17.12.1}
              registry: {name: contoso, publicNetworkAccess: Disabled, adminUserEnabled: true}
              roleAssignment: [{role: AcrPull, createdAt: 2026-11-24 09:57:00}, {role: Reader}]
            """);
    assertThat(input.id()).isEqualTo("4711");
    assertThat(input.now()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    assertThat(input.texts()).extracting(Text::source).containsExactly("terminal", "text 2");
    assertThat(input.facts()).hasSize(4);
    Registry registry = (Registry) input.facts().get(1);
    assertThat(registry.publicNetworkAccess()).isEqualTo(Answer.NO);
    assertThat(registry.adminUserEnabled()).isEqualTo(Answer.YES);
    assertThat(registry.anonymousPullEnabled()).isEqualTo(Answer.UNKNOWN);
    assertThat(((RoleAssignment) input.facts().get(2)).createdAt())
        .isEqualTo("2026-11-24T09:57:00Z");
  }

  @Example
  void jsonAndYamlAreTheSame() {
    assertThat(
            read("{\"id\":\"1\",\"texts\":[\"x\"],\"facts\":{\"clockOffset\":{\"seconds\":-90}}}"))
        .isEqualTo(read("id: 1\ntexts: [x]\nfacts:\n  clockOffset: {seconds: -90}\n"));
  }

  @Example
  void misspeltNamesAreRefusedWithPlaceAndSuggestion() {
    refused(
        "facts:\n  registri: {name: x}\n",
        "case.yaml:2:3",
        "there is no fact registri",
        "did you mean registry?");
    refused(
        "facts:\n  registry:\n    publicNetworkAcess: no\n",
        "case.yaml:3:5",
        "did you mean publicNetworkAccess?");
    refused("fact: {}\n", "a case has no fact", "did you mean facts?");
  }

  @Example
  void valuesThatDoNotFitAreRefusedWithTheValue() {
    refused(
        "facts:\n  registry: {publicNetworkAccess: maybe}\n",
        "registry.publicNetworkAccess cannot be 'maybe'",
        "yes, no or unknown");
    refused(
        "facts:\n  tcpProbe: {port: https}\n", "tcpProbe.port cannot be 'https'", "whole number");
    refused("facts:\n  clockOffset: [1]\n", "clockOffset is a single value");
    refused("now: yesterday\n", "now cannot be 'yesterday'");
    refused("facts: [1]\n", "facts is a list");
    refused("just text", "a case is a mapping");
    refused("facts:\n  clock: {now: 2026-01-01}\n", "cannot be given");
  }

  @Example
  void hostileDocumentsAreRefused() {
    refused(
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
            .repeat(1),
        "case.yaml");
    refused("x: " + "[".repeat(200), "case.yaml");
    refused("{\"x\":" + "[".repeat(200), "not valid JSON");
    refused("id: 1\nid: 2\n", "stands here twice");
    refused("{\"id\":1,\"id\":2}", "not valid JSON", "uplicate");
    refused("id: [unclosed\n", "not valid YAML");
    refused("", "empty");
    refused("!!javax.script.ScriptEngineManager [1]", "tag is not allowed");
  }

  @Example
  void anAliasBombIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      String below = "*a" + (i - 1);
      bomb.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(String.join(",", java.util.Collections.nCopies(9, below)))
          .append("]\n");
    }
    refused(bomb.toString(), "case.yaml", "aliases");
  }

  @Property
  void anyTextIsReadOrRefusedButNeverFails(@ForAll @StringLength(max = 120) String text) {
    try {
      read(text);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("case.yaml");
    }
  }
}
