package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a symptom was not recognised in texts: what comes nearest, or what took its place. */
final class UnseenSymptoms {
  private static final int WORDS = 6;

  private final Knowledge knowledge;
  private final List<Text> texts;
  private final Map<Set<String>, String> known = new HashMap<>();

  UnseenSymptoms(Knowledge knowledge, List<Text> texts) {
    this.knowledge = knowledge;
    this.texts = List.copyOf(texts);
  }

  /** The end of a sentence, with a semicolon before it; empty when nothing comes near. */
  String nearest(Set<String> ids) {
    return texts.isEmpty() ? "; the case has no text" : known.computeIfAbsent(ids, this::find);
  }

  private String find(Set<String> ids) {
    List<Symptom> hidden = knowledge.recogniser().recognise(texts, ids::contains);
    if (!hidden.isEmpty()) {
      return "; its words are there ("
          + FactWords.of(hidden.get(0), Set.of())
          + "), but another symptom says the same more exactly";
    }
    Map<String, List<String>> examples = new HashMap<>();
    ids.forEach(id -> examples.put(id, knowledge.examples().get().getOrDefault(id, List.of())));
    List<NearMessage> near = new NearestMessages(examples).to(texts);
    return near.isEmpty() ? "" : "; nearest line: " + words(near.get(0));
  }

  private static String words(NearMessage near) {
    String line = FactWords.value("text", near.line());
    return near.missing().isEmpty()
        ? line
        : line
            + " (without the words "
            + near.missing().stream().limit(WORDS).collect(Collectors.joining(" "))
            + ")";
  }
}
