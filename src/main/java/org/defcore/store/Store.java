package org.defcore.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.defcore.bundle.Bundle;
import org.defcore.result.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Runs of many clouds, for questions over them, and their bundles. May be used by many threads; by
 * many processes if it is in PostgreSQL.
 */
public final class Store implements AutoCloseable {

  /** Key of the lock of PostgreSQL that keeps a removal away from additions. */
  private static final long FILES = 0x646566636f7265L;

  private final StorePlace place;
  private final StoreLock lock;
  private final Database database;
  private final PartFiles files;
  private final RunWriter writer;
  private final RunQueries queries;
  private final CloudQueries clouds;
  private final ReadWriteLock threads = new ReentrantReadWriteLock();

  private Store(StorePlace place, StoreLock lock, Database database) {
    this.place = place;
    this.lock = lock;
    this.database = database;
    this.files = new PartFiles(place.files());
    this.writer = new RunWriter(database.jdbi());
    this.queries = new RunQueries(database.jdbi());
    this.clouds = new CloudQueries(database.jdbi());
  }

  /**
   * Opens a store, and makes it if it is not there.
   *
   * @throws StoreException if it cannot be reached, another process is using its H2 file, or a
   *     newer version has written it
   */
  public static Store open(StorePlace place) {
    StoreLock lock = StoreLock.take(place);
    try {
      Store store = new Store(place, lock, Database.open(place));
      store.files.tidy();
      return store;
    } catch (StoreException e) {
      lock.close();
      throw e;
    }
  }

  Database database() {
    return database;
  }

  public StorePlace place() {
    return place;
  }

  /**
   * Adds a run and its bundle. Of a bundle that is there already, tiers and signatures are kept
   * that it did not have.
   *
   * @return false if the run was there
   * @throws StoreException if the run is there in another bundle
   */
  public boolean add(Bundle bundle, NewRun run) {
    RunWriter.Numbers numbers = writer.numbers(run);
    return alone(
        threads.readLock()::lock,
        threads.readLock()::unlock,
        handle -> {
          guard(handle, "pg_advisory_xact_lock_shared");
          boolean added = RunWriter.insert(handle, bundle.id(), run, numbers);
          if (!added) {
            refuseOther(bundle.id(), run.record().runId());
          }
          files.keep(bundle);
          return added;
        });
  }

  private void refuseOther(String bundle, String run) {
    if (find(run).filter(it -> it.bundle().equals(bundle)).isEmpty()) {
      throw new StoreException(
          "%s: run %s has been added meanwhile, in another bundle".formatted(place, run));
    }
  }

  /** Removes runs and their bundles. */
  public void remove(Collection<RunRow> runs) {
    List<String> bundles = runs.stream().map(RunRow::bundle).toList();
    alone(
        threads.writeLock()::lock,
        threads.writeLock()::unlock,
        handle -> {
          guard(handle, "pg_advisory_xact_lock");
          bundles.forEach(it -> handle.execute("delete from run where bundle = ?", it));
          files.remove(bundles);
          return bundles.size();
        });
  }

  private interface Work<T> {
    T with(Handle handle);
  }

  private <T> T alone(Runnable before, Runnable after, Work<T> work) {
    before.run();
    try {
      return database.jdbi().inTransaction(work::with);
    } finally {
      after.run();
    }
  }

  private void guard(Handle handle, String function) {
    if (database.isPostgresql()) {
      handle.createQuery("select " + function + "(?)").bind(0, FILES).mapToMap().list();
    }
  }

  /** The runs that fit, by cloud and time. */
  public List<RunRow> runs(RunFilter filter) {
    return queries.runs(filter);
  }

  /**
   * One run.
   *
   * @param name its id, or at least eight characters of the hash of its bundle
   * @throws StoreException if there is none, or more than one
   */
  public RunRow run(String name) {
    List<RunRow> found = queries.named(name);
    if (found.size() != 1) {
      throw new StoreException(
          "%s: expected one run called \"%s\" but found %s: see defcore store list"
              .formatted(place, name, found.isEmpty() ? "none" : found.size()));
    }
    return found.get(0);
  }

  /** The run of that id. */
  public Optional<RunRow> find(String runId) {
    return queries.named(runId).stream().filter(it -> it.name().equals(runId)).findFirst();
  }

  /** The verdicts of a run, one a target of the guideline that it was planned with. */
  public List<StoredVerdict> verdicts(RunRow run) {
    return queries.verdicts(run);
  }

  /** The number of tests of a run by outcome. */
  public Map<Outcome, Integer> outcomes(RunRow run) {
    return queries.outcomes(run);
  }

  /**
   * All runs of one cloud.
   *
   * @param name of the cloud, of the product, or of the identity endpoint
   * @throws StoreException if there is none, or more than one
   */
  public CloudRuns cloud(String name, Optional<String> region, CloudRuns.Tests tests) {
    List<CloudQueries.Known> found =
        clouds.clouds(name).stream()
            .filter(it -> region.map(it.cloud().region()::equals).orElse(true))
            .toList();
    List<StoredCloud> others =
        found.stream()
            .map(CloudQueries.Known::cloud)
            .filter(it -> !found.stream().allMatch(each -> each.cloud().agrees(it)))
            .toList();
    if (found.isEmpty() || !others.isEmpty()) {
      throw new StoreException(
          "%s: expected one cloud called \"%s\" but found %s: see defcore store list"
              .formatted(
                  place,
                  name,
                  others.isEmpty()
                      ? "none"
                      : others.stream().map(StoredCloud::words).collect(Collectors.joining("; "))));
    }
    return clouds.runs(found, tests);
  }

  /** The newest whole run of each cloud, or else its newest run; none of simulated clouds. */
  public List<RunRow> newest() {
    return clouds.newest();
  }

  /** Gives each outcome of these runs, one at a time. */
  public void outcomes(List<RunRow> runs, Consumer<RunOutcome> each) {
    clouds.outcomes(runs, each);
  }

  /**
   * Begins to score all runs under another guideline, or goes on with it.
   *
   * @param identity hash of all that the verdicts depend on besides the runs
   * @param guideline its id
   */
  public Rescoring rescore(String identity, String guideline, Instant now) {
    return Rescoring.begin(database.jdbi(), identity, guideline, now);
  }

  /**
   * A part of a bundle, whole.
   *
   * @param sum its SHA-256
   */
  public byte[] part(String sum) {
    return files.content(sum);
  }

  /** The ids of the bundles that are there as files. */
  public List<String> bundles() {
    return files.bundles();
  }

  /** The sum of each part of a bundle by name. */
  public SortedMap<String, String> parts(String bundle) {
    return files.parts(bundle);
  }

  /**
   * Writes a bundle to a new file, byte by byte as it was added.
   *
   * @throws org.defcore.bundle.BundleException if a part is damaged
   */
  public void export(String bundle, Path file) {
    Bundle.write(files.sources(bundle), file);
  }

  @Override
  public void close() {
    database.close();
    lock.close();
  }
}
