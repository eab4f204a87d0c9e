package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the cases of a cause prove where it begins and where it ends: some that fire, and some
 * that stay silent and differ from a firing one in a single fact.
 */
final class NearMisses {
  private static final int FIRING = 2;
  private static final int SILENT = 2;
  private static final Set<String> FIRES = Set.of("certain", "strong", "hint", "contradiction");

  private NearMisses() {}

  static List<Problem> check(List<CauseCase> cases) {
    Map<String, List<CauseCase>> byFile =
        cases.stream()
            .collect(Collectors.groupingBy(CauseCase::file, TreeMap::new, Collectors.toList()));
    List<Problem> problems = new ArrayList<>();
    byFile.forEach(
        (file, own) -> {
          List<CauseCase> firing = own.stream().filter(NearMisses::fires).toList();
          long near =
              own.stream()
                  .filter(c -> !fires(c) && firing.stream().anyMatch(f -> oneApart(f, c)))
                  .count();
          if (firing.size() < FIRING) {
            problems.add(missing(file, FIRING, firing.size(), "that fire"));
          }
          if (near < SILENT) {
            problems.add(
                missing(
                    file,
                    SILENT,
                    (int) near,
                    "that stay silent and differ from a firing one in a single fact"));
          }
        });
    return problems;
  }

  private static Problem missing(String file, int needed, int there, String which) {
    return new Problem(
        "weak-cases",
        file,
        0,
        0,
        "there are " + there + " cases " + which + "; " + needed + " are needed",
        "take a firing case and change one fact");
  }

  private static boolean fires(CauseCase proof) {
    return FIRES.contains(proof.expect());
  }

  static boolean oneApart(CauseCase one, CauseCase other) {
    Case a = one.input();
    Case b = other.input();
    List<Object> gone = without(things(a), things(b));
    List<Object> come = without(things(b), things(a));
    if (!Objects.equals(a.now(), b.now())) {
      return gone.isEmpty() && come.isEmpty();
    }
    if (gone.size() + come.size() == 1) {
      return true;
    }
    return gone.size() == 1 && come.size() == 1 && oneApart(gone.get(0), come.get(0));
  }

  private static boolean oneApart(Object one, Object other) {
    if (one.getClass() != other.getClass()) {
      return false;
    }
    return !(one instanceof Fact fact) || Facts.differences(fact, (Fact) other) == 1;
  }

  private static List<Object> things(Case input) {
    List<Object> things = new ArrayList<>(input.facts());
    input.texts().stream().map(Text::text).forEach(things::add);
    return things;
  }

  private static List<Object> without(List<Object> things, List<Object> others) {
    List<Object> left = new ArrayList<>(things);
    others.forEach(left::remove);
    return left;
  }
}
