package io.github.acrdoctor.cli;

import io.github.acrdoctor.KnowledgeUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rules folder with one cause, small enough to read at a glance. */
final class SmallRules {
  /** The cause's rules. */
  static final String RULES =
      """
      package causes

      rule "firewall: The registry names the address, and its public access is on"
      when
          Symptom( id == "denied", $ip : ip )
          exists Registry( publicNetworkAccess == Answer.YES, sku in ( "Basic", "Premium" ) )
          not NetworkRule( covers( $ip ) )
          not Concept( id == "of-another" )
      then
          insertLogical( strong( kcontext ) );
      end

      rule "firewall: The registry refuses"
      when
          Symptom( id == "refused" )
      then
          insertLogical( hint( kcontext ) );
      end

      rule "firewall: Nobody signs in at all"
      when
          Registry( anonymousPullEnabled == Answer.YES )
      then
          insertLogical( against( kcontext ) );
      end
      """;

  /** Its cases; all hold. */
  static final String CASES =
      """
      - name: Public access is on
        texts: ["denied: address 203.0.113.16"]
        facts: {registry: {publicNetworkAccess: yes, sku: Premium}}
        expect: strong
      - name: Public access is off
        texts: ["denied: address 203.0.113.16"]
        facts: {registry: {publicNetworkAccess: no, sku: Premium}}
        expect: none
      """;

  private SmallRules() {}

  /** Writes the folder. */
  static Path in(Path folder) {
    Path rules = folder.resolve("rules");
    shipped(rules, "imports.drl");
    shipped(rules, "weights.yaml");
    write(rules, "network/firewall.drl", RULES);
    write(rules, "network/firewall.cases.yaml", CASES);
    write(rules, "network/firewall.md", page("Firewall"));
    write(rules, "network/outage.drl", OUTAGE);
    write(rules, "network/outage.cases.yaml", "- {name: a, texts: [refused], expect: strong}\n");
    write(rules, "network/outage.md", page("Outage"));
    write(rules, "concepts/names.drl", CONCEPT);
    write(rules, "symptoms/registry.yaml", SYMPTOMS);
    return rules;
  }

  private static final String OUTAGE =
      """
      package causes

      rule "outage: The registry refuses everybody"
      when
          Symptom( id == "refused" )
      then
          insertLogical( strong( kcontext ) );
      end
      """;

  private static final String CONCEPT =
      """
      package causes

      rule "of-another: The text names another registry"
      when
          Symptom( id == "denied", host != "" )
          Registry( loginServer != null )
      then
          insertLogical( concept( kcontext ) );
      end
      """;

  private static final String SYMPTOMS =
      """
      - id: denied
        title: The registry refused the address
        match: ["denied: address (?P<ip>[0-9.]+)(?: at (?P<host>[a-z.]+))?"]
        examples:
          - {text: "denied: address 203.0.113.16", captures: {ip: 203.0.113.16}}
        near-misses: ["denied: address unknown"]
      - id: refused
        title: The registry refused
        match: ["refused"]
        examples: ["refused"]
      """;

  private static String page(String title) {
    String shipped = KnowledgeUnderTest.FILES.texts().get("rules/network/dns-failure.md");
    return shipped.replaceFirst("title: .*", "title: " + title);
  }

  private static void shipped(Path rules, String name) {
    write(rules, name, KnowledgeUnderTest.FILES.texts().get("rules/" + name));
  }

  /** Writes one of its files. */
  static void write(Path rules, String name, String text) {
    try {
      Path file = rules.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
