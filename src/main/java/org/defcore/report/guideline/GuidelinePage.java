package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.report.Page;

/** A guideline for people, beside what this program knows of its tests. */
public final class GuidelinePage implements Page {

  private final Guideline guideline;
  private final Catalogue catalogue;
  private final Set<TestId> implemented;
  private final Optional<GuidelineDiff> difference;
  private final Map<String, Map<Status, List<String>>> standings = new HashMap<>();
  private final Map<TestId, TestId> corrections = new HashMap<>();
  private final Map<String, Integer> weights;

  /**
   * @param implemented ids of the tests that the suite has
   * @param difference from the guideline before it, if there was one
   */
  public GuidelinePage(
      Guideline guideline,
      Catalogue catalogue,
      Set<TestId> implemented,
      Optional<GuidelineDiff> difference) {
    this.guideline = guideline;
    this.catalogue = catalogue;
    this.implemented = Set.copyOf(implemented);
    this.difference = difference;
    this.weights =
        guideline.annex().criteria().stream()
            .collect(
                Collectors.toMap(
                    Annex.Criterion::key, Annex.Criterion::weight, (one, other) -> one));
    catalogue.corrected().forEach((corrected, original) -> corrections.put(original, corrected));
    guideline.targets().forEach(this::place);
  }

  @Override
  public String template() {
    return "guideline.ftlh";
  }

  private void place(Target target) {
    for (Requirement requirement : guideline.requirements(target)) {
      standings
          .computeIfAbsent(requirement.capability().name(), it -> new EnumMap<>(Status.class))
          .computeIfAbsent(requirement.status(), it -> new ArrayList<>())
          .add(target.key());
    }
  }

  /**
   * Figures of a target.
   *
   * @param required capabilities, as are {@code advisory}
   * @param tests of the required ones, each once
   * @param flagged those of them that do not count
   * @param implemented those of the counting ones that the suite has
   */
  public record TargetFigures(
      Target target, int required, int advisory, int tests, int flagged, int implemented) {}

  /**
   * Capabilities of one strongest status.
   *
   * @param status absent for those that no target lists
   */
  public record StatusGroup(Optional<Status> status, List<Capability> capabilities) {

    public StatusGroup {
      capabilities = List.copyOf(capabilities);
    }

    public String title() {
      return status.map(Status::word).orElse("in no target");
    }
  }

  /**
   * A test as the guideline lists it.
   *
   * @param id empty where the guideline gives none
   * @param title what is checked
   * @param notes a sentence each: flag, basis, corrected tests, whether it is implemented here
   */
  public record TestView(
      String name, String id, String title, boolean flagged, List<String> notes) {

    public TestView {
      notes = List.copyOf(notes);
    }
  }

  public Guideline guideline() {
    return guideline;
  }

  public Optional<GuidelineDiff> difference() {
    return difference;
  }

  /** The difference in words; nothing if there is none. */
  public List<ChangeSections.Section> changes() {
    return difference.map(ChangeSections::of).orElse(List.of());
  }

  public List<TargetFigures> targets() {
    return guideline.targets().stream().map(this::figures).toList();
  }

  private TargetFigures figures(Target target) {
    List<Requirement> all = guideline.requirements(target);
    List<Requirement> required = all.stream().filter(it -> it.status() == Status.REQUIRED).toList();
    Map<String, GuidelineTest> tests = new LinkedHashMap<>();
    required.stream()
        .flatMap(it -> it.capability().tests().stream())
        .forEach(it -> tests.merge(key(it), it, (one, other) -> one.flagged() ? other : one));
    List<GuidelineTest> counting = tests.values().stream().filter(it -> !it.flagged()).toList();
    return new TargetFigures(
        target,
        required.size(),
        (int) all.stream().filter(it -> it.status() == Status.ADVISORY).count(),
        tests.size(),
        tests.size() - counting.size(),
        (int) counting.stream().filter(this::here).count());
  }

  /** Groups by strongest status in any target, strongest first; then those in no target. */
  public List<StatusGroup> groups() {
    Map<Optional<Status>, List<Capability>> groups = new LinkedHashMap<>();
    Arrays.stream(Status.values()).forEach(it -> groups.put(Optional.of(it), new ArrayList<>()));
    groups.put(Optional.empty(), new ArrayList<>());
    for (Capability capability : guideline.capabilities().values()) {
      Optional<Status> strongest = standings(capability).keySet().stream().min(Status::compareTo);
      groups.getOrDefault(strongest, new ArrayList<>()).add(capability);
    }
    return groups.entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .map(it -> new StatusGroup(it.getKey(), it.getValue()))
        .toList();
  }

