package io.github.acrdoctor.report;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Diagnosis;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.Reason;
import io.github.acrdoctor.diagnosis.Step;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.KnowledgeFigures;
import io.github.acrdoctor.report.Report.Missing;
import io.github.acrdoctor.report.Report.NextQuestion;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.Reference;
import io.github.acrdoctor.report.Report.SeenSymptom;
import io.github.acrdoctor.report.Report.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the view model of what was found: fills placeholders, takes out secrets, rounds nothing.
 */
public final class ReportBuilder {
  private final Knowledge knowledge;
  private final KnowledgeFigures figures;

  /**
   * A builder.
   *
   * @param knowledge the knowledge base that judged
   */
  public ReportBuilder(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.figures =
        new KnowledgeFigures(
            knowledge.hash(),
            knowledge.causes().size(),
            knowledge.ruleCount(),
            knowledge.symptomCount());
  }

  /**
   * The report on a case.
   *
   * @param findings what was found
   * @param top how many diagnoses it shows at most
   * @return never null
   */
  public Report build(Findings findings, int top) {
    Placeholders placeholders = new Placeholders(findings.facts());
    List<SeenSymptom> symptoms = findings.symptoms().stream().map(this::symptom).toList();
    List<RankedDiagnosis> diagnoses = new ArrayList<>();
    for (Diagnosis diagnosis : findings.diagnoses()) {
      if (diagnoses.size() < top) {
        diagnoses.add(diagnosis(diagnoses.size() + 1, diagnosis, placeholders));
      }
    }
    return new Report(
        Redactor.redact(findings.input().id()),
        figures,
        findings.identified(),
        symptoms,
        diagnoses,
        findings.undetermined(),
        findings.questions().stream()
            .map(
                q ->
                    new NextQuestion(
                        q.id(),
                        placeholders.prose(q.text()),
                        placeholders.command(q.how()),
                        q.gain()))
            .toList(),
        findings.notCollected().stream().map(ReportBuilder::missing).toList(),
        TextMarker.mark(findings.input().texts(), symptoms));
  }

  private static Missing missing(NotCollected fact) {
    return new Missing(Redactor.redact(fact.fact()), Redactor.redact(fact.reason()));
  }

  private SeenSymptom symptom(Symptom symptom) {
    Map<String, String> captures = new TreeMap<>();
    symptom.captures().forEach((name, value) -> captures.put(name, Redactor.redact(value)));
    return new SeenSymptom(
        symptom.id(),
        knowledge.symptomTitle(symptom.id()),
        Redactor.redact(symptom.source()),
        symptom.line(),
        symptom.start(),
        symptom.end(),
        symptom.count(),
        knowledge.isError(symptom.id()),
        captures);
  }

  private static RankedDiagnosis diagnosis(
      int rank, Diagnosis diagnosis, Placeholders placeholders) {
    Cause cause = diagnosis.cause();
    return new RankedDiagnosis(
        rank,
        cause.id(),
        cause.family(),
        cause.title(),
        diagnosis.probability(),
        diagnosis.reasons().stream().map(ReportBuilder::evidence).toList(),
        solution(cause, placeholders));
  }

  private static EvidenceLine evidence(Reason reason) {
    return new EvidenceLine(
        reason.strengthWord(),
        reason.supports(),
        reason.text(),
        reason.rule(),
        reason.facts().stream().map(FactLabel::of).toList());
  }

  static Solution solution(Cause cause, Placeholders placeholders) {
    return new Solution(
        placeholders.prose(cause.summary()),
        instructions(cause.confirm(), placeholders),
        instructions(cause.fix(), placeholders),
        placeholders.prose(cause.role()),
        placeholders.prose(cause.risk()),
        placeholders.prose(cause.undo()),
        placeholders.prose(cause.verify()),
        cause.otherwise().stream().map(placeholders::prose).toList(),
        cause.links().stream().map(link -> new Reference(link.title(), link.url())).toList());
  }

  private static List<Instruction> instructions(List<Step> steps, Placeholders placeholders) {
    return steps.stream()
        .map(
            step ->
                new Instruction(
                    placeholders.prose(step.text()), placeholders.command(step.command())))
        .toList();
  }
}
