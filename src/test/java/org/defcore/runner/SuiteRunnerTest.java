package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;

@Timeout(60)
class SuiteRunnerTest {

  private static final Collection<ImplementedTest> SMALL =
      SuiteIndex.read("org.defcore.runner.small").all();

  @TempDir Path dir;

  private final CancellationToken token = CancellationToken.create();

  /** Counts how many tests are under way at a time. */
  private static class Counter implements SuiteRunner.RunWatcher {

    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final Queue<String> ended = new ConcurrentLinkedQueue<>();
    final Queue<String> threads = new ConcurrentLinkedQueue<>();

    @Override
    public void started(ImplementedTest test) {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      threads.add(Thread.currentThread().getName());
    }

    @Override
    public void ended(
        ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure) {
      underWay.decrementAndGet();
      ended.add(test.claim() + failure.map(it -> ": " + it.getMessage()).orElse(""));
    }
  }

  private void run(int concurrency, SuiteRunner.RunWatcher watcher) {
    try (SuiteRunner runner = runner(concurrency, Clock.systemUTC())) {
      runner.run(List.copyOf(SMALL), watcher, token);
    }
  }

  private SuiteRunner runner(int concurrency, Clock clock) {
    return new SuiteRunner(concurrency, clock, Chores.bed(dir));
  }

  @Test
  void runsAsManyTestsAtATimeAsItWasToldAndNoMore() {
    Counter two = new Counter();

    run(2, two);

    assertThat(two.ended)
        .as("each waits for another one that runs at the same time")
        .containsExactlyInAnyOrder("One", "Two", "Three", "Four");
    assertThat(two.most).hasValue(2);
  }

  @Test
  void waitingTestLendsItsThreadToNoOther() {
    Counter three = new Counter();

    run(3, three);

    assertThat(three.ended).hasSize(4);
    assertThat(three.most).hasValueLessThanOrEqualTo(3);
    assertThat(three.threads)
        .as("threads of the worker pool, not of a fork-join pool")
        .allMatch(it -> it.startsWith("junit-") && !it.contains("ForkJoin"));
  }

  @Test
  void testsThatHadNotBegunWhenTheRunWasCancelledAreNotToldOf() {
    Counter watcher =
        new Counter() {
          @Override
          public void ended(
              ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure) {
            token.cancel();
            super.ended(test, started, took, failure);
          }
        };

    run(2, watcher);

    assertThat(watcher.ended).hasSize(2);
  }

  @Test
  void timesComeFromTheClockThatItWasGiven() {
    Instant noon = Instant.parse("2026-01-02T12:00:00Z");
    Queue<Instant> seen = new ConcurrentLinkedQueue<>();
    Queue<Duration> took = new ConcurrentLinkedQueue<>();
    SuiteRunner.RunWatcher watcher =
        new Counter() {
          @Override
          public void ended(
              ImplementedTest test, Instant started, Duration time, Optional<Throwable> failure) {
            seen.add(started);
            took.add(time);
          }
        };
    try (SuiteRunner runner = runner(2, Clock.fixed(noon, ZoneOffset.UTC))) {
      runner.run(List.copyOf(SMALL), watcher, token);
    }

    assertThat(seen).hasSize(4).containsOnly(noon);
    assertThat(took).containsOnly(Duration.ZERO);
  }

  @Test
  void noTestsMeanNoLaunch() {
    Counter watcher = new Counter();

    try (SuiteRunner runner = runner(2, Clock.systemUTC())) {
      runner.run(List.of(), watcher, token);
    }

    assertThat(watcher.ended).isEmpty();
  }
}
