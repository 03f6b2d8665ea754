package org.defcore.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.bundle.Bundle;
import org.defcore.cli.Shell;
import org.defcore.cli.StoredRun;
import org.defcore.runner.ChildRun;
import org.defcore.store.OldStore;
import org.defcore.store.RunFilter;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.defcore.store.StorePlace;
import org.defcore.store.kit.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that are killed while they add runs or bring a store up to date. */
@Timeout(600)
class KilledStoreTest {

  private static final int RUNS = 5;
  private static final int KILLS = 3;
  private static final int MOST_KILLS = 12;

  @TempDir private Path work;

  private final Random random = new Random(1);

  @BeforeEach
  void bundles() {
    Shell shell = new Shell(work);
    for (String id : ids()) {
      StoredRun run = StoredRun.copiedTo(work.resolve(id));
      run.write("plan.json", run.read("plan.json").replace(StoredRun.ID, id));
      assertThat(shell.run("bundle", "create", id, "--out", id + ".zip").code()).isZero();
    }
  }

  private static List<String> ids() {
    return IntStream.range(0, RUNS)
        .mapToObj("defcore-20300102-035308-0a1b%02d"::formatted)
        .toList();
  }

  private static List<String> named(StorePlace place) {
    return List.of(
        "--store",
        place.url().orElse(place.files().toString()),
        "--store-files",
        place.files().toString());
  }

  private ChildRun add(StorePlace place) throws IOException {
    List<String> words = new ArrayList<>(List.of("store", "add"));
    words.addAll(named(place));
    ids().forEach(it -> words.add(it + ".zip"));
    return ChildRun.start(work, words.toArray(String[]::new));
  }

  /** Kills it up to 40 ms after that has come. */
  private void kill(ChildRun child, BooleanSupplier when) throws InterruptedException {
    boolean ended = false;
    while (!ended && !when.getAsBoolean()) {
      ended = child.process().waitFor(5, TimeUnit.MILLISECONDS);
    }
    child.process().waitFor(random.nextInt(40), TimeUnit.MILLISECONDS);
    child.kill();
  }

  /** Every run that the store has, has its bundle, too. */
  private int whole(StorePlace place) {
    try (Store store = Store.open(place)) {
      List<RunRow> runs = store.runs(RunFilter.ALL);
      for (RunRow run : runs) {
        Path out = work.resolve("out.zip");
        store.export(run.bundle(), out);
        assertThat(Bundle.open(out).facts().run().id()).isEqualTo(run.name());
        assertThat(out).hasSameBinaryContentAs(work.resolve(run.name() + ".zip"));
        assertThat(store.outcomes(run).values().stream().mapToInt(it -> it).sum()).isEqualTo(8);
        assertThat(store.verdicts(run)).hasSize(3);
        assertThat(out.toFile().delete()).isTrue();
      }
      return runs.size();
    }
  }

  private boolean isPart(int runs) {
    return runs > 0 && runs < RUNS;
  }

  @ParameterizedTest
  @EnumSource
  void runIsInTheStoreOrNot(StoreKind kind) throws Exception {
    StorePlace place = kind.in(work, KilledStoreTest.class);
    List<Integer> sizes = new ArrayList<>();
    // A kill on a busy machine may come before the first run is in, or after the last one.
    for (int i = 0; i < KILLS || (i < MOST_KILLS && sizes.stream().noneMatch(this::isPart)); i++) {
      try (ChildRun child = add(place)) {
        int said = random.nextInt(2) + sizes.stream().mapToInt(it -> it).max().orElse(0);
        kill(
            child,
            () -> child.text().lines().filter(it -> it.contains(": added as ")).count() > said);
      }
      sizes.add(whole(place));
    }

    assertThat(sizes).isSorted().anyMatch(this::isPart);
    try (ChildRun child = add(place)) {
      assertThat(child.exitCode()).as(child.text()).isZero();
    }
    assertThat(whole(place)).isEqualTo(RUNS);
    try (Stream<Path> files = Files.walk(work.resolve("kept"))) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .noneMatch(it -> it.startsWith("defcore-temporary"));
    }
  }

  @Test
  void schemaIsTheOldOrTheNew() throws Exception {
    Path folder = Files.createDirectory(work.resolve("kept"));
    Path database = folder.resolve("store.mv.db");
    OldStore.in(folder);
    byte[] old = Files.readAllBytes(database);

    for (int i = 0; i < KILLS; i++) {
      Files.write(database, old);
      try (ChildRun child = ChildRun.start(work, "store", "list", "--store", "kept")) {
        kill(child, () -> Files.exists(folder.resolve("store.next.mv.db")));
      }
      try (Store store = Store.open(StorePlace.folder(folder))) {
        assertThat(store.runs(RunFilter.ALL)).isEmpty();
      }
      assertThat(OldStore.word(folder)).isEqualTo(OldStore.WORD);
    }
  }
}
