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

/** Reads one waiver of a policy file. */
final class WaiverReader {

  private static final List<String> KEYS =
      List.of("test", "capability", "for", "guidelines", "reason", "granted_by", "from", "until");
  private static final String DAY = "a day as in 2026-12-31";

  private WaiverReader() {}

  /** The waiver; absent if it has problems, which are recorded. */
  static Optional<Waiver> read(Node node, Problems problems) {
    return YamlMapping.of(node, KEYS, problems).flatMap(WaiverReader::read);
  }

  private static Optional<Waiver> read(YamlMapping mapping) {
    Optional<Scope> scope = scope(mapping);
    Optional<String> holder = mapping.optionalText("for");
    List<String> guidelines = mapping.optionalTexts("guidelines");
    Optional<String> reason = mapping.text("reason");
    Optional<String> grantedBy = mapping.text("granted_by");
    Optional<LocalDate> from = mapping.value("from", DAY, WaiverReader::day);
    Optional<LocalDate> until = mapping.value("until", DAY, WaiverReader::day);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      mapping.problem(
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

  private static Optional<Scope> scope(YamlMapping mapping) {
    if (mapping.has("test") == mapping.has("capability")) {
      String found = mapping.has("test") ? "both" : "neither";
      mapping.problem("waivers", "expected either \"test\" or \"capability\" but found " + found);
      return Optional.empty();
    }
    return mapping
        .optionalText("capability")
        .map(Scope::ofCapability)
        .or(
            () ->
                mapping.optionalValue("test", "the UUID of a test", TestId::parse).map(Scope::of));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
