package org.defcore.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.policy.Waiver.Scope;
import org.defcore.yaml.Problems;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.Node;

/** One waiver as a policy file writes it. */
final class WaiverReader {

  private static final List<String> KEYS =
      List.of("test", "capability", "for", "guidelines", "reason", "granted_by", "from", "until");

  private final Optional<YamlMapping> whole;

  WaiverReader(Node node, Problems problems) {
    this.whole = YamlMapping.of(node, KEYS, problems);
  }

  /** Absent if something is wrong with it, which is among the problems then. */
  Optional<Waiver> waiver() {
    return whole.flatMap(WaiverReader::read);
  }

  private static Optional<Waiver> read(YamlMapping section) {
    Optional<Scope> scope = scope(section);
    Optional<String> holder = section.optionalText("for");
    List<String> guidelines = section.optionalTexts("guidelines");
    Optional<String> reason = section.text("reason");
    Optional<String> grantedBy = section.text("granted_by");
    Optional<LocalDate> from = section.text("from").flatMap(it -> date(section, "from", it));
    Optional<LocalDate> until = section.text("until").flatMap(it -> date(section, "until", it));
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      section.problem(
          "until",
          "expected " + from.get() + ", the day it begins, or later but found " + until.get());
    }
    if (scope.isEmpty()
        || reason.isEmpty()
        || grantedBy.isEmpty()
        || from.isEmpty()
        || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiver(
            scope.get(),
            holder,
            guidelines,
            reason.get(),
            grantedBy.get(),
            from.get(),
            until.get()));
  }

  private static Optional<Scope> scope(YamlMapping section) {
    if (section.has("test") == section.has("capability")) {
      String found = section.has("test") ? "both" : "neither";
      section.problem("waivers", "expected either \"test\" or \"capability\" but found " + found);
      return Optional.empty();
    }
    return section
        .optionalText("capability")
        .map(Scope::ofCapability)
        .or(() -> section.optionalText("test").flatMap(it -> test(section, it)));
  }

  private static Optional<Scope> test(YamlMapping section, String text) {
    Optional<TestId> id = TestId.parse(text);
    if (id.isEmpty()) {
      section.problem("test", "expected the UUID of a test but found \"" + text + "\"");
    }
    return id.map(Scope::of);
  }

  private static Optional<LocalDate> date(YamlMapping section, String key, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      section.problem(key, "expected a day as in 2026-12-31 but found \"" + text + "\"");
      return Optional.empty();
    }
  }
}
