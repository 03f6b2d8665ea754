package org.defcore.guideline.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Roots;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.diff.GuidelineDiff.Change;
import org.defcore.guideline.diff.GuidelineDiff.Listed;
import org.defcore.guideline.diff.GuidelineDiff.Moved;
import org.defcore.guideline.diff.GuidelineDiff.Standing;
import org.defcore.guideline.diff.GuidelineDiff.StatusChange;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;
import org.defcore.guideline.library.GuidelineLibrary;
import org.junit.jupiter.api.Test;

/** Published guidelines; the figures were counted from their JSON by other means. */
final class GuidelineDiffTest {

  private final GuidelineLibrary library = Roots.OURS.library();

  @Test
  void guidelineDoesNotDifferFromItself() {
    for (GuidelineLibrary.Entry entry : library.list()) {
      Guideline guideline = entry.guideline().orElseThrow();

      assertThat(GuidelineDiff.of(guideline, guideline, Map.of()).isEmpty())
          .as(entry.name())
          .isTrue();
    }
  }

  @Test
  void changesFromSchemaTwoToSchemaTwo() {
    GuidelineDiff diff = diff("2018.02", "2020.06");

    assertThat(diff.addedCapabilities())
        .extracting(CapabilityEntry::name)
        .containsExactly("compute-servers-create-multiple", "identity-v3-tokens-delete");
    assertThat(diff.removedCapabilities()).hasSize(14);
    assertThat(sizes(diff)).isEqualTo(new Sizes(2, 5, 53, 3, 0));
    assertThat(diff.statuses())
        .hasSize(6)
        .contains(
            new StatusChange(
                "objectstore-slo-support",
                List.of("platform", "object"),
                Optional.of(Status.ADVISORY),
                Optional.of(Status.REQUIRED)),
            new StatusChange(
                "volumes-v3-upload",
                List.of("platform", "compute"),
                Optional.empty(),
                Optional.of(Status.REQUIRED)));
    assertThat(diff.releases())
        .isEqualTo(
            new Listed(
                List.of("stein", "train", "ussuri", "victoria"),
                List.of("newton", "ocata", "pike", "queens")));
    assertThat(diff.facts())
        .containsExactly(
            new Change("status", "superseded", "approved"),
            new Change("target approval", "2018.02", "2020.06"));
    assertThat(diff.sections()).containsExactly(new Change("ceilometer", "informational", ""));
    assertThat(diff.weights()).isEmpty();
  }

  @Test
  void testThatIsReservedNoMoreIsRemovedWithItsCapabilities() {
    assertThat(diff("2018.02", "2020.06").tests().removed())
        .filteredOn(it -> it.test().name().endsWith("test_reserve_unreserve_volume"))
        .singleElement()
        .extracting(TestEntry::capabilities)
        .isEqualTo(List.of("volumes-v2-reserve", "volumes-v3-reserve"));
  }

  @Test
  void testOfTwoCapabilitiesLeavesTheOneThatIsGone() {
    assertThat(diff("2018.02", "2020.06").tests().moved())
        .contains(
            new Moved(
                ref("2020.06", "test_volumes_list.VolumesListTestJSON.test_volume_list"),
                List.of("volumes-v2-list"),
                List.of()));
  }

  @Test
  void changesWithinSchemaOne() {
    GuidelineDiff diff = diff("2016.08", "2017.01");

    assertThat(diff.addedCapabilities()).hasSize(24);
    assertThat(diff.removedCapabilities())
        .extracting(CapabilityEntry::name)
        .containsExactly(
            "compute-servers-change",
            "identity-v2-tokens-create",
            "objectstore-object-put",
            "objectstore-object-upload");
    assertThat(sizes(diff)).isEqualTo(new Sizes(14, 2, 66, 4, 3));
    assertThat(diff.statuses()).hasSize(16);
    assertThat(diff.statuses().stream().mapToInt(it -> it.targets().size()).sum()).isEqualTo(32);
    assertThat(diff.tests().flags())
        .extracting(it -> it.from().flatMap(Flag::code), it -> it.to().flatMap(Flag::code))
        .containsExactlyInAnyOrder(
            tuple(Optional.of("D406"), Optional.empty()),
            tuple(Optional.of("D406"), Optional.empty()),
            tuple(Optional.of("D404"), Optional.of("D400")));
    assertThat(diff.sections())
        .containsExactly(new Change("neutron: neutron-lib", "", "required, designated"));
    assertThat(diff.targets()).isEqualTo(new Listed(List.of(), List.of()));
  }

