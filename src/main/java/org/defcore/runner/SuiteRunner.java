package org.defcore.runner;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.kit.TestBed;
import org.defcore.kit.reason.ShownValue;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Launches tests of the suite on the JUnit Platform against one cloud, as often as it is asked to;
 * closing it closes the test bed.
 */
public final class SuiteRunner implements AutoCloseable {

  // What else is on the class path has no part in a run, nor needs looking for.
  private static final LauncherConfig CONFIG =
      LauncherConfig.builder()
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .build();

  private final int concurrency;
  private final Clock clock;
  private final LauncherSession session = LauncherFactory.openSession(CONFIG);

  /**
   * @param concurrency tests at a time, at least 1
   * @param bed what all launches share
   */
  public SuiteRunner(int concurrency, Clock clock, TestBed bed) {
    this.concurrency = concurrency;
    this.clock = clock;
    ShownValue.useInAssertions();
    // The session closes what is in its store.
    session.getStore().put(Namespace.create(TestBed.KEY), TestBed.class, bed);
  }

  /**
   * Runs the tests and tells the watcher of each as it starts and ends, from many threads. They
   * start in the order of the list, except that a class which has begun goes on before the next.
   *
   * @param cancellation ends the run early: tests not yet begun are not told of at all
   */
  public void run(List<ImplementedTest> tests, RunWatcher watcher, CancellationToken cancellation) {
    if (tests.isEmpty()) {
      return;
    }
    LauncherExecutionRequest request =
        LauncherExecutionRequestBuilder.request(discovery(tests))
            .listeners(new Listener(tests, watcher, clock))
            .cancellationToken(cancellation)
            .build();
    session.getLauncher().execute(request);
  }

  @Override
  public void close() {
    session.close();
  }

  private LauncherDiscoveryRequest discovery(List<ImplementedTest> tests) {
    // Without an orderer JUnit keeps the order of the selectors, and its worker pool starts tests
    // in that order. The fork-join pool may start a second test on the thread of one that waits;
    // this one may not.
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            tests.stream()
                .map(ImplementedTest::method)
                .map(it -> selectMethod(it.getDeclaringClass(), it))
                .toList())
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            Integer.toString(concurrency))
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
        .build();
  }

  private static final class Listener implements TestExecutionListener {

    private final Map<Method, ImplementedTest> tests = new ConcurrentHashMap<>();
    private final Map<ImplementedTest, Instant> started = new ConcurrentHashMap<>();
    private final RunWatcher watcher;
    private final Clock clock;

    Listener(List<ImplementedTest> tests, RunWatcher watcher, Clock clock) {
      tests.forEach(it -> this.tests.put(it.method(), it));
      this.watcher = watcher;
      this.clock = clock;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
      test(identifier)
          .ifPresent(
              it -> {
                watcher.started(it);
                started.put(it, clock.instant());
              });
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult execution) {
      test(identifier)
          .ifPresent(
              it -> {
                Instant begun = started.getOrDefault(it, clock.instant());
                Duration took = Duration.between(begun, clock.instant());
                watcher.ended(it, begun, took, execution.getThrowable());
              });
    }

    private Optional<ImplementedTest> test(TestIdentifier identifier) {
      return identifier
          .getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(MethodSource::getJavaMethod)
          .flatMap(it -> Optional.ofNullable(tests.get(it)));
    }
  }

  /** Told what becomes of the tests of a run. */
  public interface RunWatcher {

    /** Called when a test is to begin, which it does on return. */
    default void started(ImplementedTest test) {}

    /**
     * Called when a test and its clean-up are over.
     *
     * @param failure what the test threw; empty if it passed
     */
    void ended(ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure);
  }
}
