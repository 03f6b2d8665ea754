package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.runner.Chores.capability;
import static org.defcore.runner.Chores.guideline;
import static org.defcore.runner.Chores.id;
import static org.defcore.runner.Chores.listed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Applicability;
import org.defcore.capability.Basis;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Correction;
import org.defcore.capability.Kind;
import org.defcore.capability.Need;
import org.defcore.capability.Offer;
import org.defcore.capability.Operation;
import org.defcore.guideline.Guideline;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.junit.jupiter.api.Test;

/** Tests of a plan that a declaration rules out: 1 and 2 are of the suite, 7 is not. */
class ApplicabilityOfAPlanTest {

  private static final Need FLAVOR = new Need(Need.Kind.FLAVOR, "");
  private static final SuiteIndex SUITE = SuiteIndex.read("org.defcore.runner.small");
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              entry(1, new Applicability(Set.of(Operation.SUSPEND), Set.of())),
              entry(2, new Applicability(Set.of(), Set.of(Kind.VIRTUAL_MACHINE))),
              entry(7, new Applicability(Set.of(Operation.SUSPEND), Set.of()))));

  private final Guideline guideline =
      guideline(capability("compute", listed(1, "a.1"), listed(2, "a.2"), listed(7, "a.7")));

  private static CatalogueEntry entry(int number, Applicability applicability) {
    return new CatalogueEntry(
        id(number),
        List.of("a." + number),
        "compute",
        "Title " + number,
        Basis.IMPLEMENTATION,
        number == 1 ? "Memory has to be written to disk." : "",
        List.of(FLAVOR),
        Optional.empty(),
        applicability,
        Correction.NONE,
        Optional.empty());
  }

  private List<PlannedTest> plan(Offer offer) {
    return new Planner(CATALOGUE, SUITE, offer).plan(guideline, Selection.ALL, Optional.empty());
  }

  @Test
  void nothingIsRuledOutWithoutADeclaration() {
    List<PlannedTest> plan =
        new Planner(CATALOGUE, SUITE).plan(guideline, Selection.ALL, Optional.empty());

    assertThat(plan)
        .extracting(PlannedTest::decided)
        .doesNotContain(Optional.of(Outcome.NOT_APPLICABLE));
    assertThat(plan).filteredOn(PlannedTest::toRun).hasSize(2);
  }

  @Test
  void whatIsNotOfferedIsNotRunWhetherOrNotTheSuiteHasIt() {
    List<PlannedTest> plan = plan(new Offer(Optional.empty(), Set.of(Operation.SUSPEND)));

    assertThat(plan)
        .filteredOn(it -> it.decided().equals(Optional.of(Outcome.NOT_APPLICABLE)))
        .extracting(PlannedTest::name, PlannedTest::code, PlannedTest::reason)
        .containsExactly(
            tuple(
                "a.1",
                "not-offered",
                "the test depends on operations that are declared as not offered: suspend: Memory"
                    + " has to be written to disk."),
            tuple(
                "a.7",
                "not-offered",
                "the test depends on operations that are declared as not offered: suspend"));
    assertThat(plan)
        .filteredOn(PlannedTest::toRun)
        .extracting(PlannedTest::name)
        .containsExactly("a.2");
  }

  @Test
  void whatRestsOnAnotherKindIsNotRun() {
    List<PlannedTest> plan = plan(new Offer(Optional.of(Kind.ZONE), Set.of()));

    assertThat(plan.get(1).decided()).contains(Outcome.NOT_APPLICABLE);
    assertThat(plan.get(1).code()).isEqualTo("other-kind");
    assertThat(plan.get(1).reason())
        .isEqualTo("the test depends on the kind virtual-machine, and the declared kind is zone");
    assertThat(plan)
        .filteredOn(PlannedTest::toRun)
        .extracting(PlannedTest::name)
        .containsExactly("a.1");
  }

  @Test
  void declarationIsAskedBeforeWhatTheCloudLacks() {
    Offer offer = new Offer(Optional.of(Kind.ZONE), Set.of(Operation.SUSPEND));
    Optional<Preconditions> bare = Optional.of(new Preconditions(List.of()));

    List<PlannedTest> plan =
        new Planner(CATALOGUE, SUITE, offer).plan(guideline, Selection.ALL, bare);

    assertThat(plan).allMatch(it -> it.decided().equals(Optional.of(Outcome.NOT_APPLICABLE)));
  }

  @Test
  void whatIsRuledOutNeedsNothing() {
    Offer offer = new Offer(Optional.of(Kind.ZONE), Set.of());
    Planner planner = new Planner(CATALOGUE, SUITE, offer);

    assertThat(planner.needs(plan(offer), Optional.empty()))
        .containsExactly(new NeedLine(FLAVOR, 1, Optional.empty()));
  }
}
