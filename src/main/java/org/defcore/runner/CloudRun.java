package org.defcore.runner;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.discovery.Discovery;
import org.defcore.contract.Endpoints;
import org.defcore.contract.Watch;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.Evidence;
import org.defcore.kit.Leaks.Leak;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.kit.TestBed;
import org.defcore.kit.room.Room;
import org.defcore.result.Fact;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunFolder;
import org.defcore.result.RunUser;
import org.defcore.result.TestResult;
import org.defcore.service.Service;
import org.junit.platform.engine.CancellationToken;

/**
 * One run: logs in, looks around, plans, launches the tests, and writes down what they establish.
 */
public final class CloudRun {

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
  public List<PlannedTest> plan(RunOrder order) {
    Set<Service> services = services(order);
    try (CloudAccess access = CloudAccess.login(order)) {
      return plan(order, access, observe(order, services, access));
    }
  }

  /** Says what the selected tests need and whether that cloud has it; creates nothing in it. */
  public List<NeedLine> needs(RunOrder order) {
    Set<Service> services = services(order);
    try (CloudAccess access = CloudAccess.login(order)) {
      Optional<Preconditions> offered =
          Optional.of(Preconditions.of(order, access, observe(order, services, access)));
      return planner.needs(plan(order, offered), offered);
    }
  }

  /** A cloud after login and discovery, and the time that passes while tests wait for it. */
  record Explored(CloudAccess access, List<Fact> facts, Poll.Time time) {}

  /**
   * Runs.
   *
   * @param folder where everything is kept, outcome by outcome
   * @return what could not be removed from the cloud again
   */
  public List<Leak> run(RunOrder order, RunFolder folder, Progress progress) {
    Set<Service> services = services(order);
    try (CloudAccess access = CloudAccess.login(order)) {
      List<Fact> facts = observe(order, services, access);
      return run(order, new Explored(access, facts, Poll.Time.SYSTEM), folder, progress);
    }
  }

  /** Runs on a cloud that may have had other runs before, and may have more after it. */
  List<Leak> run(RunOrder order, Explored cloud, RunFolder folder, Progress progress) {
    Plan plan = plan(order, cloud.access(), cloud.facts(), clock.instant());
    folder.begin(plan, cloud.facts());
    return run(order, cloud, new Course(folder, plan, plan.runId(), List.of()), progress);
  }

  /**
   * Goes on with a run that stopped, after clean-up of what it left.
   *
   * @return lines about what may still be in the cloud
   * @throws org.defcore.result.RunException if it would be another run
   */
  public List<String> resume(RunOrder ordered, StoppedRun stopped, Progress progress) {
    RunOrder order = ordered.withSelection(stopped.selection());
    stopped.check(order, harness);
    Set<Service> services = services(order);
    try (CloudAccess access = CloudAccess.login(order)) {
      stopped.check(order, access);
      LedgerCleaner cleaner = new LedgerCleaner();
      LedgerCleaner.Report cleaned =
          cleaner.clean(stopped.folder(), stopped.plan(), Optional.of(access));
      cleaned.removed().forEach(it -> progress.say("removed " + it));
      cleaned.left().forEach(progress::say);
      List<Fact> facts = observe(order, services, access);
      stopped.check(plan(order, access, facts));
      Plan plan = stopped.resumed(clock.instant());
      stopped.folder().reopen(plan, facts, stopped.number());
      // Names of its own: what the dead run asked for may still come.
      String names = plan.runId() + "-r" + stopped.number();
      run(
          order,
          new Explored(access, facts, Poll.Time.SYSTEM),
          new Course(stopped.folder(), plan, names, stopped.ended()),
          progress);
      return cleaner.clean(stopped.folder(), plan, Optional.of(access)).left();
    }
  }

  /**
   * A run under way.
   *
   * @param names beginning of the names of all that it creates
   * @param ended the tests that have come to an end before
   */
  private record Course(RunFolder folder, Plan plan, String names, List<TestResult> ended) {}

