package io.github.acrdoctor.report;

import java.time.Instant;
import java.util.List;

/**
 * What every format shows: texts are redacted, placeholders filled, numbers final.
 *
 * @param caseId the reporter's own number; null when none was given
 * @param knowledge which knowledge base judged
 * @param identified whether anything was identified
 * @param symptoms what was recognised
 * @param diagnoses likeliest first
 * @param undetermined how likely it is that none of them is right
 * @param questions what would help to know
 * @param notCollected what could not be learnt
 * @param texts the pasted texts, redacted
 * @param hops how far the client gets, in order; empty when nothing shows it
 * @param doubts what does not fit together in the case
 * @param ambiguity the causes that the case cannot tell apart; null when the first stands out
 * @param nearest known messages that resemble the text, when nothing was identified
 * @param verified what probes showed to be in order
 */
public record Report(
    String caseId,
    KnowledgeFigures knowledge,
    boolean identified,
    List<SeenSymptom> symptoms,
    List<RankedDiagnosis> diagnoses,
    double undetermined,
    List<NextQuestion> questions,
    List<Missing> notCollected,
    List<SourceText> texts,
    List<HopLine> hops,
    List<Doubt> doubts,
    Ambiguous ambiguity,
    List<Resembling> nearest,
    List<String> verified) {

  /** Version of the JSON form. */
  public static final String SCHEMA_VERSION = "1";

  /** Lists are copied. */
  public Report {
    symptoms = List.copyOf(symptoms);
    diagnoses = List.copyOf(diagnoses);
    questions = List.copyOf(questions);
    notCollected = List.copyOf(notCollected);
    texts = List.copyOf(texts);
    hops = List.copyOf(hops);
    doubts = List.copyOf(doubts);
    nearest = List.copyOf(nearest);
    verified = List.copyOf(verified);
  }

  /**
   * The last hop that is known or must be good, before the first that is bad.
   *
   * @return null when there is none
   */
  public HopLine lastGood() {
    HopLine last = null;
    for (HopLine hop : hops) {
      if (hop.state().equals("bad")) {
        return last;
      }
      last = hop.works() ? hop : last;
    }
    return last;
  }

  /**
   * Whether probes were made and show nothing wrong, which is more than knowing nothing.
   *
   * @return false when something was identified, or a text holds an error
   */
  public boolean nothingWrong() {
    return !identified
        && !verified.isEmpty()
        && firstBad() == null
        && symptoms.stream().noneMatch(SeenSymptom::error);
  }

  /**
   * The first hop that is known to be bad.
   *
   * @return null when none is
   */
  public HopLine firstBad() {
    return hops.stream().filter(hop -> hop.state().equals("bad")).findFirst().orElse(null);
  }

  /**
   * The knowledge base in figures.
   *
   * @param hash identifies its content
   * @param causes how many causes it knows
   * @param rules how many rules
   * @param symptoms how many symptoms
   */
  public record KnowledgeFigures(String hash, int causes, int rules, int symptoms) {
    /**
     * Enough of the hash to tell two knowledge bases apart.
     *
     * @return at most 12 characters
     */
    public String shortHash() {
      return hash.substring(0, Math.min(12, hash.length()));
    }
  }

  /**
   * A cause with everything a person needs.
   *
   * @param rank from 1
   * @param cause its id
   * @param family its family
   * @param title what is wrong
   * @param probability from 0 to 1
   * @param evidence why
   * @param solution what to do
   * @param refines the cause that this one is a special form of; null when it stands for itself
   * @param waiting when it has passed by itself; null when it does not or nobody knows
   */
  public record RankedDiagnosis(
      int rank,
      String cause,
      String family,
      String title,
      double probability,
      List<EvidenceLine> evidence,
      Solution solution,
      String refines,
      Waiting waiting) {
    /** Lists are copied. */
    public RankedDiagnosis {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * How long something still needs.
   *
   * @param until when it has passed at the latest
   * @param seconds how long that is from the case's clock; negative when it should have passed
   * @param text the same in words
   */
  public record Waiting(Instant until, long seconds, String text) {}

  /**
   * One reason.
   *
   * @param strength certain, strong, hint, against or excluded
   * @param supports whether it speaks for the cause
   * @param reason the sentence
   * @param rule where the rule stands
   * @param facts what it rests on
   */
  public record EvidenceLine(
      String strength, boolean supports, String reason, String rule, List<String> facts) {
    /** Facts are copied. */
    public EvidenceLine {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What to do.
   *
   * @param summary the cause in a few sentences
   * @param confirm how to confirm it
   * @param steps how to fix it
   * @param role role needed
   * @param risk what the fix can break
   * @param undo how to take it back
   * @param verify how to see that it worked
   * @param otherwise what else it may be
   * @param references official pages
   */
  public record Solution(
      String summary,
      List<Instruction> confirm,
      List<Instruction> steps,
      String role,
      String risk,
      String undo,
      String verify,
      List<String> otherwise,
      List<Reference> references) {
    /** Lists are copied. */
    public Solution {
      confirm = List.copyOf(confirm);
      steps = List.copyOf(steps);
      otherwise = List.copyOf(otherwise);
      references = List.copyOf(references);
    }
  }

  /**
   * One thing to do.
   *
   * @param text what it does
   * @param command what to type; empty when there is nothing to type
   */
  public record Instruction(String text, String command) {}

  /**
   * An official page.
   *
   * @param title its title
   * @param url its address
   */
  public record Reference(String title, String url) {}

  /**
   * Something that would help to know.
   *
   * @param id its id
   * @param text the question
   * @param how how to find out
   * @param gain expected gain in certainty
   * @param effects what each answer would lead to; empty when that is not known
   */
  public record NextQuestion(
      String id, String text, String how, double gain, List<Effect> effects) {
    /** Effects are copied. */
    public NextQuestion {
      effects = List.copyOf(effects);
    }
  }

  /**
   * What an answer would lead to.
   *
   * @param answer the answer
   * @param cause the likeliest cause then; null when there is none
   * @param probability how likely it is then
   */
  public record Effect(String answer, String cause, double probability) {}

  /**
   * Something that could not be learnt.
   *
   * @param fact what
   * @param reason why
   * @param right what would allow it; null when nothing would
   */
  public record Missing(String fact, String reason, String right) {}

  /**
   * A pasted text around what was recognised in it.
   *
   * @param source its name
   * @param lines the lines with matches
   */
  public record SourceText(String source, List<MarkedLine> lines) {
    /** Lines are copied. */
    public SourceText {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a text with the matched stretches.
   *
   * @param number line number, from 1
   * @param parts the line in pieces
   */
  public record MarkedLine(int number, List<Part> parts) {
    /** Parts are copied. */
    public MarkedLine {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A piece of a line.
   *
   * @param text the characters, redacted
   * @param symptom id of the symptom it belongs to; empty for the words between
   */
  public record Part(String text, String symptom) {}
}