  @Test
  void changesFromSchemaOneToSchemaTwo() {
    GuidelineDiff diff = diff("2017.09", "2018.02");

    assertThat(diff.addedCapabilities()).hasSize(5);
    assertThat(diff.removedCapabilities())
        .extracting(CapabilityEntry::name, CapabilityEntry::standings)
        .containsExactly(
            tuple("volumes-v2-attach-detach", standings("2017.09", "volumes-v2-attach-detach")),
            tuple("volumes-v3-attach-detach", standings("2017.09", "volumes-v3-attach-detach")));
    assertThat(sizes(diff)).isEqualTo(new Sizes(9, 5, 2, 1, 17));
    assertThat(diff.tests().flags()).allMatch(it -> it.to().isEmpty());
    assertThat(diff.statuses())
        .hasSize(16)
        .allMatch(it -> it.targets().equals(List.of("platform", "compute")))
        .allMatch(it -> it.from().equals(Optional.of(Status.ADVISORY)))
        .allMatch(it -> it.to().equals(Optional.of(Status.REQUIRED)));
    assertThat(diff.targets()).isEqualTo(new Listed(List.of(), List.of()));
    assertThat(diff.facts())
        .containsExactly(
            new Change("schema", "1.6", "2.0"),
            new Change("target approval", "2017-09-10", "2018.02"));
    assertThat(diff.sections())
        .containsExactly(
            new Change("keystone", "deprecated; required", "required"),
            new Change("keystone: auth (v2.0) API", "deprecated, designated", ""));
  }

  @Test
  void weightsAndSectionsChange() {
    GuidelineDiff diff = diff("2016.01", "2016.08");

    assertThat(diff.weights())
        .containsExactly(
            new Change("atomic", "8", "6"),
            new Change("clients", "8", "10"),
            new Change("foundation", "8", "9"),
            new Change("future", "9", "11"),
            new Change("tools", "9", "6"));
    assertThat(diff.sections()).hasSize(11);
    assertThat(sizes(diff)).isEqualTo(new Sizes(38, 38, 2, 22, 9));
    assertThat(diff.tests().added().stream().filter(it -> !it.flags().isEmpty())).hasSize(17);
  }

  @Test
  void testsWithoutIdsAreFoundByTheNamesOfThoseWithIds() {
    GuidelineDiff diff = diff("2015.05", "2015.07");

    assertThat(diff.tests().added())
        .extracting(it -> it.test().id())
        .containsExactly(TestId.parse("7fa563fe-f0f7-43eb-9e22-a1ece036b513"));
    assertThat(diff.tests().removed()).isEmpty();
    assertThat(diff.tests().renamed()).isEmpty();
    assertThat(diff.facts()).contains(new Change("schema", "1.2", "1.5"));
  }

  @Test
  void differenceBackwardsIsTheReverse() {
    GuidelineDiff there = diff("2015.05", "2016.01");
    GuidelineDiff back = diff("2016.01", "2015.05");

    assertThat(keys(back.tests().added())).isEqualTo(keys(there.tests().removed()));
    assertThat(keys(back.tests().removed())).isEqualTo(keys(there.tests().added()));
    assertThat(back.tests().moved()).hasSameSizeAs(there.tests().moved());
    assertThat(back.addedCapabilities()).isEqualTo(there.removedCapabilities());
    assertThat(back.releases())
        .isEqualTo(new Listed(there.releases().removed(), there.releases().added()));
  }

  private record Sizes(int added, int removed, int moved, int renamed, int flags) {}

  private static Sizes sizes(GuidelineDiff diff) {
    return new Sizes(
        diff.tests().added().size(),
        diff.tests().removed().size(),
        diff.tests().moved().size(),
        diff.tests().renamed().size(),
        diff.tests().flags().size());
  }

  private static List<Optional<TestId>> keys(List<TestEntry> entries) {
    return entries.stream()
        .map(it -> it.test().id())
        .sorted(Comparator.comparing(Optional::toString))
        .toList();
  }

  private List<Standing> standings(String guideline, String capability) {
    Guideline read = library.find(guideline);
    Function<Target, Optional<Status>> status =
        target ->
            read.requirements(target).stream()
                .filter(it -> it.capability().name().equals(capability))
                .map(Requirement::status)
                .findFirst();
    return read.targets().stream()
        .filter(it -> status.apply(it).isPresent())
        .collect(Collectors.groupingBy(it -> status.apply(it).orElseThrow()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> new Standing(it.getKey(), it.getValue().stream().map(Target::key).toList()))
        .toList();
  }

  private GuidelineDiff.TestRef ref(String guideline, String name) {
    return library.find(guideline).capabilities().values().stream()
        .flatMap(it -> it.tests().stream())
        .filter(it -> it.name().endsWith(name))
        .map(it -> new GuidelineDiff.TestRef(it.id(), it.name()))
        .findFirst()
        .orElseThrow();
  }

  private GuidelineDiff diff(String from, String to) {
    return GuidelineDiff.of(library.find(from), library.find(to), Map.of());
  }
}
