package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defcore.yaml.Problems;
import org.defcore.yaml.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The YAML of Sonobuoy's results: a tree of {@code items}, whose leaves are tests with a {@code
 * status}. Of a status that is not that of a test, nothing is established.
 */
final class SonobuoyResults implements ResultFormat {

  private static final int MEBIBYTES = 2;
  private static final int MOST_LEVELS = 20;

  @Override
  public String title() {
    return "Sonobuoy result file";
  }

  @Override
  public boolean begins(String head) {
    return head.lines().anyMatch(it -> it.matches("(?:name|status|items|meta):(?: .*)?"))
        && head.lines().anyMatch(it -> it.matches("\\s*-?\\s*(?:status|items):(?: .*)?"));
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    Problems problems = new Problems("");
    byte[] bytes = TextDocument.bytes(in, MEBIBYTES);
    Node root =
        YamlFile.root(bytes, problems)
            .orElseThrow(() -> new FormatProblem(place(problems.lines().get(0))));
    read(root, 0, into);
  }

  /** {@code :3: not YAML} of a file without a name. */
  private static String place(String problem) {
    return problem.replaceFirst("^:(\\d+): ", "line $1: ").replaceFirst("^: ", "");
  }

  private static void read(Node node, int level, Gathered into) throws FormatProblem {
    if (level > MOST_LEVELS) {
      throw problem(node, "expected at most " + MOST_LEVELS + " levels of items");
    }
    Map<String, Node> item = mapping(node);
    Node items = item.get("items");
    if (items instanceof SequenceNode list) {
      for (Node inner : list.getValue()) {
        read(inner, level + 1, into);
      }
      return;
    }
    if (items != null && !text(items).isEmpty()) {
      throw problem(items, "items: expected a list");
    }
    if (level > 0 && item.containsKey("status")) {
      test(node, item, into);
    }
  }

  private static void test(Node node, Map<String, Node> item, Gathered into) throws FormatProblem {
    RunningTest test = into.begin(line(node), text(item.get("name")));
    Map<String, Node> details =
        item.get("details") instanceof MappingNode it ? mapping(it) : Map.of();
    for (String key : List.of("failure", "skipped", "error", "output")) {
      if (details.containsKey(key)) {
        test.says(text(details.get(key)));
        break;
      }
    }
    String word = text(item.get("status"));
    SourceStatus status = SourceStatus.of(word).orElse(SourceStatus.UNFINISHED);
    if (status == SourceStatus.UNFINISHED) {
      test.says("status " + word);
    }
    into.add(test.ended(status));
  }

  private static Map<String, Node> mapping(Node node) throws FormatProblem {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(node, "expected a mapping with name, status and items");
    }
    Map<String, Node> values = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      values.put(text(tuple.getKeyNode()), tuple.getValueNode());
    }
    return values;
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static FormatProblem problem(Node node, String what) {
    return new FormatProblem(line(node) + ": " + what);
  }

  private static String line(Node node) {
    return "line " + (node.getStartMark().getLine() + 1);
  }
}
