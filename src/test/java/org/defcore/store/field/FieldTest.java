package org.defcore.store.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.ProgramFiles;
import org.defcore.desk.store.RunKeeper;
import org.defcore.result.Outcome;
import org.defcore.store.RunFilter;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.defcore.store.StorePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up field is one that the program takes for real. */
class FieldTest {

  private static final int RUNS = 30;

  @TempDir private Path work;

  private final Installation installation =
      new Installation(new ProgramFiles(Path.of("").toAbsolutePath()), Path.of("/"), Map.of());
  private final Field field = Field.of(3, 12, RUNS);

  @Test
  void storeTakesEveryRun() {
    FieldBundles bundles = new FieldBundles(installation, field);
    Map<Outcome, Integer> outcomes = new TreeMap<>();
    try (Store store = Store.open(StorePlace.folder(work.resolve("store")))) {
      RunKeeper keeper =
          new RunKeeper(
              installation,
              Board.usual(installation),
              installation.own().policyFile(),
              store,
              Clock.systemUTC());
      for (int i = 0; i < RUNS; i++) {
        assertThat(keeper.add(bundles.write(i, work)).added()).as("run %d", i).isTrue();
      }

      List<RunRow> runs = store.runs(RunFilter.ALL);
      assertThat(runs).hasSize(RUNS);
      assertThat(runs.stream().map(RunRow::cloud).distinct()).hasSizeBetween(2, 12);
      assertThat(runs.stream().map(it -> it.verdict().status()).distinct()).hasSizeGreaterThan(1);
      runs.forEach(
          it -> store.outcomes(it).forEach((key, n) -> outcomes.merge(key, n, Integer::sum)));
    }
    assertThat(outcomes).containsKeys(Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED);
    assertThat(outcomes.get(Outcome.PASSED)).isGreaterThan(20 * outcomes.get(Outcome.FAILED));
  }

  @Test
  void sameSeedGivesTheSameBytes() {
    Path one = new FieldBundles(installation, field).write(3, work);
    Path other =
        new FieldBundles(installation, Field.of(3, 12, RUNS))
            .write(3, FieldBundles.folder(work, 3));

    assertThat(one).hasSameBinaryContentAs(other);
    assertThat(Field.of(4, 12, RUNS).visits()).isNotEqualTo(field.visits());
  }

  /** Of ten thousand runs, without writing them. */
  @Test
  void runsAreOfAllSorts() {
    Field large = Field.of(1, 200, 10_000);

    assertThat(large.visits()).hasSize(10_000);
    assertThat(clouds(large, FieldCloud::vendor)).hasSize(60);
    assertThat(clouds(large, FieldCloud::name)).hasSize(200);
    assertThat(clouds(large, it -> it.kind().word())).hasSize(4);
    assertThat(
            large.visits().stream()
                .collect(
                    Collectors.groupingBy(
                        it -> FieldPlans.sort(large.chance(), it), Collectors.counting())))
        .allSatisfy((sort, runs) -> assertThat(runs).as(sort.name()).isGreaterThanOrEqualTo(100));
  }

  private static Set<String> clouds(Field field, Function<FieldCloud, String> trait) {
    return field.visits().stream().map(it -> trait.apply(it.cloud())).collect(Collectors.toSet());
  }
}
