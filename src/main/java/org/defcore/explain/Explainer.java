package org.defcore.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.explain.Explanation.ExplainedTest;
import org.defcore.explain.Explanation.Kind;
import org.defcore.explain.Explanation.Standing;
import org.defcore.explain.Explanation.Subject;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.guideline.WrittenTest;

/** Finds what goes by a name and says what there is to know of it. */
public final class Explainer {

  private static final int NEAREST = 3;

  private final Map<String, Guideline> library;
  private final Catalogue catalogue;
  private final Map<TestId, String> claims;
  private final Map<TestId, TestId> corrections = new HashMap<>();

  /**
   * @param library guidelines by the name that they go by, in order
   * @param claims of the tests that the suite has, by id
   */
  public Explainer(
      Map<String, Guideline> library, Catalogue catalogue, Map<TestId, String> claims) {
    this.library = new LinkedHashMap<>(library);
    this.catalogue = catalogue;
    this.claims = Map.copyOf(claims);
    catalogue.corrected().forEach((corrected, original) -> corrections.put(original, corrected));
  }

  /** A test in a guideline, and the capability that lists it. */
  private record Listed(Capability capability, GuidelineTest test) {}

  /**
   * Explains a capability by its name, or a test by its id, a name or an alias; without calls.
   *
   * @throws UnknownSubject if nothing goes by that
   */
  public Explanation explain(String written) {
    boolean capability =
        library.values().stream().anyMatch(it -> it.capabilities().containsKey(written));
    if (capability) {
      return capability(written);
    }
    WrittenTest test = WrittenTest.of(written);
    Optional<CatalogueEntry> entry =
        test.id().flatMap(catalogue::entry).or(() -> catalogue.byName(test.name()));
    Set<String> names =
        entry.map(it -> Set.copyOf(it.names())).orElseGet(() -> Set.of(test.name()));
    Optional<TestId> id = entry.map(CatalogueEntry::id).or(test::id);
    return test(id, names, entry).orElseThrow(() -> unknown(written));
  }

  private UnknownSubject unknown(String written) {
    Set<String> names = new TreeSet<>();
    library.values().forEach(it -> names.addAll(it.capabilities().keySet()));
    catalogue.entries().forEach(it -> names.addAll(it.names()));
    return new UnknownSubject(written, NearestNames.of(written, names, NEAREST));
  }

  private Explanation capability(String name) {
    List<Standing> standings = new ArrayList<>();
    library.forEach(
        (id, guideline) -> {
          if (guideline.capabilities().containsKey(name)) {
            standings.add(standing(id, guideline, Set.of(name), List.of()));
          }
        });
    String source = source(standings);
    Capability capability = capability(named(source), name);
    return new Explanation(
        new Subject(Kind.CAPABILITY, name, capability.description(), capability.requiredSince()),
        standings,
        source,
        named(source),
        capability.tests().stream().map(this::explained).toList(),
        Optional.empty());
  }

  private static Capability capability(Guideline guideline, String name) {
    return Optional.ofNullable(guideline.capabilities().get(name))
        .orElseThrow(() -> new IllegalStateException(guideline.id() + " has no " + name));
  }

  private Optional<Explanation> test(
      Optional<TestId> id, Set<String> names, Optional<CatalogueEntry> entry) {
    List<Standing> standings = new ArrayList<>();
    library.forEach(
        (key, guideline) -> {
          List<Listed> listed = listed(guideline, id, names);
          if (!listed.isEmpty()) {
            standings.add(
                standing(
                    key,
                    guideline,
                    listed.stream()
                        .map(it -> it.capability().name())
                        .collect(Collectors.toCollection(TreeSet::new)),
                    notes(listed)));
          }
        });
    if (standings.isEmpty()) {
      return Optional.empty();
    }
    String source = source(standings);
    ExplainedTest test = explained(listed(named(source), id, names).get(0).test());
    return Optional.of(
        new Explanation(
            new Subject(
                Kind.TEST,
                test.name(),
                entry.map(CatalogueEntry::title).orElse(""),
                Optional.empty()),
            standings,
            source,
            named(source),
            List.of(test),
            Optional.empty()));
  }

  private static List<String> notes(List<Listed> listed) {
    List<String> notes = new ArrayList<>();
    for (Listed one : listed) {
      notes.add("in " + one.capability().name());
      one.test().flag().ifPresent(it -> notes.add("flagged: " + reason(it)));
    }
    return notes.stream().distinct().toList();
  }

  private static String reason(Flag flag) {
    return flag.reason().isBlank() ? "no reason given" : flag.reason();
  }

  private static List<Listed> listed(Guideline guideline, Optional<TestId> id, Set<String> names) {
    List<Listed> listed = new ArrayList<>();
    for (Capability capability : guideline.capabilities().values()) {
      capability.tests().stream()
          .filter(it -> is(it, id, names))
          .forEach(it -> listed.add(new Listed(capability, it)));
    }
    return listed;
  }

  /** By id where both have one, as names changed hands now and then. */
  private static boolean is(GuidelineTest test, Optional<TestId> id, Set<String> names) {
    if (test.id().isPresent() && id.isPresent()) {
      return test.id().equals(id);
    }
    return names.contains(test.name()) || test.aliases().stream().anyMatch(names::contains);
  }

  private static Standing standing(
      String key, Guideline guideline, Set<String> capabilities, List<String> notes) {
    List<String> words = new ArrayList<>();
    boolean required = false;
    for (Status status : Status.values()) {
      List<String> targets =
          guideline.targets().stream()
              .filter(it -> gives(guideline, it, capabilities, status))
              .map(Target::key)
              .toList();
      if (!targets.isEmpty()) {
        words.add(status.word() + " in " + String.join(", ", targets));
        required |= status == Status.REQUIRED;
      }
    }
    if (words.isEmpty()) {
      words.add("in no target");
    }
    words.addAll(notes);
    return new Standing(key, guideline.approval(), words, required);
  }

  private static boolean gives(
      Guideline guideline, Target target, Set<String> capabilities, Status status) {
    return guideline.requirements(target).stream()
        .filter(it -> it.status() == status)
        .map(Requirement::capability)
        .anyMatch(it -> capabilities.contains(it.name()));
  }

  private String source(List<Standing> standings) {
    List<String> all = standings.stream().map(Standing::guideline).toList();
    List<String> approved = all.stream().filter(it -> Approval.given(named(it))).toList();
    List<String> among = approved.isEmpty() ? all : approved;
    return among.get(among.size() - 1);
  }

  private Guideline named(String name) {
    return Optional.ofNullable(library.get(name))
        .orElseThrow(() -> new IllegalStateException("no guideline " + name));
  }

  private ExplainedTest explained(GuidelineTest test) {
    Optional<CatalogueEntry> entry =
        test.id().flatMap(catalogue::entry).or(() -> catalogue.byName(test.name()));
    Optional<TestId> id = test.id().or(() -> entry.map(CatalogueEntry::id));
    return new ExplainedTest(
        id,
        test.name(),
        test.flag().map(Explainer::reason),
        entry,
        id.flatMap(it -> Optional.ofNullable(claims.get(it))),
        id.flatMap(it -> Optional.ofNullable(corrections.get(it))).flatMap(catalogue::entry),
        List.of());
  }
}
