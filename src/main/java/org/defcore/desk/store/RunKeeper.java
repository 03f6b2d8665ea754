package org.defcore.desk.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.bundle.BundleRun;
import org.defcore.bundle.Tier;
import org.defcore.capability.Kind;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.Product;
import org.defcore.desk.Board;
import org.defcore.desk.Declared;
import org.defcore.desk.Installation;
import org.defcore.desk.TemporaryFolder;
import org.defcore.desk.bundle.BundleMaker;
import org.defcore.desk.bundle.BundledTerms;
import org.defcore.desk.bundle.BundledVerdicts;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;
import org.defcore.store.NewRun;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.defcore.store.StoredCloud;

/** Puts runs into a store and takes them out. */
public final class RunKeeper implements AutoCloseable {

  private final Installation installation;
  private final Board board;
  private final Path policy;
  private final Store store;
  private final Clock clock;
  private final BundledTerms terms = new BundledTerms();

  /**
   * @param board that judges runs which are no bundles yet
   * @param policy file with the policy of the board
   */
  public RunKeeper(Installation installation, Board board, Path policy, Store store, Clock clock) {
    this.installation = installation;
    this.board = board;
    this.policy = policy;
    this.store = store;
    this.clock = clock;
  }

  /**
   * A run that was added, or was there.
   *
   * @param added whether it is new
   */
  public record Kept(boolean added, RunRow run) {}

  /**
   * Adds the run in a bundle or in a folder, of which a bundle is made.
   *
   * @throws BundleException if the bundle is damaged, or has other verdicts than follow from it
   */
  public Kept add(Path place) {
    Path whole = installation.work().resolve(place);
    if (Files.isRegularFile(whole)) {
      return addBundle(whole, place);
    }
    RunFolder folder = RunFolder.of(whole);
    Optional<RunRow> there = unchanged(folder);
    if (there.isPresent()) {
      return new Kept(false, there.get());
    }
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      Path file = temporary.path().resolve("bundle.zip");
      new BundleMaker(installation, board, policy, clock)
          .create(
              folder,
              installation.guidelines().find(folder.plan().guideline()),
              Arrays.asList(Tier.values()),
              file);
      return addBundle(file, place);
    }
  }

  /** The stored run, if every file of the folder is in its bundle. */
  private Optional<RunRow> unchanged(RunFolder folder) {
    return store.find(folder.plan().runId()).filter(it -> isOf(folder, store.parts(it.bundle())));
  }

  private static boolean isOf(RunFolder folder, SortedMap<String, String> parts) {
    return folder.names().stream()
        .allMatch(
            name -> {
              String sum = folder.file(name).map(Bundle::sum).orElse("");
              return Arrays.stream(Tier.values())
                  .map(tier -> parts.get(tier.word() + "/run/" + name))
                  .anyMatch(sum::equals);
            });
  }

  /**
   * @param shown the place in messages
   */
  private Kept addBundle(Path file, Path shown) {
    try (BundleRun run = BundleRun.open(file)) {
      BundledVerdicts verdicts = BundledVerdicts.of(run, terms);
      if (!verdicts.areIn(run.bundle())) {
        throw new BundleException(
            "%s: %s: expected the verdicts that follow from the bundle but found others: see defcore verify"
                .formatted(shown, Bundle.VERDICTS));
      }
      RunRecord record = run.record();
      if (store
          .find(record.runId())
          .filter(it -> !it.bundle().equals(run.bundle().id()))
          .isPresent()) {
        throw new BundleException(
            "%s: run %s is in the store already, in another bundle: remove it first"
                .formatted(shown, record.runId()));
      }
      boolean added = store.add(run.bundle(), row(run, record, verdicts));
      return new Kept(added, store.run(record.runId()));
    }
  }

  private NewRun row(BundleRun run, RunRecord record, BundledVerdicts verdicts) {
    Declared declared = Declared.of(run);
    Optional<Product> product = declared.declaration().map(Declaration::product);
    StoredCloud cloud =
        new StoredCloud(
            product.map(Product::vendor).orElse(""),
            product.map(Product::name).orElse(""),
            record.cloud(),
            record.authUrl(),
            record.region());
    return new NewRun(
        record,
        cloud,
        verdicts.first().target().key(),
        declared.offer().kind().map(Kind::word).orElse(""),
        product.map(Product::version).orElse(""),
        product.map(Product::release).orElse(""),
        Optional.ofNullable(
            run.bundle().sums().get(Tier.PUBLIC.word() + "/run/" + RunSource.DECLARATION)),
        verdicts.matrix().verdicts(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Opens a stored run, which lies in a temporary file until it is closed. */
  public static RunSource open(Store store, RunRow run) {
    TemporaryFolder temporary = TemporaryFolder.make();
    Path file = temporary.path().resolve(run.name() + ".zip");
    store.export(run.bundle(), file);
    return BundleRun.open(file).closing(temporary::close);
  }

  /** Makes the rows of all bundles that are there as files; returns how many. */
  public int rebuild() {
    List<String> bundles = store.bundles();
    for (String bundle : bundles) {
      try (TemporaryFolder temporary = TemporaryFolder.make()) {
        Path file = temporary.path().resolve("bundle.zip");
        store.export(bundle, file);
        addBundle(file, file);
      }
    }
    return bundles.size();
  }

  @Override
  public void close() {
    terms.close();
  }
}
