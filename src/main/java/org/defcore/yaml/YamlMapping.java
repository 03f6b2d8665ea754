package org.defcore.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file, read by key. It works on nodes rather than on values, because only
 * nodes know their lines and keep duplicate keys.
 */
public final class YamlMapping {

  private final Node node;
  private final Map<String, Node> values;
  private final Problems problems;

  private YamlMapping(Node node, Map<String, Node> values, Problems problems) {
    this.node = node;
    this.values = values;
    this.problems = problems;
  }

  /** Reports keys that are not among {@code known} or that stand twice. */
  public static Optional<YamlMapping> of(Node node, List<String> known, Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.at(node, "expected " + words(known) + " but found " + shown(node));
      return Optional.empty();
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode it ? it.getValue() : "";
      if (!known.contains(key)) {
        problems.at(
            tuple.getKeyNode(),
            "expected one of " + words(known) + " but found " + shown(tuple.getKeyNode()));
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        problems.at(tuple.getKeyNode(), "\"" + key + "\" stands here twice");
      }
    }
    return Optional.of(new YamlMapping(node, values, problems));
  }

  /** The text of a key that must be there. */
  public Optional<String> text(String key) {
    if (!values.containsKey(key)) {
      problems.at(node, "\"" + key + "\" is missing");
    }
    return optionalText(key);
  }

  /** The text of a key that may be left out; one that is there must not be blank. */
  public Optional<String> optionalText(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(it -> text(it, key));
  }

  /**
   * The value that the text of a key stands for; the key must be there.
   *
   * @param expected what the text may be, for the message
   */
  public <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> parse) {
    return text(key).flatMap(it -> parsed(key, it, expected, parse));
  }

  /** Same as {@link #value}, for a key that may be left out. */
  public <T> Optional<T> optionalValue(
      String key, String expected, Function<String, Optional<T>> parse) {
    return optionalText(key).flatMap(it -> parsed(key, it, expected, parse));
  }

  /** Same as {@link #value}, for a text that was read before. */
  public <T> Optional<T> parsed(
      String key, String text, String expected, Function<String, Optional<T>> parse) {
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      problem(key, "expected " + expected + " but found \"" + text + "\"");
    }
    return value;
  }

  /** The texts of a list that must be there and hold at least one. */
  public List<String> texts(String key) {
    return nodes(key).stream().flatMap(it -> text(it, key).stream()).toList();
  }

  /** The texts of a list that may be left out or be empty. */
  public List<String> optionalTexts(String key) {
    return optionalNodes(key).stream().flatMap(it -> text(it, key).stream()).toList();
  }

  /**
   * The known words of a list that may be left out; others are problems.
   *
   * @param known all words there are, for the message
   */
  public <T> Set<T> words(String key, String known, Function<String, Optional<T>> parse) {
    Set<T> members = new LinkedHashSet<>();
    for (String word : optionalTexts(key)) {
      parsed(key, word, "one of " + known, parse).ifPresent(members::add);
    }
    return members;
  }

  /** A mapping below a key that may be left out. */
  public Optional<YamlMapping> optionalMapping(String key, List<String> known) {
    return Optional.ofNullable(values.get(key)).flatMap(it -> of(it, known, problems));
  }

  /** A mapping below a key that must be there. */
  public Optional<YamlMapping> mapping(String key, List<String> known) {
    if (!values.containsKey(key)) {
      problems.at(node, "\"" + key + "\" is missing");
    }
    return optionalMapping(key, known);
  }

  /** The members of a list that must be there, though it may be empty. */
  public List<Node> list(String key) {
    boolean empty = values.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
    return empty ? List.of() : nodes(key);
  }

  /** Returns whether the value of the key is a text. */
  public boolean isText(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  /** Returns whether the key is present, with any value. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The members of a list that must be there and hold at least one. */
  public List<Node> nodes(String key) {
    Node value = values.get(key);
    if (value == null) {
      problems.at(node, "\"" + key + "\" is missing");
      return List.of();
    }
    if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
      problems.at(value, key + ": expected a list but found " + shown(value));
      return List.of();
    }
    return List.copyOf(list.getValue());
  }

  /** The members of a list that may be left out or be empty. */
  public List<Node> optionalNodes(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      problems.at(value, key + ": expected a list but found " + shown(value));
      return List.of();
    }
    return List.copyOf(list.getValue());
  }

  /** Reports a problem of the value of a key, or of the whole mapping if the key is missing. */
  public void problem(String key, String message) {
    problems.at(values.getOrDefault(key, node), key + ": " + message);
  }

  private Optional<String> text(Node value, String key) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    problems.at(value, key + ": expected a text but found " + shown(value));
    return Optional.empty();
  }

  private static String shown(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? "nothing" : "\"" + scalar.getValue().strip() + "\"";
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().isEmpty() ? "an empty list" : "a list";
    }
    return "a mapping";
  }

  private static String words(List<String> known) {
    return new TreeSet<>(known).stream().collect(Collectors.joining(", "));
  }
}
