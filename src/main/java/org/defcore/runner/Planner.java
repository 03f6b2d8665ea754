package org.defcore.runner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Need;
import org.defcore.capability.Offer;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.kit.room.Holding;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.defcore.runner.Preconditions.Judged;

/** Says of every test of a guideline what is to become of it on a cloud. */
public final class Planner {

  private static final Optional<Outcome> NOT_IMPLEMENTED = Optional.of(Outcome.NOT_IMPLEMENTED);
  private static final Optional<Outcome> NOT_APPLICABLE = Optional.of(Outcome.NOT_APPLICABLE);
  private static final Optional<Outcome> SKIPPED = Optional.of(Outcome.SKIPPED);
  private static final Optional<Outcome> BLOCKED = Optional.of(Outcome.BLOCKED);

  private static final String NO_QUOTA = "no-quota";

  private static final Comparator<PlannedTest> ORDER =
      Comparator.comparing(PlannedTest::service)
          .thenComparing(PlannedTest::name)
          .thenComparing(PlannedTest::id);

  private final Catalogue catalogue;
  private final SuiteIndex suite;
  private final Offer offer;

  public Planner(Catalogue catalogue, SuiteIndex suite) {
    this(catalogue, suite, Offer.EVERYTHING);
  }

  Offer offer() {
    return offer;
  }

  /** For a cloud that declares what it offers. */
  public Planner(Catalogue catalogue, SuiteIndex suite, Offer offer) {
    this.catalogue = catalogue;
    this.suite = suite;
    this.offer = offer;
  }

  /**
   * Every test that the guideline lists, required or not, each id once, by service, then name. One
   * that it lists without an id, under a name that nobody knows, cannot be planned.
   *
   * @param preconditions what the cloud offers; absent if no cloud was asked
   * @throws SelectionException if the selection, or a part of it, takes nothing
   */
  public List<PlannedTest> plan(
      Guideline guideline, Selection selection, Optional<Preconditions> preconditions) {
    return plan(List.of(guideline), selection, preconditions);
  }

  /**
   * The same for several.
   *
   * @param guidelines the first is the one that messages name
   */
  public List<PlannedTest> plan(
      List<Guideline> guidelines, Selection selection, Optional<Preconditions> preconditions) {
    Guideline guideline = guidelines.get(0);
    Collection<Listed> listed = listed(guidelines);
    List<PlannedTest> all =
        listed.stream().map(it -> planned(it, preconditions)).sorted(ORDER).toList();
    TestNames names = names(listed);
    List<String> idle = all.isEmpty() ? List.of() : selection.idle(names, all);
    if (!idle.isEmpty()) {
      throw new SelectionException(idle, offered(guideline, all));
    }
    List<PlannedTest> taken = all.stream().filter(selection.taking(names)).toList();
    if (taken.isEmpty()) {
      throw all.isEmpty()
          ? new SelectionException(
              "guideline " + guideline.id() + " lists no test that can be run: choose another")
          : new SelectionException(List.of(selection.asked()), offered(guideline, all));
    }
    return preconditions.map(it -> withinQuota(taken, it)).orElse(taken);
  }

  /**
   * The plan without the tests for which block storage has no room: those that make the least for
   * themselves are given room first.
   */
  private List<PlannedTest> withinQuota(List<PlannedTest> plan, Preconditions by) {
    RoomPlan room = new RoomPlan(by.volumeQuota().bootVolume());
    Map<TestId, String> lacking = new HashMap<>();
    plan.stream()
        .flatMap(it -> holder(it, PlannedTest::toRun).stream())
        .sorted(RoomPlan.LEAST_FIRST)
        .forEach(
            it ->
                room.add(it, need -> by.judge(need).reason())
                    .ifPresent(why -> lacking.put(it.test().id(), why)));
    return plan.stream()
        .map(
            test ->
                Optional.ofNullable(lacking.get(test.id()))
                    .map(why -> test.decidedAs(Outcome.SKIPPED, NO_QUOTA, why))
                    .orElse(test))
        .toList();
  }

  /** The room in the quota of block storage that these tests of a plan take. */
  RoomPlan room(List<PlannedTest> plan, Holding bootVolume, Predicate<PlannedTest> which) {
    RoomPlan room = new RoomPlan(bootVolume);
    plan.stream().flatMap(it -> holder(it, which).stream()).forEach(room::add);
    return room;
  }

  private Optional<RoomPlan.Holder> holder(PlannedTest test, Predicate<PlannedTest> which) {
    boolean boots = catalogue.entry(test.id()).filter(CatalogueEntry::boots).isPresent();
    return Optional.of(test)
        .filter(which)
        .flatMap(it -> suite.find(it.id()))
        .map(it -> new RoomPlan.Holder(it, boots));
  }

  private Collection<Listed> listed(List<Guideline> guidelines) {
    Map<TestId, Listed> listed = new LinkedHashMap<>();
    List<Capability> capabilities =
        guidelines.stream().flatMap(it -> it.capabilities().values().stream()).toList();
    for (Capability capability : capabilities) {
      for (GuidelineTest test : capability.tests()) {
        id(test)
            .map(
                it ->
                    listed.computeIfAbsent(
                        it, id -> new Listed(id, test.name(), new ArrayList<>(), new TreeSet<>())))
            .ifPresent(it -> it.add(capability, test));
      }
    }
    return listed.values();
  }

