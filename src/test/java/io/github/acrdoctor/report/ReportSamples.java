package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.KnowledgeFigures;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.Missing;
import io.github.acrdoctor.report.Report.NextQuestion;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.Reference;
import io.github.acrdoctor.report.Report.Solution;
import io.github.acrdoctor.report.Report.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reports to render. */
final class ReportSamples {
  private static final String HASH = "0123456789abcdef0123456789abcdef";

  private ReportSamples() {}

  static RankedDiagnosis firewall(int rank, double probability) {
    return new RankedDiagnosis(
        rank,
        rank == 1 ? "client-ip-not-allowed" : "cause-" + rank,
        "network",
        rank == 1
            ? "The registry's firewall does not allow the client's address"
            : "Another cause, number " + rank,
        probability,
        List.of(
            new EvidenceLine(
                "certain",
                true,
                "The registry names the client's address as not allowed",
                "rules/network/client-ip-not-allowed.drl:4",
                List.of("symptom registry-client-ip-denied (terminal, line 3)")),
            new EvidenceLine(
                "against",
                false,
                "The registry takes calls from everywhere",
                "rules/network/client-ip-not-allowed.drl:14",
                List.of())),
        new Solution(
            "The registry only answers to addresses on its list, and this one is not among them."
                + " Nothing is wrong with the login itself.",
            List.of(
                new Instruction(
                    "Look at the list of addresses.", "az acr network-rule list --name contoso")),
            List.of(
                new Instruction(
                    "Allow the address `203.0.113.16`.",
                    "az acr network-rule add --name contoso --ip-address 203.0.113.16"),
                new Instruction("Wait a minute, then log in again.", "")),
            "Contributor on the registry",
            "the address can reach the registry from then on",
            "`az acr network-rule remove --name contoso --ip-address 203.0.113.16`",
            "`docker login contoso.azurecr.io` asks for a user",
            List.of("The address changes: see `outbound-blocked`."),
            List.of(new Reference("Firewall rules", "https://aka.ms/acr/firewall"))),
        null,
        null);
  }

  static Report of(RankedDiagnosis... diagnoses) {
    return new Report(
        "4711",
        new KnowledgeFigures(HASH, 60, 180, 220),
        diagnoses.length > 0,
        List.of(
            new SeenSymptom(
                "registry-client-ip-denied",
                "The registry refused the client's address",
                "terminal",
                3,
                10,
                30,
                1,
                true,
                Map.of("ip", "203.0.113.16"))),
        List.of(diagnoses),
        0.051234,
        List.of(
            new NextQuestion(
                "public-access",
                "Is public access on?",
                "az acr show --name contoso --query publicNetworkAccess",
                0.41,
                List.of(new Report.Effect("no", "public-network-access-disabled", 0.97)))),
        List.of(new Missing("roleAssignment", "az: AuthorizationFailed", null)),
        List.of(
            new SourceText(
                "terminal",
                List.of(
                    new MarkedLine(
                        3,
                        List.of(
                            new Part("denied: ", ""),
                            new Part(
                                "client with IP '203.0.113.16' is not allowed access",
                                "registry-client-ip-denied")))))),
        List.of(
            new HopLine("challenge", "/v2/", "passed", ""),
            new HopLine("token", "repository token", "bad", "The address was refused")),
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** A report whose every text is the given one. */
  static Report everywhere(String x) {
    Solution solution =
        new Solution(
            x,
            List.of(new Instruction(x, x)),
            List.of(new Instruction(x, x)),
            x,
            x,
            x,
            x,
            List.of(x),
            List.of(new Reference(x, x)));
    RankedDiagnosis diagnosis =
        new RankedDiagnosis(
            1,
            x,
            x,
            x,
            0.4,
            List.of(
                new EvidenceLine("hint", true, x, x, List.of(x)),
                new EvidenceLine("against", false, x, x, List.of(x))),
            solution,
            x,
            new Report.Waiting(Instant.parse("2026-11-24T10:00:00Z"), 60, x));
    RankedDiagnosis second =
        new RankedDiagnosis(2, x, x, x, 0.3, diagnosis.evidence(), solution, null, null);
    NextQuestion question = new NextQuestion(x, x, x, 0.1, List.of(new Report.Effect(x, x, 0.5)));
    return new Report(
        x,
        new KnowledgeFigures(HASH, 1, 1, 1),
        true,
        List.of(new SeenSymptom(x, x, x, 1, 0, 1, 1, true, Map.of("host", x))),
        List.of(diagnosis, second),
        0.3,
        List.of(question),
        List.of(new Missing(x, x, x)),
        List.of(
            new SourceText(
                x, List.of(new MarkedLine(1, List.of(new Part(x, ""), new Part(x, x)))))),
        List.of(new HopLine(x, x, "good", x), new HopLine(x, x, "bad", x)),
        List.of(new Doubt(x, x, x, List.of(x))),
        new Ambiguous(List.of(x, x), x, question),
        List.of(new Resembling(x, x, x, x, List.of(x), List.of(x))),
        List.of(x));
  }
}
