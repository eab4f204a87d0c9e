package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static String told(String condition, String facts) {
    String text =
        "package causes\nrule \"a: why\"\nwhen\n    %s\nthen\nend\n"
            .formatted(condition.replace('\'', '"'));
    RuleInfo rule = RuleInfo.of("a: why", "hint", "rules/network/a.drl", 2, List.of(), "");
    Case input = CaseReader.read("case", "facts: " + facts);
    List<Fact> known = new ArrayList<>(input.facts());
    Stories stories = new Stories(Situation.of(known, NOW, List.of()), null, List.of());
    List<RuleStory> told = stories.of(new Conditions(List.of(rule), file -> text).about("a"));
    return String.join(" | ", told.get(0).lacks().stream().map(Lack::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Registry( sku != 'Basic' ) # {registry: {sku: Basic}}"
            + " # registry.sku is Basic; the rule wants anything but Basic",
        "Registry( sku != null ) # {registry: {name: a}}"
            + " # registry.sku is not known; the rule wants anything known",
        "Registry( sku == null ) # {registry: {sku: Basic}}"
            + " # registry.sku is Basic; the rule wants not known",
        "Registry( sku == 'Basic' || sku == 'Premium' ) # {registry: {sku: Standard}}"
            + " # registry.sku is Standard; the rule wants Basic or Premium",
        "Registry( sku not in ( 'Basic', 'Free' ) ) # {registry: {sku: Free}}"
            + " # registry.sku is Free; the rule wants none of Basic, Free",
        "HttpProbe( status >= 500 ) # {httpProbe: {status: 403}}"
            + " # httpProbe.status is 403; the rule wants at least 500",
        "HttpProbe( status < 400 ) # {httpProbe: {status: 403}}"
            + " # httpProbe.status is 403; the rule wants less than 400",
        "DnsAnswer( isPublic() ) # {dnsAnswer: {addresses: [10.0.0.4]}}"
            + " # dnsAnswer.isPublic() is no; the rule wants yes",
        "DnsAnswer( !isPrivate() ) # {dnsAnswer: {addresses: [10.0.0.4]}}"
            + " # dnsAnswer.isPrivate() is yes; the rule wants no",
        "Registry( exists == Answer.NO ) # {registry: {name: a}}"
            + " # registry.exists is unknown; the rule wants no",
        "Registry( $n : name ) Attempt( host == $n ) # {registry: {name: a}, attempt: {host: b}}"
            + " # attempt.host is b; the rule wants a ($n)",
        "Registry( sku == 'Basic' || name == 'a' && exists == Answer.YES )"
            + " # {registry: {sku: Free, name: a}}"
            + " # registry.sku is Free; the rule wants Basic",
        "( Registry( sku == 'Basic' ) or Image( tag == 'a' ) ) # {registry: {sku: Free}}"
            + " # registry.sku is Free; the rule wants Basic"
            + " | there is no fact image; the rule wants one with tag a",
        "not Image( tag == 'a' ) # {image: {tag: a}}"
            + " # there is a fact image: tag=a; the rule wants none such",
        "Clock( $now : now ) Change( within( $now, 10 ) )"
            + " # {change: {what: role, at: 2026-11-24T09:00:00Z}}"
            + " # change.within($now, 10) is no; the rule wants yes"
      })
  void theFieldItsValueAndWhatTheRuleWantsAreSaid(String condition, String facts, String told) {
    assertThat(told(condition, facts)).isEqualTo(told);
  }
}
