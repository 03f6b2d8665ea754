package org.defcore.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.service.Service;
import org.defcore.yaml.Problems;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The entries of one service's file, each with the place where it begins. */
final class CatalogueFile {

  /** An entry and where it stands, to be named when another claims the same id. */
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
          "uncorrected");

  private final String expectedService;
  private final Problems problems;

  /**
   * @param expectedService name of the file without its ending
   */
  CatalogueFile(String expectedService, Problems problems) {
    this.expectedService = expectedService;
    this.problems = problems;
  }

  /** The entries that are sound. */
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

  private Optional<CatalogueEntry> entry(YamlMapping section) {
    Optional<TestId> id = section.text("id").flatMap(it -> id(section, "id", it));
    List<String> names = section.texts("names");
    Optional<String> title = section.optionalText("title");
    Optional<Basis> basis = section.text("basis").flatMap(it -> basis(section, it));
    Optional<String> reason = section.optionalText("reason");
    if (reason.isEmpty() && basis.isPresent() && basis.get() != Basis.API_CONTRACT) {
      section.problem("reason", "must be given, as the basis is " + basis.get().word());
    }
    List<Need> needs = needs(section);
    Optional<String> absent = section.optionalText("absent");
    Applicability applicability =
        new Applicability(
            section.words("operations", Operation.words(), Operation::parse),
            section.words("kinds", Kind.words(), Kind::parse));
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
            correction(section, basis.get())));
  }

  private static Correction correction(YamlMapping section, Basis basis) {
    Optional<String> corrects = section.optionalText("corrects");
    Optional<String> lost = section.optionalText("lost");
    Optional<String> uncorrected = section.optionalText("uncorrected");
    if (corrects.isPresent() != lost.isPresent()) {
      section.problem(
          corrects.isPresent() ? "lost" : "corrects",
          "must be given, as " + (corrects.isPresent() ? "corrects" : "lost") + " is");
    }
    if (uncorrected.isPresent() && !basis.isBeyondTheApi()) {
      section.problem(
          "uncorrected", "cannot be given, as there is nothing to correct in " + basis.word());
    }
    return new Correction(corrects.flatMap(it -> id(section, "corrects", it)), lost, uncorrected);
  }

  private static Optional<TestId> id(YamlMapping section, String key, String text) {
    Optional<TestId> id = TestId.parse(text);
    if (id.isEmpty()) {
      section.problem(key, "expected a UUID but found \"" + text + "\"");
    }
    return id;
  }

  private static Optional<Basis> basis(YamlMapping section, String text) {
    Optional<Basis> basis =
        Arrays.stream(Basis.values()).filter(it -> it.word().equals(text)).findFirst();
    if (basis.isEmpty()) {
      String known =
          Arrays.stream(Basis.values()).map(Basis::word).collect(Collectors.joining(", "));
      section.problem("basis", "expected one of " + known + " but found \"" + text + "\"");
    }
    return basis;
  }

  private List<Need> needs(YamlMapping section) {
    List<String> texts = section.texts("needs");
    List<Need> needs = new ArrayList<>();
    for (String text : texts) {
      Optional<Need> need = Need.parse(text).filter(CatalogueFile::isOfAKnownService);
      need.ifPresent(needs::add);
      if (need.isEmpty()) {
        section.problem("needs", "expected " + Need.FORMS + " but found \"" + text + "\"");
      }
    }
    Need own = new Need(Need.Kind.SERVICE, expectedService);
    if (!texts.isEmpty() && !needs.contains(own)) {
      section.problem("needs", "expected \"" + own + "\" among them");
    }
    return needs;
  }

  private static boolean isOfAKnownService(Need need) {
    return switch (need.kind()) {
      case SERVICE -> SERVICES.contains(need.detail());
      case MICROVERSION ->
          need.detail().matches("(?:" + String.join("|", SERVICES) + ") \\d+\\.\\d+");
      default -> true;
    };
  }
}
