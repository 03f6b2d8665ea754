package org.defcore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.defcore.result.Outcome.BLOCKED;
import static org.defcore.result.Outcome.ERROR;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.NOT_RUN;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.result.Outcome;
import org.defcore.store.CloudRuns.Tests;
import org.defcore.store.SmallRuns.Limit;
import org.defcore.store.kit.StoreKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions over clouds, to both databases. */
@ParameterizedClass
@EnumSource
class CloudQueriesTest {

  private static final StoredCloud ACME =
      new StoredCloud("Acme", "Acme Cloud", "acme", "https://acme.example/v3", "one");
  private static final StoredCloud IMPORTED = new StoredCloud("Acme", "Acme Cloud", "acme", "", "");
  private static final StoredCloud OTHER_REGION =
      new StoredCloud("Acme", "Acme Cloud", "acme", "https://acme.example/v3", "two");
  private static final StoredCloud ZONES =
      new StoredCloud("Zonewright", "Zones", "zones", "https://zones.example/v3", "");

  @Parameter private StoreKind kind;
  @TempDir private Path work;

  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.in(work, CloudQueriesTest.class));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private CloudRuns cloud(String name, Tests tests) {
    return store.cloud(name, Optional.empty(), tests);
  }

  private static List<String> words(List<RunOutcome> outcomes) {
    return outcomes.stream().map(it -> it.name() + " " + it.outcome().word()).toList();
  }

  @Test
  void runsOfOneCloudComeByTimeWithTheirNumbers() {
    SmallRuns.in(
        store,
        it ->
            it.add(ACME, "2026-02-01", "2", PASSED, FAILED, SKIPPED)
                .add(ZONES, "2026-01-15", "1", FAILED)
                .add(IMPORTED, "2026-01-01", "1", PASSED, PASSED, NOT_RUN));

    CloudRuns runs = cloud("acme", Tests.ALL);

    assertThat(runs.cloud()).isEqualTo(ACME);
    assertThat(runs.runs().stream().map(RunRow::name))
        .containsExactly("acme 2026-01-01", "acme 2026-02-01");
    assertThat(runs.counts().get(runs.runs().get(0).id())).isEqualTo(Map.of(PASSED, 2, NOT_RUN, 1));
    assertThat(words(runs.outcomes()))
        .containsExactly(
            "test1 passed",
            "test1 passed",
            "test2 passed",
            "test2 failed",
            "test3 not-run",
            "test3 skipped");
    assertThat(runs.outcomes().get(0).test()).isEqualTo(SmallRuns.id(1));
  }

  @Test
  void testsWithTroubleAreThoseThatRanAndDidNotPass() {
    SmallRuns.in(
        store,
        runs -> {
          for (Outcome each : Outcome.values()) {
            StoredCloud cloud = new StoredCloud("", "", each.word(), "", "");
            runs.add(cloud, "2026-01-01", "1", PASSED, each)
                .add(cloud, "2026-01-02", "1", PASSED, PASSED);
          }
        });

    for (Outcome each : Outcome.values()) {
      boolean troubled = List.of(FAILED, FLAKY, BLOCKED, ERROR).contains(each);
      assertThat(words(cloud(each.word(), Tests.TROUBLED).outcomes()))
          .as(each.word())
          .isEqualTo(troubled ? List.of("test2 " + each.word(), "test2 passed") : List.of());
    }
  }

  @Test
  void cloudIsNamedByProductAndEndpointToo() {
    SmallRuns.in(store, it -> it.add(ZONES, "2026-01-01", "1", PASSED));

    for (String name : List.of("zones", "Zones", "https://zones.example/v3")) {
      assertThat(cloud(name, Tests.ALL).runs()).as(name).hasSize(1);
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> cloud("zone", Tests.ALL))
        .withMessageEndingWith(
            "expected one cloud called \"zone\" but found none: see defcore store list");
  }

  @Test
  void regionsAreCloudsOfTheirOwn() {
    SmallRuns.in(
        store,
        it -> it.add(ACME, "2026-01-01", "1", PASSED).add(OTHER_REGION, "2026-01-02", "1", FAILED));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> cloud("acme", Tests.ALL))
        .withMessageContaining("but found Acme, Acme Cloud, acme, https://acme.example/v3, one; ");
    assertThat(store.cloud("acme", Optional.of("two"), Tests.TROUBLED).outcomes())
        .singleElement()
        .extracting(RunOutcome::outcome)
        .isEqualTo(FAILED);
  }

  @Test
  void cloudIsJudgedByItsNewestWholeRun() {
    SmallRuns.in(
        store,
        it ->
            it.add(ACME, "2026-01-01", "1", PASSED)
                .add(ACME, "2026-01-02", "1", PASSED, FLAKY)
                .add(Limit.PARTIAL, ACME, "2026-01-03", "1", FAILED)
                .add(Limit.UNFINISHED, ACME, "2026-01-04", "1", ERROR)
                .add(Limit.PARTIAL, ZONES, "2026-01-01", "1", FAILED)
                .add(Limit.UNFINISHED, ZONES, "2026-01-02", "1", BLOCKED)
                .add(Limit.SIMULATED, OTHER_REGION, "2026-01-05", "1", PASSED));

    List<RunRow> newest = store.newest();

    assertThat(newest.stream().map(RunRow::name))
        .containsExactlyInAnyOrder("acme 2026-01-02", "zones 2026-01-02");
    List<RunOutcome> outcomes = new ArrayList<>();
    store.outcomes(newest, outcomes::add);
    assertThat(words(outcomes))
        .containsExactlyInAnyOrder("test1 passed", "test2 flaky", "test1 blocked");
  }

  @Test
  void importedRunIsOfTheCloudThatIsOtherwiseTheSame() {
    SmallRuns.in(
        store,
        it ->
            it.add(IMPORTED, "2026-01-03", "1", PASSED)
                .add(ACME, "2026-01-02", "1", PASSED)
                .add(ZONES, "2026-01-01", "1", PASSED));

    assertThat(store.newest().stream().map(RunRow::name))
        .containsExactlyInAnyOrder("acme 2026-01-03", "zones 2026-01-01");
  }

  @Test
  void importedRunOfOneOfTwoRegionsIsACloudOfItsOwn() {
    SmallRuns.in(
        store,
        it ->
            it.add(IMPORTED, "2026-01-03", "1", PASSED)
                .add(ACME, "2026-01-02", "1", PASSED)
                .add(OTHER_REGION, "2026-01-01", "1", PASSED));

    assertThat(store.newest()).hasSize(3);
  }

  @Test
  void cloudsOfMoreThanOneQueryAreAllJudged() {
    int clouds = CloudQueries.CHUNK + 1;
    SmallRuns.in(
        store,
        it -> {
          for (int i = 0; i < clouds; i++) {
            it.add(new StoredCloud("v" + i, "", "c" + i, "u" + i, ""), "2026-01-01", "1", PASSED);
          }
        });

    List<RunOutcome> outcomes = new ArrayList<>();
    store.outcomes(store.newest(), outcomes::add);

    assertThat(outcomes).hasSize(clouds);
  }
}
