package org.defcore.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.jdbi.v3.core.Handle;

/** Rows of small runs, without bundles, and of three tests at most. */
public final class SmallRuns {

  private static final String FACTS =
      "{\"deviations\":[],\"remarks\":[],\"manifest\":null,\"problems\":[]}";

  private final Handle handle;
  private final List<StoredCloud> clouds = new ArrayList<>();
  private int runs;

  private SmallRuns(Handle handle) {
    this.handle = handle;
  }

  /** The runs that are added to a store. */
  public interface Adding {
    void to(SmallRuns runs);
  }

  /** Adds runs to a new store. */
  public static void in(Store store, Adding adding) {
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("insert into guideline (name, hash) values ('2022.11', 'sha256:1')");
              for (int test = 1; test <= 3; test++) {
                handle.execute(
                    "insert into test (uuid, name) values (?, ?)", id(test).value(), "test" + test);
              }
              adding.to(new SmallRuns(handle));
            });
  }

  /** The id of a test, from 1. */
  public static TestId id(int test) {
    return TestId.of("00000000-0000-4000-8000-00000000000" + test);
  }

  /** The limits of a run. */
  public enum Limit {
    NONE,
    PARTIAL,
    UNFINISHED,
    SIMULATED
  }

  /** Adds a run named by cloud and day. */
  public SmallRuns add(StoredCloud cloud, String day, String release, Outcome... outcomes) {
    return add(Limit.NONE, cloud, day, release, outcomes);
  }

  /** Adds a run with a limit. */
  public SmallRuns add(
      Limit limit, StoredCloud cloud, String day, String release, Outcome... outcomes) {
    Instant started = Instant.parse(day + "T12:00:00Z");
    int run = ++runs;
    handle.execute(
        "insert into run (bundle, name, cloud, guideline, target, kind, version, openstack,"
            + " harness, simulated, partial, started, finished, added, facts)"
            + " values (?, ?, ?, 1, 'platform', ?, ?, '', '', ?, ?, ?, ?, ?, ?)",
        "hash" + run,
        cloud.name() + " " + day,
        number(cloud),
        cloud.vendor().equals("Zonewright") ? "zone" : "virtual-machine",
        release,
        limit == Limit.SIMULATED,
        limit == Limit.PARTIAL ? "--test x" : "",
        started.atOffset(ZoneOffset.UTC),
        limit == Limit.UNFINISHED ? null : started.atOffset(ZoneOffset.UTC),
        started.atOffset(ZoneOffset.UTC),
        FACTS);
    outcomes(
        handle,
        run,
        IntStream.rangeClosed(1, outcomes.length).boxed().toList(),
        Stream.of(outcomes).map(OutcomeNumbers::of).toList());
    handle.execute(
        "insert into verdict values (?, 'platform', 'conformant', 'conformant', 'conformant',"
            + " false)",
        run);
    return this;
  }

  /** Inserts outcomes of a run, by the numbers of their tests. */
  static void outcomes(Handle handle, int run, List<Integer> tests, List<Integer> outcomes) {
    List<Integer> nothing = Collections.nCopies(tests.size(), 0);
    handle.execute(
        Stream.of(tests, outcomes, nothing, nothing, nothing, nothing)
            .map("cast(array%s as integer array)"::formatted)
            .collect(Collectors.joining(", ", "insert into outcomes values (" + run + ", ", ")")));
  }

  private int number(StoredCloud cloud) {
    if (!clouds.contains(cloud)) {
      clouds.add(cloud);
      handle.execute(
          "insert into cloud (identity, vendor, product, name, auth_url, region)"
              + " values (?, ?, ?, ?, ?, ?)",
          cloud.identity(),
          cloud.vendor(),
          cloud.product(),
          cloud.name(),
          cloud.authUrl(),
          cloud.region());
    }
    return clouds.indexOf(cloud) + 1;
  }
}