  private Map<Status, List<String>> standings(Capability capability) {
    return standings.getOrDefault(capability.name(), Collections.emptyMap());
  }

  /** {@code required in platform, compute; advisory in object}; empty if no target lists it. */
  public String standing(Capability capability) {
    return standings(capability).entrySet().stream()
        .map(it -> it.getKey().word() + " in " + String.join(", ", it.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** Facts of a capability besides its tests: project, age, rights, points. */
  public List<String> facts(Capability capability) {
    List<String> facts = new ArrayList<>();
    if (!standing(capability).isEmpty()) {
      facts.add(standing(capability));
    }
    if (!capability.project().isEmpty()) {
      facts.add("project " + capability.project());
    }
    capability.requiredSince().ifPresent(it -> facts.add("required since " + it));
    if (capability.admin()) {
      facts.add("needs an administrator, according to the guideline");
    }
    if (!weights.isEmpty()) {
      int points =
          capability.achievements().stream()
              .distinct()
              .mapToInt(it -> weights.getOrDefault(it, 0))
              .sum();
      facts.add(points + " points by its achievements");
    }
    return facts;
  }

  /** {@code 4 tests, 1 flagged, 3 implemented here}. */
  public String tally(Capability capability) {
    List<GuidelineTest> tests = capability.tests();
    if (tests.isEmpty()) {
      return "no tests";
    }
    long flagged = tests.stream().filter(GuidelineTest::flagged).count();
    return tests.size()
        + (tests.size() == 1 ? " test" : " tests")
        + (flagged == 0 ? "" : ", " + flagged + " flagged")
        + ", "
        + tests.stream().filter(this::here).count()
        + " implemented in this version";
  }

  public List<TestView> tests(Capability capability) {
    return capability.tests().stream().map(this::view).toList();
  }

  private TestView view(GuidelineTest test) {
    Optional<CatalogueEntry> entry = entry(test);
    List<String> notes = new ArrayList<>();
    test.flag().ifPresent(it -> notes.add(words(it)));
    entry.ifPresent(it -> notes.addAll(words(it)));
    notes.add(
        here(test)
            ? "Implemented in this version."
            : "Not implemented in this version"
                + entry.flatMap(CatalogueEntry::absent).map(it -> ": " + it).orElse("."));
    return new TestView(
        test.name(),
        test.id().map(TestId::toString).orElse(""),
        entry.map(CatalogueEntry::title).orElse("Unknown to the catalogue"),
        test.flagged(),
        notes);
  }

  private static String words(Flag flag) {
    return "Flagged"
        + flag.date().map(it -> " on " + it).orElse("")
        + ": "
        + flag.reason()
        + (flag.action().isBlank() ? "" : " Requested: " + flag.action());
  }

  private List<String> words(CatalogueEntry entry) {
    List<String> words = new ArrayList<>();
    words.add(
        "Depends on "
            + entry.basis().word()
            + (entry.reason().isEmpty() ? "." : ". " + entry.reason()));
    entry
        .corrects()
        .flatMap(catalogue::entry)
        .ifPresent(
            it ->
                words.add(
                    "Corrects "
                        + it.name()
                        + entry.correction().lost().map(lost -> ". Lost: " + lost).orElse(".")));
    Optional.ofNullable(corrections.get(entry.id()))
        .flatMap(catalogue::entry)
        .ifPresent(it -> words.add("Corrected by " + it.name() + "."));
    return words;
  }

  private Optional<CatalogueEntry> entry(GuidelineTest test) {
    return test.id()
        .flatMap(catalogue::entry)
        .or(() -> catalogue.byName(test.name()))
        .or(() -> test.aliases().stream().flatMap(it -> catalogue.byName(it).stream()).findFirst());
  }

  private boolean here(GuidelineTest test) {
    return test.id()
        .or(() -> entry(test).map(CatalogueEntry::id))
        .filter(implemented::contains)
        .isPresent();
  }

  private static String key(GuidelineTest test) {
    return test.id().map(TestId::toString).orElse(test.name());
  }
}
