package org.defcore.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a policy, {@code policy.yaml}, as a whole or not at all. */
public final class PolicyReader {

  private static final List<String> KEYS =
      List.of("mark", "kinds", "flaky_allowance", "window", "waivers");

  /**
   * Reads a file; what it leaves out is as in {@link Policy#USUAL}.
   *
   * @throws UnusableFile with every problem and its line
   */
  public Policy read(Path file) {
    Problems problems = new Problems(file.getFileName().toString());
    Optional<Policy> policy =
        YamlFile.root(file, problems)
            .flatMap(it -> YamlMapping.of(it, KEYS, problems))
            .map(it -> policy(it, problems));
    if (policy.isEmpty() || !problems.lines().isEmpty()) {
      throw new UnusableFile(file.toString(), problems.lines());
    }
    return policy.get();
  }

  private static Policy policy(YamlMapping section, Problems problems) {
    Mark mark =
        section.optionalText("mark").flatMap(it -> mark(section, it)).orElse(Policy.USUAL.mark());
    int allowance = number(section, "flaky_allowance", 0, Policy.USUAL.flakyAllowance());
    int window = number(section, "window", 1, Policy.USUAL.window());
    return new Policy(mark, kinds(section), allowance, waivers(section, problems), window);
  }

  private static Optional<Mark> mark(YamlMapping section, String word) {
    Optional<Mark> mark = Mark.parse(word);
    if (mark.isEmpty()) {
      section.problem("mark", "expected one of " + Mark.words() + " but found \"" + word + "\"");
    }
    return mark;
  }

  private static Set<Kind> kinds(YamlMapping section) {
    if (!section.has("kinds")) {
      return Policy.USUAL.kinds();
    }
    if (section.nodes("kinds").isEmpty()) {
      return Set.of();
    }
    return section.words("kinds", Kind.words(), Kind::parse);
  }

  private static int number(YamlMapping section, String key, int least, int usual) {
    Optional<String> text = section.optionalText(key);
    if (text.isEmpty()) {
      return usual;
    }
    // Six digits are more tests and guidelines than there are, and fit into an int.
    int number = text.get().matches("\\d{1,6}") ? Integer.parseInt(text.get()) : -1;
    if (number < least) {
      section.problem(
          key,
          "expected a whole number of %d or more but found \"%s\"".formatted(least, text.get()));
    }
    return number;
  }

  private static List<Waiver> waivers(YamlMapping section, Problems problems) {
    List<Waiver> waivers = new ArrayList<>();
    for (Node node : section.optionalNodes("waivers")) {
      new WaiverReader(node, problems).waiver().ifPresent(waivers::add);
    }
    return waivers;
  }
}
