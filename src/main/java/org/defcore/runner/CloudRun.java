package org.defcore.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.Credentials;
import org.defcore.clouds.Discovery;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.http.Har;
import org.defcore.kit.Evidence;
import org.defcore.kit.GuestAccess;
import org.defcore.kit.Leaks.Leak;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.kit.TestBed;
import org.defcore.result.Deviation;
import org.defcore.result.Fact;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.junit.platform.engine.CancellationToken;

/**
 * One run: logs in, looks around, plans, launches the tests, and writes down what they establish.
 */
public final class CloudRun {

  /**
   * What to run, on what.
   *
   * @param guidelineName how the user named the guideline: an id or a file
   * @param second the second project's user
   * @param guests absent if nobody can log in to them
   * @param concurrency tests at a time
   * @param patience longest wait for a state of the cloud
   */
  public record Order(
      String guidelineName,
      Guideline guideline,
      Target target,
      Selection selection,
      CloudConfig cloud,
      Optional<CloudConfig> second,
      Optional<GuestAccess> guests,
      int concurrency,
      Duration patience) {}

  private final Planner planner;
  private final SuiteIndex suite;
  private final String harness;
  private final Clock clock;
  private final CancellationToken cancellation = CancellationToken.create();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param harness version of this program
   */
  public CloudRun(Planner planner, SuiteIndex suite, String harness, Clock clock) {
    this.planner = planner;
    this.suite = suite;
    this.harness = harness;
    this.clock = clock;
  }

  /** Ends the run early, from another thread: no further test begins, waiting tests give up. */
  public void cancel() {
    cancelled.set(true);
    cancellation.cancel();
  }

  /** Says what would become of each test on that cloud; creates nothing in it. */
  public List<PlannedTest> plan(Order order) {
    Set<String> services = services(order);
    try (CloudAccess access = CloudAccess.login(order.cloud(), order.second())) {
      return plan(order, access, observe(services, access));
    }
  }

  /**
   * Runs.
   *
   * @param folder where everything is kept, outcome by outcome
   * @return what could not be removed from the cloud again
   */
  public List<Leak> run(Order order, RunFolder folder, Progress progress) {
    Set<String> services = services(order);
    try (CloudAccess access = CloudAccess.login(order.cloud(), order.second());
        Ledger ledger = Ledger.open(folder.ledger())) {
      List<Fact> facts = observe(services, access);
      Plan plan = plan(order, access, facts, clock.instant());
      folder.begin(plan, facts);
      Har.write(folder.evidence("discovery"), access.recording().exchanges());
      Wording wording = new Wording(access.secrets());
      Map<String, Evidence> evidence = new ConcurrentHashMap<>();
      TestBed bed =
          new TestBed(
              new TestBed.Settings(
                  plan.runId(),
                  new Poll(order.patience(), cancelled::get, Poll.Time.SYSTEM),
                  cancelled,
                  order.guests()),
              access.sessions(),
              facts,
              ledger,
              it -> {
                evidence.put(it.id(), it);
                Har.write(folder.evidence(it.id()), it.exchanges());
              });
      try (bed) {
        List<ImplementedTest> tests = toRun(plan);
        progress.begin(tests.size());
        Watcher watcher = new Watcher(folder, progress, evidence, new Judgement(wording));
        new SuiteRunner(order.concurrency(), clock).run(tests, bed, watcher, cancellation);
      }
      progress.end();
      if (!cancelled.get()) {
        folder.finish(clock.instant());
      }
      return bed.leaks().all().stream()
          .map(it -> new Leak(it.entry(), wording.line(it.why())))
          .toList();
    }
  }

  private List<ImplementedTest> toRun(Plan plan) {
    return plan.tests().stream()
        .filter(PlannedTest::toRun)
        .map(PlannedTest::id)
        .flatMap(it -> suite.find(it).stream())
        .toList();
  }

  /** What the selected tests need; asked before the cloud is, as a selection may take nothing. */
  private Set<String> services(Order order) {
    List<PlannedTest> tests =
        planner.plan(order.guideline(), order.selection(), Optional.empty()).stream()
            .filter(PlannedTest::toRun)
            .toList();
    return planner.services(tests);
  }

  private static List<Fact> observe(Set<String> services, CloudAccess access) {
    return Discovery.observe(access.member(), services, access.recording());
  }

  private List<PlannedTest> plan(Order order, CloudAccess access, List<Fact> facts) {
    return planner.plan(
        order.guideline(), order.selection(), Optional.of(preconditions(order, access, facts)));
  }

  private Plan plan(Order order, CloudAccess access, List<Fact> facts, Instant now) {
    String stamp = now.toString().replaceAll("[-:]|\\..*|Z$", "").replace('T', '-');
    String random = UUID.randomUUID().toString().substring(0, 6);
    return new Plan(
        "defcore-" + stamp + "-" + random,
        harness,
        order.guidelineName(),
        order.guideline().contentHash(),
        order.target().key(),
        order.cloud().name(),
        order.second().map(CloudConfig::name),
        order.cloud().authUrl().toString(),
        order.cloud().region().orElse(""),
        access.simulated(),
        order.selection().toString(),
        now,
        deviations(order),
        plan(order, access, facts));
  }

  /** Of both logins, each once, as tests go through either; and of the way into guests. */
  private static List<Deviation> deviations(Order order) {
    Stream<Deviation> logins =
        Stream.concat(Stream.of(order.cloud()), order.second().stream())
            .flatMap(it -> it.deviations().stream())
            .distinct();
    return Stream.concat(logins, order.guests().stream().map(GuestAccess::deviation)).toList();
  }

  private static Preconditions preconditions(Order order, CloudAccess access, List<Fact> facts) {
    return new Preconditions(
        facts.stream().collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> a)),
        List.of(
                "identity",
                "compute",
                "image",
                "network",
                "volume",
                "object-store",
                "dns",
                "orchestration")
            .stream()
            .filter(it -> access.member().catalogue().endpoint(it).isPresent())
            .collect(Collectors.toSet()),
        order.cloud().credentials().method() == Credentials.Method.PASSWORD,
        order.second().isPresent(),
        order.guests().isPresent());
  }

  private record Watcher(
      RunFolder folder, Progress progress, Map<String, Evidence> evidence, Judgement judgement)
      implements SuiteRunner.RunWatcher {

    @Override
    public void started(ImplementedTest test) {}

    @Override
    public void ended(
        ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure) {
      String id = test.id().toString();
      Evidence seen = evidence.getOrDefault(id, new Evidence(id, List.of(), 0));
      TestResult result = judgement.judge(test, started, took, failure, seen);
      folder.append(result);
      evidence.remove(id);
      progress.ended(result);
    }
  }
}
