package org.defcore.declaration.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.yaml.Problems;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads one mapping of a declaration. A missing or wrong value is a problem, and a placeholder is
 * returned for it. Nobody sees the placeholder, since a declaration with problems is refused as a
 * whole.
 */
final class DeclarationMapping {

  /** The form of versions as projects and packagers write them. */
  static final Text VERSION =
      new Text(Pattern.compile("[0-9][A-Za-z0-9.:+~_-]*"), "a version that begins with a digit");

  private static final Pattern PLACEHOLDER = Pattern.compile("<.*>", Pattern.DOTALL);

  private final YamlMapping yaml;
  private final Problems problems;

  /** The required form of a text. */
  record Text(Pattern form, String expected) {}

  private DeclarationMapping(YamlMapping yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  static Optional<DeclarationMapping> of(Node node, List<String> keys, Problems problems) {
    return YamlMapping.of(node, keys, problems).map(it -> new DeclarationMapping(it, problems));
  }

  boolean has(String key) {
    return yaml.has(key);
  }

  void problem(String key, String message) {
    yaml.problem(key, message);
  }

  /** A text that must be there. */
  String text(String key) {
    return yaml.text(key).filter(it -> isFilledIn(key, it)).orElse("");
  }

  /** A text of that form that must be there. */
  String text(String key, Text wanted) {
    String text = text(key);
    if (!text.isEmpty() && !wanted.form().matcher(text).matches()) {
      problem(key, "expected " + wanted.expected() + " but found \"" + text + "\"");
    }
    return text;
  }

  /** A text that may be left out; empty then. */
  String optionalText(String key) {
    return yaml.optionalText(key).filter(it -> isFilledIn(key, it)).orElse("");
  }

  /** One of several words, which must be there. */
  <T> T word(String key, T[] all, Function<T, String> word) {
    String text = text(key);
    Optional<T> found = Arrays.stream(all).filter(it -> word.apply(it).equals(text)).findFirst();
    if (found.isEmpty() && !text.isEmpty()) {
      String known = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
      problem(key, "expected one of " + known + " but found \"" + text + "\"");
    }
    return found.orElse(all[0]);
  }

  /** The texts of a list that must be there and hold at least one. */
  List<String> texts(String key) {
    return texts(key, yaml.nodes(key));
  }

  /** The texts of a list that must be there, though it may be empty. */
  List<String> listed(String key) {
    return texts(key, yaml.list(key));
  }

  private List<String> texts(String key, List<Node> nodes) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
      if (text.isEmpty()) {
        problems.at(node, key + ": expected a list of texts but found something else in it");
      } else if (PLACEHOLDER.matcher(text).matches()) {
        problems.at(node, placeholder(key, text));
      } else if (texts.contains(text)) {
        problems.at(node, key + ": \"" + text + "\" stands here twice");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The mappings of a list that must be there and hold at least one. */
  List<DeclarationMapping> mappings(String key, List<String> keys) {
    return mappings(yaml.nodes(key), keys);
  }

  /** The mappings of a list that must be there, though it may be empty. */
  List<DeclarationMapping> listedMappings(String key, List<String> keys) {
    return mappings(yaml.list(key), keys);
  }

  private List<DeclarationMapping> mappings(List<Node> nodes, List<String> keys) {
    return nodes.stream().flatMap(it -> of(it, keys, problems).stream()).toList();
  }

  /** A mapping that must be there. */
  Optional<DeclarationMapping> mapping(String key, List<String> keys) {
    return yaml.mapping(key, keys).map(it -> new DeclarationMapping(it, problems));
  }

  /** A mapping that may be left out. */
  Optional<DeclarationMapping> optionalMapping(String key, List<String> keys) {
    return yaml.optionalMapping(key, keys).map(it -> new DeclarationMapping(it, problems));
  }

  private boolean isFilledIn(String key, String text) {
    boolean placeholder = PLACEHOLDER.matcher(text).matches();
    if (placeholder) {
      problem(key, placeholder("", text));
    }
    return !placeholder;
  }

  private static String placeholder(String key, String text) {
    return (key.isEmpty() ? "" : key + ": ")
        + "still the placeholder "
        + text.replaceAll("\\s+", " ")
        + ": write what is true";
  }
}
