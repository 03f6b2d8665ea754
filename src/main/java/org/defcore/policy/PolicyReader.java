package org.defcore.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.result.remark.RemarkKind;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a policy, {@code policy.yaml}, as a whole or not at all. */
public final class PolicyReader {

  private static final List<String> KEYS =
      List.of(
          "mark", "kinds", "flaky_allowance", "skipped_allowance", "window", "waivers", "remarks");

  /** Remarks change no verdict. */
  private static final String NOTE = "note";

  private static final String ANY = "any";

  /**
   * Reads a file; the defaults are those of {@link Policy#USUAL}.
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

  private static Policy policy(YamlMapping mapping, Problems problems) {
    Mark mark =
        mapping
            .optionalValue("mark", "one of " + Mark.words(), Mark::parse)
            .orElse(Policy.USUAL.mark());
    int allowance = number(mapping, "flaky_allowance", 0, Policy.USUAL.flakyAllowance());
    int window = number(mapping, "window", 1, Policy.USUAL.window());
    return new Policy(mark, kinds(mapping), allowance, waivers(mapping, problems), window)
        .skipping(skipped(mapping))
        .counting(remarks(mapping));
  }

  private static Set<Kind> kinds(YamlMapping mapping) {
    if (!mapping.has("kinds")) {
      return Policy.USUAL.kinds();
    }
    if (mapping.nodes("kinds").isEmpty()) {
      return Set.of();
    }
    return mapping.words("kinds", Kind.words(), Kind::parse);
  }

  private static Set<RemarkKind> remarks(YamlMapping mapping) {
    String expected = NOTE + " or a list of " + String.join(", ", RemarkKind.words());
    return mapping.isText("remarks")
        ? mapping
            .optionalValue("remarks", expected, it -> Optional.of(it).filter(NOTE::equals))
            .map(it -> Set.<RemarkKind>of())
            .orElse(Set.of())
        : mapping.words("remarks", String.join(", ", RemarkKind.words()), RemarkKind::parse);
  }

  private static int number(YamlMapping mapping, String key, int least, int usual) {
    Optional<String> text = mapping.optionalText(key);
    if (text.isEmpty()) {
      return usual;
    }
    // Six digits are more tests and guidelines than there are, and fit into an int.
    int number = text.get().matches("\\d{1,6}") ? Integer.parseInt(text.get()) : -1;
    if (number < least) {
      mapping.problem(
          key,
          "expected a whole number of %d or more but found \"%s\"".formatted(least, text.get()));
    }
    return number;
  }

  private static int skipped(YamlMapping mapping) {
    return mapping.optionalText("skipped_allowance").filter(ANY::equals).isPresent()
        ? Policy.ANY
        : number(mapping, "skipped_allowance", 0, 0);
  }

  private static List<Waiver> waivers(YamlMapping mapping, Problems problems) {
    List<Waiver> waivers = new ArrayList<>();
    for (Node node : mapping.optionalNodes("waivers")) {
      WaiverReader.read(node, problems).ifPresent(waivers::add);
    }
    return waivers;
  }
}
