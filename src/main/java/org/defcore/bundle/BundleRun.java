package org.defcore.bundle;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;
import org.jspecify.annotations.Nullable;

/** The run in a bundle. Without the reviewer tier it has no reasons of outcomes and no evidence. */
public final class BundleRun implements RunSource {

  private final Bundle bundle;
  private final FileSystem zip;
  private final RunFolder run;
  private final Runnable afterwards;
  private @Nullable RunRecord whole;

  private BundleRun(Bundle bundle, FileSystem zip, RunFolder run, Runnable afterwards) {
    this.bundle = bundle;
    this.zip = zip;
    this.run = run;
    this.afterwards = afterwards;
  }

  /** The same, with something more to do when it is closed. */
  public BundleRun closing(Runnable work) {
    return new BundleRun(bundle, zip, run, work);
  }

  /**
   * Opens the run with every tier that is there.
   *
   * @throws BundleException if a part does not match the sums
   */
  public static BundleRun open(Path file) {
    return open(file, List.of(Tier.REVIEWER, Tier.PRIVATE, Tier.PUBLIC));
  }

  /** Opens the run as those tiers have it: of an earlier one the files count. */
  public static BundleRun open(Path file, List<Tier> tiers) {
    return open(Bundle.open(file), tiers);
  }

  /**
   * Opens the run of a bundle.
   *
   * @param bundle without problems
   */
  public static BundleRun open(Bundle bundle, List<Tier> tiers) {
    Path file = bundle.file();
    Set<String> without = Set.copyOf(bundle.facts().run().withoutEvidence());
    List<Tier> there = tiers.stream().filter(bundle.tiers()::contains).toList();
    try {
      FileSystem zip = FileSystems.newFileSystem(file, Map.of());
      List<Path> folders =
          there.stream()
              .map(it -> zip.getPath("/", it.word(), "run"))
              .filter(BundleRun::isThere)
              .toList();
      boolean withheld = !there.contains(Tier.REVIEWER);
      return new BundleRun(
          bundle,
          zip,
          RunFolder.over(folders, it -> withheld && without.stream().noneMatch(it::contains)),
          () -> {});
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isThere(Path folder) {
    return Files.isDirectory(folder);
  }

  public Bundle bundle() {
    return bundle;
  }

  /** The folder with guidelines, policy and catalogue, laid out as the program's own. */
  public Path terms() {
    return zip.getPath("/", Tier.PUBLIC.word());
  }

  @Override
  public Plan plan() {
    return run.plan();
  }

  @Override
  public RunRecord record() {
    return whole().knownAs(bundle.facts().run().integrity());
  }

  /** The record with what the manifest of the run says, which needs all tiers. */
  public synchronized RunRecord whole() {
    if (whole == null) {
      whole = run.record();
    }
    return whole;
  }

  @Override
  public List<Exchange> evidence(TestId test) {
    return run.evidence(test);
  }

  @Override
  public List<Exchange> evidence(TestId test, int attempt) {
    return run.evidence(test, attempt);
  }

  @Override
  public Optional<byte[]> file(String name) {
    return run.file(name);
  }

  @Override
  public String nameOf(String file) {
    return bundle.file() + ": " + file;
  }

  @Override
  public void close() {
    try {
      zip.close();
      afterwards.run();
    } catch (IOException e) {
      throw new BundleException(bundle.file() + ": cannot be read: " + e.getMessage());
    }
  }
}
