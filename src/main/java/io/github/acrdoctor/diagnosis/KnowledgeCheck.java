package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Judgement;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves a knowledge base against its own examples and cases. */
public final class KnowledgeCheck {
  static final Instant ANY_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final Set<String> ALONE = Set.of("symptoms", "concepts", "questions");

  private final KnowledgeFiles files;
  private final Knowledge knowledge;
  private final CheckMemo memo;
  private final List<Problem> problems = new ArrayList<>();
  private List<CaseProof> proofs = List.of();

  /**
   * A check.
   *
   * @param files the files the knowledge base was made of
   * @param knowledge the knowledge base
   */
  public KnowledgeCheck(KnowledgeFiles files, Knowledge knowledge) {
    this(files, knowledge, new CheckMemo());
  }

  /**
   * A check in a process that checks again and again.
   *
   * @param files the files the knowledge base was made of
   * @param knowledge the knowledge base
   * @param memo what the checks before found
   */
  public KnowledgeCheck(KnowledgeFiles files, Knowledge knowledge, CheckMemo memo) {
    this.files = files;
    this.knowledge = knowledge;
    this.memo = memo;
  }

  /**
   * Checks everything.
   *
   * @return what is wrong, sorted
   */
  public List<Problem> run() {
    knowledge.recogniser().prepare();
    problems.addAll(
        memo.of(
            "symptoms",
            content("rules/symptoms/"),
            () -> SymptomCheck.check(files, knowledge.recogniser())));
    checkSiblings();
    problems.addAll(IdCheck.check(files, knowledge));
    checkCases();
    problems.addAll(PageCheck.check(files, knowledge));
    checkProbes();
    problems.sort(Comparator.naturalOrder());
    return List.copyOf(problems);
  }

  /**
   * What came of the cases, once the check has run.
   *
   * @return in the order of files
   */
  public List<CaseProof> proofs() {
    return proofs;
  }

  private void checkProbes() {
    String text = files.texts().get(ProbeSettings.FILE);
    if (text == null) {
      whole(
          "missing-file",
          ProbeSettings.FILE,
          "the file is missing",
          "copy it from the shipped rules");
      return;
    }
    try {
      ProbeSettings.read(ProbeSettings.FILE, text);
    } catch (InputException e) {
      problems.add(Problem.of(ProbeSettings.FILE, e));
    }
  }

  private void checkSiblings() {
    Set<String> missing = new TreeSet<>();
    for (String path : files.texts().keySet()) {
      String stem = path.replaceAll("(\\.cases\\.yaml|\\.drl|\\.md)$", "");
      String[] parts = path.split("/", -1);
      if (parts.length == 3 && !stem.equals(path) && !ALONE.contains(parts[1])) {
        boolean cause = !parts[1].equals("contradictions");
        Stream.of(".drl", ".md", ".cases.yaml")
            .filter(ending -> cause || !ending.equals(".md"))
            .map(ending -> stem + ending)
            .filter(file -> !files.texts().containsKey(file))
            .forEach(missing::add);
      }
    }
    missing.forEach(
        file ->
            whole(
                "missing-sibling",
                file,
                "the file is missing",
                "a cause has a rule, a page and cases"));
  }

  private void checkCases() {
    List<CauseCase> cases = cases();
    proofs = proofs(cases);
    YamlSpots spots = new YamlSpots(files);
    for (CaseProof done : proofs) {
      CauseCase proof = done.proof();
      if (!done.outcome().equals(proof.expect())) {
        Spot spot = spots.of(proof.file(), proof.line(), "expect");
        problems.add(
            new Problem(
                "failing-case",
                proof.file(),
                spot.line(),
                spot.column(),
                "'" + proof.name() + "' gives " + done.outcome(),
                "expected " + proof.expect()));
      }
    }
    problems.addAll(NearMisses.check(cases));
  }

  private List<CauseCase> cases() {
    List<CauseCase> cases = new ArrayList<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".cases.yaml")) {
                ReadCases read = memo.of(path + " cases", text, () -> ReadCases.of(path, text));
                cases.addAll(read.cases());
                problems.addAll(read.problems());
              }
            });
    return cases;
  }

  /** The cases of one file, and what is wrong with them. */
  private record ReadCases(List<CauseCase> cases, List<Problem> problems) {
    static ReadCases of(String path, String text) {
      List<Problem> problems = new ArrayList<>();
      return new ReadCases(CauseCaseReader.read(path, text, problems), List.copyOf(problems));
    }
  }

  /** All cases of one cause are judged anew when its files, a concept or a symptom has changed. */
  private List<CaseProof> proofs(List<CauseCase> cases) {
    String shared = content("rules/symptoms/") + content("rules/concepts/");
    Map<List<Text>, List<Symptom>> recognised = new ConcurrentHashMap<>();
    Map<String, List<CauseCase>> byFile =
        cases.stream()
            .collect(Collectors.groupingBy(CauseCase::file, TreeMap::new, Collectors.toList()));
    return byFile.entrySet().parallelStream()
        .flatMap(
            own ->
                memo
                    .of(
                        own.getKey(),
                        List.of(shared, content(own.getKey().replaceAll("cases\\.yaml$", ""))),
                        () -> CaseProof.of(knowledge, own.getValue(), recognised))
                    .stream())
        .toList();
  }

  /** What stands in all files whose path begins so. */
  private String content(String path) {
    StringBuilder all = new StringBuilder();
    files
        .texts()
        .forEach(
            (file, text) -> {
              if (file.startsWith(path)) {
                all.append(file).append('\n').append(text);
              }
            });
    return all.toString();
  }

  private void whole(String id, String file, String message, String advice) {
    problems.add(new Problem(id, file, 0, 0, message, advice));
  }

  /** The strongest strength of a cause's evidence, or whether a contradiction was noticed. */
  static String outcome(String subject, Judgement judgement) {
    if (judgement.contradictions().stream().anyMatch(c -> c.id().equals(subject))) {
      return "contradiction";
    }
    return judgement.evidence().stream()
        .filter(evidence -> evidence.cause().equals(subject))
        .map(Evidence::strength)
        .min(Comparator.comparingInt(KnowledgeCheck::order))
        .map(strength -> strength.name().toLowerCase(Locale.ROOT))
        .orElse("none");
  }

  private static int order(Strength strength) {
    return switch (strength) {
      case CERTAIN -> 0;
      case STRONG -> 1;
      case HINT -> 2;
      case EXCLUDED -> 3;
      case AGAINST -> 4;
    };
  }
}