  private List<Leak> run(RunOrder order, Explored cloud, Course course, Progress progress) {
    CloudAccess access = cloud.access();
    RunFolder folder = course.folder();
    Ledger ledger = new Ledger(folder.ledger(), clock);
    access.sessions().values().stream()
        .flatMap(it -> SecretWarnings.of(it, cloud.facts()).stream())
        .forEach(progress::say);
    MessageText text = new MessageText(access.secrets());
    Backlog backlog = new Backlog(cloud.time(), cancelled::get, progress::say);
    Watch watch = watch(access);
    Journal journal =
        new Journal(
            new Journal.Output(folder, progress, backlog, this::cancel),
            new OutcomeRule(text, order.extras()),
            watch,
            course.plan().tests());
    journal.goOn(course.ended());
    // Again at the end, as logins may follow.
    journal.keep(discovery(access));
    TestBed bed =
        new TestBed(
            new TestBed.Settings(
                course.names(),
                new Poll(order.pace().patience(), cancelled::get, cloud.time()),
                cancelled,
                order.guests(),
                order.extras(),
                room(order, cloud, course.plan()),
                access.disposable(ledger)),
            access.sessions(),
            cloud.facts(),
            ledger,
            journal::keep);
    try (SuiteRunner runner = new SuiteRunner(order.pace().concurrency(), clock, bed)) {
      List<ImplementedTest> tests = toRun(course.plan(), order.pace().shuffle());
      List<ImplementedTest> first = journal.toRun(tests);
      progress.begin(first.size());
      runner.run(first, journal, cancellation);
      for (int retry = 1; retry <= order.pace().retries() && !cancelled.get(); retry++) {
        List<ImplementedTest> again = journal.toRetry(tests, retry);
        if (!again.isEmpty()) {
          bed.forgetFailures();
          progress.again(again.size(), retry + 1);
          runner.run(again, journal, cancellation);
        }
      }
    }
    bed.lookAgain();
    journal.keep(discovery(access));
    List<Fact> shown =
        Stream.concat(text.facts(bed.observed()).stream(), journal.notices().stream()).toList();
    backlog.write(() -> folder.observe(shown));
    backlog.write(() -> folder.keepRemarks(watch.remarks()));
    if (!cancelled.get()) {
      Instant end = clock.instant();
      backlog.write(() -> folder.finish(end));
    }
    backlog.settle();
    progress.end();
    return bed.leaks().all().stream().map(it -> new Leak(it.entry(), text.line(it.why()))).toList();
  }

  private static Watch watch(CloudAccess access) {
    Map<Service, URI> addresses = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      access
          .member()
          .catalogue()
          .endpoint(service.word())
          .ifPresent(it -> addresses.put(service, it));
    }
    Set<String> projects =
        access.users().stream().map(RunUser::projectId).collect(Collectors.toSet());
    Set<String> users = access.users().stream().map(RunUser::userId).collect(Collectors.toSet());
    return new Watch(
        new Endpoints(addresses, access.member().catalogue().hosts()), projects, users);
  }

  /** Room for the volumes of tests, beside those of shared fixtures. */
  private Room room(RunOrder order, Explored cloud, Plan plan) {
    VolumeQuota quota = Preconditions.of(order, cloud.access(), cloud.facts()).volumeQuota();
    return planner.room(plan.tests(), quota.bootVolume(), PlannedTest::toRun).room(quota.left());
  }

  private static Evidence discovery(CloudAccess access) {
    return new Evidence(RepeatedRequests.DISCOVERY, access.recording().exchanges(), 0);
  }

  private List<ImplementedTest> toRun(Plan plan, OptionalLong shuffle) {
    return StartOrder.of(
        plan.tests().stream()
            .filter(PlannedTest::toRun)
            .sorted(Comparator.comparing(PlannedTest::name))
            .map(PlannedTest::id)
            .flatMap(it -> suite.find(it).stream())
            .toList(),
        shuffle);
  }

  /**
   * The services whose facts the selected tests need. Determined before any request, since a
   * selection may be empty.
   */
  private Set<Service> services(RunOrder order) {
    List<PlannedTest> plan = plan(order, Optional.empty());
    Stream<String> needed =
        planner.needs(plan, Optional.empty()).stream()
            .flatMap(it -> Preconditions.service(it.need()).stream());
    return Stream.concat(plan.stream().filter(PlannedTest::toRun).map(PlannedTest::service), needed)
        .flatMap(it -> Service.named(it).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Fact> observe(RunOrder order, Set<Service> services, CloudAccess access) {
    List<Fact> seen =
        Discovery.observe(access.member(), services, order.wishes(), access.recording());
    return Stream.concat(seen.stream(), Preconditions.declared(planner.offer()).stream()).toList();
  }

  private List<PlannedTest> plan(RunOrder order, CloudAccess access, List<Fact> facts) {
    return plan(order, Optional.of(Preconditions.of(order, access, facts)));
  }

  private List<PlannedTest> plan(RunOrder order, Optional<Preconditions> preconditions) {
    RunOrder.Requirements requirements = order.requirements();
    return planner.plan(requirements.guidelines(), requirements.selection(), preconditions);
  }

  private Plan plan(RunOrder order, CloudAccess access, List<Fact> facts, Instant now) {
    String stamp = now.toString().replaceAll("[-:]|\\..*|Z$", "").replace('T', '-');
    String random = UUID.randomUUID().toString().substring(0, 6);
    RunOrder.Requirements requirements = order.requirements();
    Secrets secrets = access.secrets();
    return new Plan(
        Plan.RUN_PREFIX + stamp + "-" + random,
        harness,
        requirements.named(),
        requirements.guideline().contentHash(),
        requirements.target().key(),
        order.cloud().name(),
        order.second().map(CloudConfig::name),
        order.disposable().map(CloudConfig::name),
        secrets.redact(order.cloud().authUrl().toString()),
        secrets.redact(access.member().catalogue().region()),
        access.users(),
        access.simulated(),
        secrets.redact(requirements.selection().toString()),
        now,
        Deviations.of(
            order, planner.exclusions(requirements.guidelines(), requirements.selection()), access),
        plan(order, access, facts));
  }
}
