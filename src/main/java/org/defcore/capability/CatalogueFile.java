package org.defcore.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.service.Service;
import org.defcore.yaml.Problems;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The entries of one service's file, each with the place where it begins. */
final class CatalogueFile {

  /** An entry and its place, for messages about duplicate ids. */
  record Placed(CatalogueEntry entry, Mark mark) {}

  private static final List<String> SERVICES = Service.words();
  private static final List<String> FILE_KEYS = List.of("service", "tests");
  private static final List<String> ENTRY_KEYS =
      List.of(
          "id",
          "names",
          "title",
          "basis",
          "reason",
          "needs",
          "absent",
          "operations",
          "kinds",
          "corrects",
          "lost",
          "uncorrected",
          "rgw");

  private final String expectedService;
  private final Problems problems;

  /**
   * @param expectedService name of the file without its ending
   */
  CatalogueFile(String expectedService, Problems problems) {
    this.expectedService = expectedService;
    this.problems = problems;
  }

  /** The entries without problems. */
  List<Placed> read(Node root) {
    Optional<YamlMapping> file = YamlMapping.of(root, FILE_KEYS, problems);
    if (file.isEmpty()) {
      return List.of();
    }
    file.get().text("service").ifPresent(it -> checkService(file.get(), it));
    List<Placed> entries = new ArrayList<>();
    for (Node node : file.get().nodes("tests")) {
      YamlMapping.of(node, ENTRY_KEYS, problems)
          .flatMap(this::entry)
          .ifPresent(it -> entries.add(new Placed(it, node.getStartMark())));
    }
    return entries;
  }

  private void checkService(YamlMapping file, String service) {
    if (!service.equals(expectedService)) {
      file.problem(
          "service",
          "expected \"" + expectedService + "\" as the file is called, found \"" + service + "\"");
    } else if (!SERVICES.contains(service)) {
      file.problem(
          "service",
          "expected one of " + String.join(", ", SERVICES) + " but found \"" + service + "\"");
    }
  }

  private Optional<CatalogueEntry> entry(YamlMapping mapping) {
    Optional<TestId> id = mapping.value("id", "a UUID", TestId::parse);
    List<String> names = mapping.texts("names");
    Optional<String> title = mapping.optionalText("title");
    Optional<Basis> basis = mapping.value("basis", "one of " + Basis.words(), Basis::parse);
    Optional<String> reason = mapping.optionalText("reason");
    if (reason.isEmpty() && basis.isPresent() && basis.get() != Basis.API_CONTRACT) {
      mapping.problem("reason", "must be given, as the basis is " + basis.get().word());
    }
    List<Need> needs = needs(mapping);
    Optional<String> absent = mapping.optionalText("absent");
    Applicability applicability =
        new Applicability(
            mapping.words("operations", Operation.words(), Operation::parse),
            mapping.words("kinds", Kind.words(), Kind::parse));
    if (id.isEmpty() || names.isEmpty() || basis.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CatalogueEntry(
            id.get(),
            names,
            expectedService,
            title.orElse(""),
            basis.get(),
            reason.orElse(""),
            needs,
            absent,
            applicability,
            correction(mapping, basis.get()),
            mapping.optionalText("rgw")));
  }

  private static Correction correction(YamlMapping mapping, Basis basis) {
    Optional<String> corrects = mapping.optionalText("corrects");
    Optional<String> lost = mapping.optionalText("lost");
    Optional<String> uncorrected = mapping.optionalText("uncorrected");
    if (corrects.isPresent() != lost.isPresent()) {
      mapping.problem(
          corrects.isPresent() ? "lost" : "corrects",
          "must be given, as " + (corrects.isPresent() ? "corrects" : "lost") + " is");
    }
    if (uncorrected.isPresent() && !basis.isBeyondTheApi()) {
      mapping.problem(
          "uncorrected", "cannot be given, as there is nothing to correct in " + basis.word());
    }
    return new Correction(
        corrects.flatMap(it -> mapping.parsed("corrects", it, "a UUID", TestId::parse)),
        lost,
        uncorrected);
  }

  private List<Need> needs(YamlMapping mapping) {
    List<String> texts = mapping.texts("needs");
    List<Need> needs = new ArrayList<>();
    for (String text : texts) {
      mapping
          .parsed(
              "needs",
              text,
              Need.FORMS,
              it -> Need.parse(it).filter(CatalogueFile::isOfAKnownService))
          .ifPresent(needs::add);
    }
    Need own = new Need(Need.Kind.SERVICE, expectedService);
    if (!texts.isEmpty() && !needs.contains(own)) {
      mapping.problem("needs", "expected \"" + own + "\" among them");
    }
    return needs;
  }

  private static boolean isOfAKnownService(Need need) {
    return switch (need.kind()) {
      case SERVICE -> SERVICES.contains(need.detail());
      case MICROVERSION ->
          need.detail()
              .matches("(?:" + String.join("|", SERVICES) + ") \\d+\\.\\d+(-\\d+\\.\\d+)?");
      default -> true;
    };
  }
}
