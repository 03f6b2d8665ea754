package org.defcore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.capability.Operation;
import org.defcore.result.RunFolder;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a declaration file says of compute, as far as it decides which tests can be asked.
 *
 * @param text the file as it is; absent if nothing is declared
 */
record DeclaredOffer(Optional<String> text, Offer offer) {

  static final DeclaredOffer NONE = new DeclaredOffer(Optional.empty(), Offer.EVERYTHING);

  /** What was declared when the run was made. */
  static DeclaredOffer of(RunFolder folder) {
    Path copy = folder.path().resolve(RunFolder.DECLARATION);
    return Files.exists(copy) ? read(copy) : NONE;
  }

  /**
   * Reads a file.
   *
   * @throws UnusableFile with every problem and its line
   */
  static DeclaredOffer read(Path file) {
    Problems problems = new Problems(file.getFileName().toString());
    Optional<Node> compute = YamlText.root(file, problems).flatMap(it -> child(it, "compute"));
    Optional<Kind> kind = compute.flatMap(it -> word(it, "kind")).flatMap(Kind::parse);
    Set<Operation> notOffered = EnumSet.noneOf(Operation.class);
    for (Node each : compute.map(it -> members(it, "not_offered")).orElse(List.of())) {
      String word = word(each, "operation").orElse("");
      Optional<Operation> operation = Operation.parse(word);
      operation.ifPresent(notOffered::add);
      if (operation.isEmpty()) {
        problems.at(
            each,
            "not_offered: expected one of " + Operation.words() + " but found \"" + word + "\"");
      }
    }
    if (!problems.lines().isEmpty()) {
      throw new UnusableFile(file.toString(), problems.lines());
    }
    return new DeclaredOffer(Optional.of(content(file)), new Offer(kind, notOffered));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableFile(file.toString(), List.of("cannot be read: " + e.getMessage()));
    }
  }

  private static Optional<Node> child(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(it -> it.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
            .findFirst()
            .map(it -> it.getValueNode())
        : Optional.empty();
  }

  private static List<Node> members(Node node, String key) {
    return child(node, key)
        .map(it -> it instanceof SequenceNode list ? list.getValue() : List.of(it))
        .orElse(List.of());
  }

  /** The word itself, or that below the key. */
  private static Optional<String> word(Node node, String key) {
    return node instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue().strip())
        : child(node, key).flatMap(it -> word(it, key));
  }
}
