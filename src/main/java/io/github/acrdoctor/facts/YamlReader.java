package io.github.acrdoctor.facts;

import io.github.acrdoctor.facts.Doc.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML as plain data: no types, no aliases that grow, no merge keys, no duplicate keys. */
final class YamlReader {
  /** A document of ours has no use for more pieces than this; an alias bomb has. */
  private static final int MAX_PIECES = 2_000_000;

  private final String name;
  private int pieces;

  private YamlReader(String name) {
    this.name = name;
  }

  static Doc read(String name, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(DocReader.MAX_DEPTH);
    options.setCodePointLimit(128 << 20);
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            options);
    try {
      Node node = yaml.compose(new java.io.StringReader(text));
      if (node == null) {
        throw new InputException(name, "the document is empty", "");
      }
      return new YamlReader(name).doc(node, 0);
    } catch (MarkedYAMLException e) {
      throw new InputException(
          place(name, e.getProblemMark()), "not valid YAML: " + problem(e), "");
    } catch (YAMLException e) {
      throw new InputException(
          name,
          "not valid YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
          "write it without aliases (&, *) and with few levels");
    }
  }

  private static String problem(MarkedYAMLException e) {
    return (e.getProblem() == null ? "unreadable" : e.getProblem()).replaceAll("\\s+", " ");
  }

  private Doc doc(Node node, int depth) {
    if (++pieces > MAX_PIECES || depth > DocReader.MAX_DEPTH) {
      throw new InputException(
          place(name, node.getStartMark()),
          "the document unfolds to too much",
          "remove the aliases (&, *)");
    }
    Position at = position(node.getStartMark());
    if (node instanceof MappingNode mapping) {
      return fields(mapping, at, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<Doc> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(doc(item, depth + 1));
      }
      return new Doc.Items(items, at);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Doc.Scalar(Tag.NULL.equals(scalar.getTag()) ? null : scalar.getValue(), at);
  }

  private Doc fields(MappingNode mapping, Position at, int depth) {
    Map<String, Doc> fields = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new InputException(
            place(name, tuple.getKeyNode().getStartMark()), "a key must be a single word", "");
      }
      if (keys.putIfAbsent(key.getValue(), position(key.getStartMark())) != null) {
        throw new InputException(
            place(name, key.getStartMark()),
            "the key " + key.getValue() + " stands here twice",
            "keep one of them");
      }
      fields.put(key.getValue(), doc(tuple.getValueNode(), depth + 1));
    }
    return new Doc.Fields(fields, keys, at);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String place(String name, Mark mark) {
    return mark == null ? name : name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
