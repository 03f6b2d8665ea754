package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.CancellationToken;

@Timeout(60)
class StartOrderTest {

  private static final Collection<ImplementedTest> SUITE =
      SuiteIndex.read("org.defcore.runner.order").all();

  @TempDir Path dir;

  /**
   * Notes which tests started, the first one first. None goes on before as many have started as run
   * at a time, so that the order is that of the runner, whatever the machine does meanwhile.
   */
  private record Started(List<String> names, CyclicBarrier round)
      implements SuiteRunner.RunWatcher {

    @Override
    public void started(ImplementedTest test) {
      names.add(test.claim());
      try {
        round.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new AssertionError("fewer tests than may run at a time", e);
      }
    }

    @Override
    public void ended(
        ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure) {}
  }

  private List<String> started(int concurrency, List<ImplementedTest> tests) {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    try (SuiteRunner runner = new SuiteRunner(concurrency, Clock.systemUTC(), Chores.bed(dir))) {
      CyclicBarrier round = new CyclicBarrier(concurrency);
      runner.run(tests, new Started(names, round), CancellationToken.create());
    }
    return names;
  }

  private static List<ImplementedTest> tests(String... names) {
    return Stream.of(names)
        .map(name -> SUITE.stream().filter(it -> it.claim().equals(name)).findFirst().orElseThrow())
        .toList();
  }

  @Test
  void oneAtATimeStartInTheOrderOfTheirClassesAndOfTheListWithinEach() {
    assertThat(started(1, tests("late.c", "late.a", "early.b", "late.b", "early.a", "early.c")))
        .containsExactly("late.c", "late.a", "late.b", "early.b", "early.a", "early.c");
    assertThat(started(1, tests("early.c", "late.a", "early.a")))
        .containsExactly("early.c", "early.a", "late.a");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void severalAtATimeStartTheFirstOfTheListBeforeTheLast(int concurrency) {
    List<String> names =
        started(concurrency, tests("late.c", "late.a", "late.b", "early.c", "early.b", "early.a"));

    assertThat(names.indexOf("late.c")).as("in %s", names).isLessThan(concurrency);
    assertThat(names.indexOf("early.a")).as("in %s", names).isGreaterThanOrEqualTo(6 - concurrency);
  }

  @Test
  void testsStartAsTheyAskForItThenAsGiven() {
    assertThat(StartOrder.of(SUITE, OptionalLong.empty()))
        .extracting(ImplementedTest::claim)
        .containsExactly("late.c", "early.b", "late.a", "early.a", "early.c", "late.b");
  }

  @Test
  void seedDecidesTheOrder() {
    Set<List<ImplementedTest>> orders =
        LongStream.range(0, 20)
            .mapToObj(it -> StartOrder.of(SUITE, OptionalLong.of(it)))
            .collect(Collectors.toSet());

    assertThat(orders)
        .hasSizeGreaterThan(10)
        .allSatisfy(it -> assertThat(it).containsExactlyInAnyOrderElementsOf(SUITE));
    assertThat(StartOrder.of(SUITE, OptionalLong.of(7)))
        .isEqualTo(StartOrder.of(SUITE, OptionalLong.of(7)));
  }
}
