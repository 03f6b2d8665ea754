import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.store.Adoption;
import org.defcore.desk.store.CloudHistories;
import org.defcore.desk.store.FieldChanges;
import org.defcore.desk.store.FieldScoring;
import org.defcore.desk.store.RunKeeper;
import org.defcore.guideline.Guideline;
import org.defcore.store.CloudRuns;
import org.defcore.store.RunFilter;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.defcore.store.StorePlace;

/** Times what a store is asked in one process: the commands without the start of the JVM. */
final class StoreSpeed {

  private static final int TIMES = 7;

  private final Installation installation = Installation.current();
  private final Board board = Board.usual(installation);
  private final Store store;

  private StoreSpeed(Store store) {
    this.store = store;
  }

  /**
   * @param words store, folder of its files or a dash, guideline, file with a bundle to add a line
   */
  public static void main(String[] words) throws Exception {
    StorePlace place =
        words[1].equals("-")
            ? StorePlace.folder(Path.of(words[0]))
            : StorePlace.postgresql(words[0], Path.of(words[1]), Optional.empty());
    try (Store store = Store.open(place)) {
      StoreSpeed speed = new StoreSpeed(store);
      speed.add(Files.readAllLines(Path.of(words[3])));
      speed.ask(words[2]);
    }
  }

  private void add(List<String> bundles) {
    List<Long> times = new ArrayList<>();
    try (RunKeeper keeper =
        new RunKeeper(
            installation, board, installation.own().policyFile(), store, Clock.systemUTC())) {
      for (String bundle : bundles) {
        long begun = System.nanoTime();
        if (keeper.add(Path.of(bundle)).added()) {
          times.add(System.nanoTime() - begun);
        }
      }
    }
    if (!times.isEmpty()) {
      Collections.sort(times);
      print("add a run", times);
    }
  }

  private void ask(String name) {
    List<RunRow> runs = store.runs(RunFilter.ALL);
    System.out.printf("%-32s %d%n", "runs", runs.size());
    time("list of all runs", () -> store.runs(RunFilter.ALL));
    Guideline guideline = installation.guidelines().find(name);
    RunRow busiest =
        runs.stream()
            .collect(Collectors.groupingBy(RunRow::cloud))
            .values()
            .stream()
            .max(Comparator.comparingInt(List::size))
            .orElseThrow()
            .get(0);
    time("history of " + busiest.cloud().name(), () -> history(busiest));
    time(
        "adoption of " + name,
        () ->
            new Adoption(
                    store,
                    installation.catalogue(),
                    guideline.requirements(guideline.targets().get(0)))
                .rows(Optional.empty()));
    // A day of its own, as verdicts that were given already are not given again.
    long begun = System.nanoTime();
    FieldChanges changes =
        new FieldChanges(
            guideline,
            new FieldScoring(
                    installation,
                    new Board(board.policy(), Optional.of(day()), board.approvals()),
                    store,
                    guideline,
                    guideline.targets().subList(0, 1))
                .score(Instant.now()));
    System.out.printf(
        "%-32s %.2f s, %d lines%n",
        "score all under " + name,
        (System.nanoTime() - begun) / 1e9,
        changes.csv().lines().count());
  }

  private String history(RunRow run) {
    return CloudHistories.of(
            store.cloud(
                run.cloud().authUrl(), Optional.of(run.cloud().region()), CloudRuns.Tests.TROUBLED))
        .text();
  }

  private static LocalDate day() {
    return LocalDate.of(2000, 1, 1).plusDays(System.currentTimeMillis() / 1000 % 100_000);
  }

  private static void time(String what, Supplier<?> call) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      call.get();
      times.add(System.nanoTime() - begun);
    }
    Collections.sort(times);
    print(what, times);
  }

  private static void print(String what, List<Long> sorted) {
    System.out.printf(
        "%-32s median %.1f ms, longest %.1f ms, of %d%n",
        what,
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() - 1) / 1e6,
        sorted.size());
  }
}
