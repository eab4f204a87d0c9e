package io.github.acrdoctor.report;

import io.github.acrdoctor.diagnosis.Ambiguity;
import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Diagnosis;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.HopState;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.Mismatch;
import io.github.acrdoctor.diagnosis.NearMessage;
import io.github.acrdoctor.diagnosis.Question;
import io.github.acrdoctor.diagnosis.Reason;
import io.github.acrdoctor.diagnosis.Settling;
import io.github.acrdoctor.diagnosis.Step;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.report.Report.Effect;
import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.KnowledgeFigures;
import io.github.acrdoctor.report.Report.Missing;
import io.github.acrdoctor.report.Report.NextQuestion;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.Reference;
import io.github.acrdoctor.report.Report.Solution;
import io.github.acrdoctor.report.Report.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    Placeholders placeholders = new Placeholders(findings.facts(), knowledge::fills);
    List<SeenSymptom> symptoms = findings.symptoms().stream().map(this::symptom).toList();
    List<RankedDiagnosis> diagnoses = new ArrayList<>();
    for (Diagnosis diagnosis : findings.diagnoses()) {
      if (diagnoses.size() < top) {
        diagnoses.add(diagnosis(diagnoses.size() + 1, diagnosis, findings, placeholders));
      }
    }
    return new Report(
        Redactor.redact(findings.input().id()),
        figures,
        findings.identified(),
        symptoms,
        diagnoses,
        findings.undetermined(),
        findings.questions().stream().map(q -> question(q, placeholders)).toList(),
        findings.notCollected().stream().map(ReportBuilder::missing).toList(),
        TextMarker.mark(findings.input().texts(), symptoms),
        findings.hops().stream().map(ReportBuilder::hop).toList(),
        findings.mismatches().stream().map(m -> doubt(m, findings)).toList(),
        ambiguity(findings.ambiguity(), placeholders),
        findings.nearest().stream().map(this::resembling).toList(),
        Verified.of(findings.facts()));
  }

  private static NextQuestion question(Question question, Placeholders placeholders) {
    return new NextQuestion(
        question.id(),
        placeholders.prose(question.text()),
        placeholders.command(question.how()),
        question.gain(),
        question.effects().stream()
            .map(e -> new Effect(e.answer(), e.cause(), e.probability()))
            .toList());
  }

  private static HopLine hop(HopState state) {
    return new HopLine(
        state.hop().word(),
        state.hop().title(),
        state.state().name().toLowerCase(Locale.ROOT),
        Redactor.redact(state.because()));
  }

  private static Doubt doubt(Mismatch mismatch, Findings findings) {
    return new Doubt(
        mismatch.id(),
        mismatch.text(),
        mismatch.rule(),
        mismatch.facts().stream().map(f -> FactLabel.of(f, findings.now())).toList());
  }

  private Ambiguous ambiguity(Ambiguity ambiguity, Placeholders placeholders) {
    return ambiguity == null
        ? null
        : new Ambiguous(
            ambiguity.causes(),
            ambiguity.symptom() == null ? "" : knowledge.symptomTitle(ambiguity.symptom()),
            ambiguity.decides() == null ? null : question(ambiguity.decides(), placeholders));
  }

  private Resembling resembling(NearMessage near) {
    return new Resembling(
        near.symptom(),
        knowledge.symptomTitle(near.symptom()),
        near.example(),
        Redactor.redact(near.line()),
        near.missing(),
        near.other().stream().map(Redactor::redact).toList());
  }

  private static Missing missing(NotCollected fact) {
    return new Missing(
        Redactor.redact(fact.fact()),
        Redactor.redact(fact.reason()),
        Redactor.redact(fact.right()));
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
      int rank, Diagnosis diagnosis, Findings findings, Placeholders placeholders) {
    Cause cause = diagnosis.cause();
    return new RankedDiagnosis(
        rank,
        cause.id(),
        cause.family(),
        cause.title(),
        diagnosis.probability(),
        diagnosis.reasons().stream().map(r -> evidence(r, findings)).toList(),
        solution(cause, placeholders),
        cause.refines(),
        waiting(diagnosis, findings));
  }

  /** Counts from the latest event that the diagnosis rests on, or else that the case knows of. */
  private static Waiting waiting(Diagnosis diagnosis, Findings findings) {
    Settling settling = diagnosis.cause().settles();
    if (settling == null) {
      return null;
    }
    List<Fact> grounds =
        diagnosis.reasons().stream().flatMap(reason -> reason.facts().stream()).toList();
    Instant latest = latest(settling, grounds, findings.now());
    latest = latest == null ? latest(settling, findings.facts(), findings.now()) : latest;
    if (latest == null) {
      return null;
    }
    Instant until = latest.plus(Duration.ofMinutes(settling.minutes()));
    long seconds = Duration.between(findings.now(), until).toSeconds();
    String when = Times.fromNow(until, findings.now());
    return new Waiting(
        until,
        seconds,
        seconds > 0
            ? "It passes by itself at the latest " + when + "."
            : "It should have passed by itself "
                + when
                + "; if it still fails, it is another cause.");
  }

  private static Instant latest(Settling settling, List<Fact> facts, Instant now) {
    Instant latest = null;
    for (Fact fact : facts) {
      for (String event : settling.events()) {
        String field = event.substring(event.indexOf('.') + 1);
        if (event.startsWith(FactTypes.key(fact.getClass()) + ".")
            && FactFields.value(fact, field) instanceof Instant moment
            && !moment.isAfter(now)
            && (latest == null || moment.isAfter(latest))) {
          latest = moment;
        }
      }
    }
    return latest;
  }

  private static EvidenceLine evidence(Reason reason, Findings findings) {
    return new EvidenceLine(
        reason.strengthWord(),
        reason.supports(),
        reason.text(),
        reason.rule(),
        reason.facts().stream().map(fact -> FactLabel.of(fact, findings.now())).toList());
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