  /** Each exclusion with the tests that it leaves out. */
  List<Deviation> exclusions(List<Guideline> guidelines, Selection selection) {
    if (selection.excluded().isEmpty()) {
      return List.of();
    }
    Collection<Listed> listed = listed(guidelines);
    TestNames names = names(listed);
    return selection.excluded().stream()
        .map(
            entry -> {
              Set<TestId> left = names.of(entry);
              return Deviations.exclusion(
                  entry,
                  listed.stream().filter(it -> left.contains(it.id())).map(this::name).toList());
            })
        .toList();
  }

  /**
   * The needs of the tests of a plan that the suite has and that are applicable, by kind, then
   * detail.
   *
   * @param preconditions what the cloud offers; absent if no cloud was asked
   */
  public List<NeedLine> needs(List<PlannedTest> plan, Optional<Preconditions> preconditions) {
    Map<Need, Integer> counts =
        new TreeMap<>(Comparator.comparing(Need::kind).thenComparing(Need::detail));
    plan.stream()
        .filter(it -> !it.decided().equals(NOT_IMPLEMENTED))
        .filter(it -> !it.decided().equals(NOT_APPLICABLE))
        .flatMap(it -> catalogue.entry(it.id()).stream())
        .flatMap(it -> it.needs().stream().distinct())
        .forEach(it -> counts.merge(it, 1, Integer::sum));
    RoomPlan room =
        room(
            plan,
            preconditions.map(it -> it.volumeQuota().bootVolume()).orElse(Holding.NONE),
            it -> it.toRun() || it.code().equals(NO_QUOTA));
    room.needs().forEach(it -> counts.put(it, room.tests()));
    return counts.entrySet().stream()
        .map(
            it ->
                new NeedLine(
                    it.getKey(), it.getValue(), preconditions.map(by -> by.judge(it.getKey()))))
        .toList();
  }

  private TestNames names(Collection<Listed> listed) {
    Map<TestId, Set<String>> names = new LinkedHashMap<>();
    for (Listed test : listed) {
      Set<String> all = new TreeSet<>(test.names());
      catalogue.entry(test.id()).ifPresent(it -> all.addAll(it.names()));
      names.put(test.id(), all);
    }
    return new TestNames(names, it -> catalogue.entry(it).isPresent());
  }

  private String name(Listed test) {
    return catalogue.entry(test.id()).map(CatalogueEntry::name).orElse(test.name());
  }

  private Optional<TestId> id(GuidelineTest test) {
    return test.id().or(() -> catalogue.byName(test.name()).map(CatalogueEntry::id));
  }

  private PlannedTest planned(Listed listed, Optional<Preconditions> preconditions) {
    Optional<CatalogueEntry> known = catalogue.entry(listed.id());
    Optional<ImplementedTest> implemented = suite.find(listed.id());
    // Before all else: what the suite has yet, and what the run finds, cannot make it applicable.
    Optional<Offer.Mismatch> mismatch = known.flatMap(it -> offer.mismatch(it.applicability()));
    if (mismatch.isPresent()) {
      return listed.planned(
          known, implemented, NOT_APPLICABLE, mismatch.get().code(), reason(mismatch.get(), known));
    }
    if (known.isEmpty() || implemented.isEmpty()) {
      return listed.planned(known, Optional.empty(), NOT_IMPLEMENTED, "", whyNot(known));
    }
    for (Need need : known.get().needs()) {
      Optional<Judged> unmet =
          preconditions.map(it -> it.judge(need)).filter(it -> !it.reason().isEmpty());
      if (unmet.isPresent()) {
        boolean untold = unmet.get().standing() == Preconditions.Standing.UNTOLD;
        return listed.planned(
            known,
            implemented,
            untold ? BLOCKED : SKIPPED,
            (untold ? "unknown-" : "no-") + need.kind().word(),
            unmet.get().reason());
      }
    }
    return listed.planned(known, implemented, Optional.empty(), "", "");
  }

  /** The mismatch, and what the catalogue has to say about what such a test rests on. */
  private static String reason(Offer.Mismatch mismatch, Optional<CatalogueEntry> known) {
    return known
        .map(CatalogueEntry::reason)
        .filter(it -> !it.isEmpty())
        .map(it -> mismatch.reason() + ": " + it)
        .orElse(mismatch.reason());
  }

  private static String whyNot(Optional<CatalogueEntry> known) {
    return known
        .map(it -> it.absent().orElse("not implemented in this version"))
        .orElse("unknown to this version");
  }

  /** A test as a guideline lists it, under all the capabilities that do. */
  private record Listed(TestId id, String name, List<String> capabilities, Set<String> names) {

    void add(Capability capability, GuidelineTest test) {
      capabilities.add(capability.name());
      names.add(test.name());
      names.addAll(test.aliases());
    }

    PlannedTest planned(
        Optional<CatalogueEntry> known,
        Optional<ImplementedTest> implemented,
        Optional<Outcome> decided,
        String code,
        String reason) {
      return new PlannedTest(
          id,
          known.map(CatalogueEntry::name).orElse(name),
          implemented
              .map(ImplementedTest::claim)
              .orElseGet(() -> known.map(CatalogueEntry::title).orElse("")),
          known.map(CatalogueEntry::service).orElse("unknown"),
          capabilities,
          decided,
          code,
          reason);
    }
  }

  private static String offered(Guideline guideline, List<PlannedTest> all) {
    TreeSet<String> services = new TreeSet<>();
    all.forEach(it -> services.add(it.service()));
    return "guideline %s: it has the services %s; its capabilities and tests are listed by: defcore guideline show %s"
        .formatted(guideline.id(), String.join(", ", services), guideline.id());
  }
}
