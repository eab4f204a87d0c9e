package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DnsImportsTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final String LINK = "contoso.privatelink.azurecr.io";

  /** An output, what it says, and whether anything of it went wrong. */
  record Output(String name, String text, Fact fact, boolean failed) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static DnsAnswer dns(
      String resolver, String result, List<String> addresses, String... aliases) {
    return new DnsAnswer(HOST, resolver, result, addresses, List.of(aliases));
  }

  static List<Output> lookups() {
    return List.of(
        new Output(
            "nslookup of Unix",
            """
            Server:\t\t127.0.0.53
            Address:\t127.0.0.53#53

            Non-authoritative answer:
            contoso.azurecr.io\tcanonical name = contoso.privatelink.azurecr.io.
            Name:\tcontoso.privatelink.azurecr.io
            Address: 10.1.0.5
            """,
            dns("system", "ok", List.of("10.1.0.5"), LINK),
            false),
        new Output(
            "nslookup of Windows",
            """
            Server:  dns.contoso.example
            Address:  10.0.0.4

            Non-authoritative answer:
            Name:    contoso.privatelink.azurecr.io
            Addresses:  2603:1030::5
                      10.1.0.5
            Aliases:  contoso.azurecr.io
            """,
            dns("system", "ok", List.of("2603:1030::5", "10.1.0.5"), LINK),
            false),
        new Output(
            "nslookup of Windows through a chain",
            """
            Server:  UnKnown
            Address:  168.63.129.16

            Name:    r0318.westeurope.azcr.io
            Address:  203.0.113.80
            Aliases:  contoso.azurecr.io
                      contoso.privatelink.azurecr.io
            """,
            dns("system", "ok", List.of("203.0.113.80"), LINK, "r0318.westeurope.azcr.io"),
            false),
        new Output(
            "nslookup that asks a public resolver",
            """
            Server:\t\t8.8.8.8
            Address:\t8.8.8.8#53

            ** server can't find contoso.azurecr.io: NXDOMAIN
            """,
            dns("public", "nxdomain", List.of()),
            true),
        new Output(
            "nslookup that finds the private name missing",
            """
            Server:\t\t10.0.0.4
            Address:\t10.0.0.4#53

            Non-authoritative answer:
            contoso.azurecr.io\tcanonical name = contoso.privatelink.azurecr.io.
            ** server can't find contoso.privatelink.azurecr.io: NXDOMAIN
            """,
            dns("system", "nxdomain", List.of(), LINK),
            true),
        new Output(
            "nslookup of Windows that finds nothing",
            """
            Server:  dns.contoso.example
            Address:  10.0.0.4

            *** dns.contoso.example can't find contoso.azurecr.io: Non-existent domain
            """,
            dns("system", "nxdomain", List.of()),
            true),
        new Output(
            "nslookup whose chosen server says nothing",
            """
            C:\\> nslookup contoso.azurecr.io 10.0.0.9
            Server:  UnKnown
            Address:  10.0.0.9

            DNS request timed out.
                timeout was 2 seconds.
            *** Request to UnKnown timed-out
            """,
            dns("10.0.0.9", "timeout", List.of()),
            true),
        new Output(
            "dig",
            """
            ; <<>> DiG 9.18.28 <<>> contoso.azurecr.io
            ;; global options: +cmd
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

            ;; QUESTION SECTION:
            ;contoso.azurecr.io.\t\tIN\tA

            ;; ANSWER SECTION:
            contoso.azurecr.io.\t60\tIN\tCNAME\tcontoso.privatelink.azurecr.io.
            contoso.privatelink.azurecr.io. 10 IN\tA\t10.1.0.5

            ;; Query time: 12 msec
            ;; SERVER: 127.0.0.53#53(127.0.0.53) (UDP)
            ;; WHEN: Tue Nov 24 10:00:00 UTC 2026
            ;; MSG SIZE  rcvd: 99
            """,
            dns("system", "ok", List.of("10.1.0.5"), LINK),
            false),
        new Output(
            "dig that asks a chosen server and is refused",
            """
            ; <<>> DiG 9.18.28 <<>> @10.0.0.9 contoso.azurecr.io
            ;; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 4712
            ;; QUESTION SECTION:
            ;contoso.azurecr.io.\t\tIN\tA

            ;; SERVER: 10.0.0.9#53(10.0.0.9) (UDP)
            """,
            dns("10.0.0.9", "refused", List.of()),
            true),
        new Output(
            "dig that gets no answer",
            """
            ; <<>> DiG 9.18.28 <<>> contoso.azurecr.io
            ;; global options: +cmd
            ;; connection timed out; no servers could be reached
            """,
            dns("system", "timeout", List.of()),
            true));
  }

  @ParameterizedTest
  @MethodSource("lookups")
  void whatAResolverSaidIsReadAndOnlyFailuresStayTexts(Output output) {
    Collected collected = Imports.read("dns.txt", output.text());
    assertThat(collected.facts()).containsExactly(output.fact());
    assertThat(collected.texts().isEmpty()).isEqualTo(!output.failed());
  }

  @Test
  void twoLookupsInOneLogAreTwoAnswers() {
    String text = lookups().get(0).text() + "\n" + lookups().get(3).text() + "\ndone\n";
    assertThat(Imports.read("dns.txt", text).facts())
        .containsExactly(lookups().get(0).fact(), lookups().get(3).fact());
  }
}
