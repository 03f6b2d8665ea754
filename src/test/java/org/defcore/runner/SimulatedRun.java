package org.defcore.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.capability.Offer;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.clouds.discovery.Wishes.Wish;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.kit.GuestAccess;
import org.defcore.kit.Leaks.Leak;
import org.defcore.result.FactNames;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/**
 * Runs of 2020.06, and of all tests beside it that the suite has, on a simulated cloud, each on one
 * of its own.
 *
 * @param dir a new folder a run is made in it
 */
public record SimulatedRun(Path dir) {

  private static final Catalogue CATALOGUE = OwnFiles.CATALOGUE;
  private static final SuiteIndex SUITE = SuiteIndex.read();
  private static final Guideline GUIDELINE = withAllTests();

  /** The rules for the passwords of the disposable user of a simulated cloud. */
  static final Offer OFFER =
      new Offer(
          Optional.empty(),
          Set.of(),
          Map.of(
              FactNames.PASSWORD_HISTORY, "3",
              FactNames.LOCKOUT_ATTEMPTS, "3",
              FactNames.LOCKOUT_SECONDS, "2"));

  /** The tag that hides stacks in a simulated cloud, which says nothing of it. */
  static final Wish HIDING_TAG = new Wish("data-processing-cluster", "--hiding-tag");

  /**
   * The result of the run.
   *
   * @param remains what is in the cloud after the run that was not there before
   */
  public record Ended(RunFolder folder, RunRecord record, List<Leak> leaks, List<String> remains) {}

  /** Runs the selected tests on a cloud that gets these defects when the first test begins. */
  public Ended run(Selection selection, List<String> defects) throws IOException {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual().withPassword("pa55-w0rd-of-demo").withGuests())) {
      return run(selection, cloud, () -> cloud.switchOn(defects));
    }
  }

  /**
   * Runs the selected tests on that cloud.
   *
   * @param atBegin done after login and discovery, before the first test
   */
  public Ended run(Selection selection, SimulatedCloud cloud, Runnable atBegin) throws IOException {
    RunFolder folder = RunFolder.reserve(Files.createTempDirectory(dir, "run").resolve("out"));
    RunOrder order = order(cloud, selection, 4);
    List<Leak> leaks = cloudRun().run(order, folder, new Silent(atBegin));
    return new Ended(folder, folder.record(), leaks, cloud.resources());
  }

  static CloudRun cloudRun() {
    return new CloudRun(new Planner(CATALOGUE, SUITE, OFFER), SUITE, "test", Clock.systemUTC());
  }

  /** A run on that cloud, by both of its users. */
  RunOrder order(SimulatedCloud cloud, Selection selection, int concurrency) throws IOException {
    Path here = Files.createTempDirectory(dir, "cloud");
    Path clouds = Files.writeString(here.resolve("clouds.yaml"), cloud.cloudsYaml());
    CloudConfigs configs =
        new CloudConfigs(
            Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", clouds.toString()), here, here));
    CloudConfig first = configs.load(Optional.of("simulated"));
    return RunOrder.of(
            RunOrder.Requirements.of("2020.06", GUIDELINE, GUIDELINE.targets().get(0), selection),
            first,
            configs.secondFor(first),
            RunOrder.Pace.of(concurrency, Duration.ofSeconds(2)))
        .withDisposable(configs.disposableFor(first))
        .withWishes(wishes())
        .withGuests(cloud.guestPort().map(it -> new GuestAccess("anybody", it)));
  }

  private static Wishes wishes() {
    Wishes none = Wishes.NONE;
    return new Wishes(
        none.images(),
        none.flavors(),
        none.network(),
        none.externalNetwork(),
        none.subnetRange(),
        none.volumeType(),
        none.zone(),
        none.zoneParent(),
        Optional.of(HIDING_TAG));
  }

  /** 2020.06, and beside its own capabilities one of all that the suite has. */
  private static Guideline withAllTests() {
    Guideline published = OwnFiles.GUIDELINES.find("2020.06");
    Map<String, Capability> capabilities = new LinkedHashMap<>(published.capabilities());
    List<GuidelineTest> all =
        SUITE.all().stream()
            .map(it -> CATALOGUE.entry(it.id()).orElseThrow())
            .map(
                it ->
                    new GuidelineTest(it.name(), Optional.of(it.id()), List.of(), Optional.empty()))
            .toList();
    capabilities.put(
        "suite",
        new Capability(
            "suite", "all that the suite has", "", false, List.of(), Optional.empty(), all));
    return new Guideline(
        published.id(),
        published.schema(),
        published.contentHash(),
        published.approval(),
        published.replaces(),
        published.releases(),
        published.targets(),
        published.components(),
        capabilities,
        published.annex(),
        published.oddities());
  }

  /** Tells nobody. */
  record Silent(Runnable atBegin) implements Progress {

    @Override
    public void begin(int tests) {
      atBegin.run();
    }

    @Override
    public void ended(TestResult result) {}

    @Override
    public void end() {}
  }

  /** Ids of all tests that the suite has. */
  public static List<String> implemented() {
    return SUITE.all().stream().map(it -> it.id().toString()).toList();
  }
}
