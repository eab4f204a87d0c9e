package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Text;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes a case as a case file in YAML, so that reading it gives an equal case. The facts of one
 * kind must stand together, as in a {@link RedactedCase}.
 */
public final class CaseFileWriter {
  private CaseFileWriter() {}

  /**
   * Writes a case.
   *
   * @param input the case; nothing is taken out of it
   * @return the content of a case file
   */
  public static String write(Case input) {
    List<NodeTuple> fields = new ArrayList<>();
    if (input.id() != null) {
      fields.add(field("id", text(input.id())));
    }
    if (input.now() != null) {
      fields.add(field("now", value(input.now())));
    }
    if (!input.texts().isEmpty()) {
      fields.add(field("texts", list(input.texts().stream().map(CaseFileWriter::text).toList())));
    }
    if (!input.facts().isEmpty()) {
      fields.add(field("facts", facts(input.facts())));
    }
    DumperOptions options = new DumperOptions();
    // A folded line would cut the markers of secrets apart, and is hard to search.
    options.setSplitLines(false);
    StringWriter writer = new StringWriter();
    new Yaml(options).serialize(mapping(fields), writer);
    return writer.toString();
  }

  private static Node text(Text text) {
    return mapping(List.of(field("source", text(text.source())), field("text", text(text.text()))));
  }

  private static Node facts(List<Fact> facts) {
    Map<String, List<Node>> kinds = new LinkedHashMap<>();
    facts.forEach(
        fact ->
            kinds
                .computeIfAbsent(FactTypes.key(fact.getClass()), kind -> new ArrayList<>())
                .add(fact(fact)));
    List<NodeTuple> fields = new ArrayList<>();
    kinds.forEach(
        (kind, nodes) -> fields.add(field(kind, nodes.size() == 1 ? nodes.get(0) : list(nodes))));
    return mapping(fields);
  }

  private static Node fact(Fact fact) {
    List<NodeTuple> fields = new ArrayList<>();
    for (RecordComponent field : FactTypes.fields(fact.getClass())) {
      Object value = FactValues.get(field, fact);
      if (isKnown(value)) {
        fields.add(field(field.getName(), value(value)));
      }
    }
    return mapping(fields);
  }

  private static boolean isKnown(Object value) {
    return value != null
        && value != Answer.UNKNOWN
        && !(value instanceof List<?> items && items.isEmpty())
        && !(value instanceof Map<?, ?> entries && entries.isEmpty());
  }

  private static Node value(Object value) {
    if (value instanceof Answer answer) {
      return plain(Tag.BOOL, answer == Answer.YES ? "yes" : "no");
    }
    if (value instanceof Instant moment) {
      return plain(Tag.TIMESTAMP, moment.toString());
    }
    if (value instanceof Integer number) {
      return plain(Tag.INT, number.toString());
    }
    if (value instanceof List<?> items) {
      return list(items.stream().map(CaseFileWriter::value).toList());
    }
    if (value instanceof Map<?, ?> entries) {
      List<NodeTuple> fields = new ArrayList<>();
      entries.forEach((key, item) -> fields.add(field((String) key, value(item))));
      return mapping(fields);
    }
    return text((String) value);
  }

  private static NodeTuple field(String name, Node value) {
    return new NodeTuple(text(name), value);
  }

  private static Node mapping(List<NodeTuple> fields) {
    return new MappingNode(Tag.MAP, fields, FlowStyle.BLOCK);
  }

  private static Node list(List<Node> items) {
    return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
  }

  /** Lines stay lines where a block can hold them exactly; all else is quoted when it must be. */
  private static Node text(String text) {
    return new ScalarNode(Tag.STR, text, null, null, style(text));
  }

  private static ScalarStyle style(String text) {
    if (!text.chars().allMatch(CaseFileWriter::isOrdinary)) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    if (text.indexOf('\n') < 0) {
      return ScalarStyle.PLAIN;
    }
    return text.charAt(0) > ' ' ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
  }

  /**
   * Characters that files hold as they are. Others are escaped, and readers take some of them for
   * line ends.
   */
  private static boolean isOrdinary(int c) {
    return c == '\n'
        || c == '\t'
        || c >= ' ' && c < 0x7F
        || c >= 0xA0 && c < 0x2028
        || c > 0x2029 && c < 0xD800;
  }

  private static Node plain(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }
}
