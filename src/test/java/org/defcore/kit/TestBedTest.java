package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.http.NoAnswer;
import org.defcore.http.message.Exchange;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.result.ChosenFact;
import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BenchExtension.class)
class TestBedTest {

  private final AtomicInteger makings = new AtomicInteger();
  private final Workbench bench;

  TestBedTest(Workbench bench) {
    this.bench = bench;
  }

  /** An image, and what is to happen after it is there. */
  private record SharedImage(AtomicInteger makings, Runnable then)
      implements SharedFixture<String> {

    @Override
    public String title() {
      return "an image";
    }

    @Override
    public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
      makings.incrementAndGet();
      String name = cloud.uniqueName("image");
      cleanup.create(
          ResourceKind.IMAGE,
          name,
          () -> cloud.member().image().images().create(org.defcore.client.Wanted.named(name)),
          org.defcore.client.image.Image::id);
      then.run();
      return name;
    }
  }

  /** Another one: of a class there is but one. */
  private record OtherImage() implements SharedFixture<String> {

    @Override
    public String title() {
      return "another image";
    }

    @Override
    public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
      return new SharedImage(new AtomicInteger(), () -> {}).make(cloud, cleanup, poll);
    }
  }

  @Test
  void sharedFixtureIsMadeOnceHoweverManyAsk() throws Exception {
    CountDownLatch together = new CountDownLatch(8);
    Callable<String> ask =
        () -> {
          together.countDown();
          together.await(30, TimeUnit.SECONDS);
          return bench.cloud().shared(new SharedImage(makings, () -> {}));
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<String> got = new ArrayList<>();
      for (Future<String> future :
          threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
        got.add(future.get());
      }

      assertThat(got).hasSize(8).containsOnly("run-7-image-1");
    } finally {
      threads.shutdownNow();
    }
    assertThat(makings).hasValue(1);
    assertThat(bench.remains()).containsExactly("image run-7-image-1");
  }

  @Test
  void failureBlocksAllWhoAskWithTheSameReasonAndIsNotTriedAgain() {
    SharedImage broken =
        new SharedImage(
            makings,
            () -> {
              throw new AssertionError("GET /stone: expected 200 but found 500");
            });

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> bench.cloud().shared(broken))
          .isInstanceOf(FixtureFailed.class)
          .hasMessage("an image: GET /stone: expected 200 but found 500");
    }
    assertThat(makings).hasValue(1);

    bench.bed.close();
    assertThat(bench.remains()).as("what the fixture had made before it failed").isEmpty();
  }

  @Test
  void fixtureThatFailedForAPassingReasonIsTriedAgainBeforeItBlocksAnybody() {
    SharedImage shaky =
        new SharedImage(
            makings,
            () -> {
              if (makings.get() == 1) {
                throw new NoAnswer(
                    NoAnswer.Cause.GATEWAY, "gateway answered 503", new IOException());
              }
            });

    assertThat(bench.cloud().shared(shaky)).isEqualTo("run-7-image-2");

    assertThat(makings).hasValue(2);
    assertThat(bench.remains()).as("without what the first try left").hasSize(1);
    bench.bed.close();
    assertThat(bench.remains()).isEmpty();
    assertThat(bench.evidence.get(1).exchanges())
        .as("evidence of both tries and of the removals")
        .extracting(Exchange::method)
        .contains("POST", "DELETE", "POST", "DELETE");
  }

  @Test
  void fixtureThatFailsTwiceBlocksUntilFailuresAreForgotten() {
    SharedImage broken =
        new SharedImage(
            makings,
            () -> {
              if (makings.get() < 3) {
                throw new NoAnswer(NoAnswer.Cause.GATEWAY, "gateway answered", new IOException());
              }
            });

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> bench.cloud().shared(broken))
          .isInstanceOf(FixtureFailed.class)
          .hasMessage("an image: gateway answered");
    }
    assertThat(makings).hasValue(2);

    bench.bed.forgetFailures();
    assertThat(bench.cloud().shared(broken)).isEqualTo("run-7-image-3");
    bench.bed.forgetFailures();
    assertThat(bench.cloud().shared(broken)).isEqualTo("run-7-image-3");
  }

  @Test
  void failureWithoutWordsIsToldByItsKind() {
    SharedImage broken =
        new SharedImage(
            makings,
            () -> {
              throw new IllegalStateException();
            });

    assertThatThrownBy(() -> bench.cloud().shared(broken))
        .hasMessage("an image: java.lang.IllegalStateException");
  }

  @Test
  void fixtureThatWasInterruptedByTheEndOfTheRunBlocksNobody() {
    SharedImage interrupted =
        new SharedImage(
            makings,
            () -> {
              bench.cancelled.set(true);
              bench.bed.poll().until("image ACTIVE", () -> "QUEUED", "ACTIVE"::equals);
            });

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> bench.cloud().shared(interrupted))
          .isInstanceOf(RunCancelled.class)
          .hasMessage("run cancelled while waiting for image ACTIVE");
    }
    bench.bed.close();
    assertThat(bench.remains()).isEmpty();
  }

  @Test
  void sharedFixtureIsRemovedAtTheEndAndItsEvidenceHasTheRemoval() {
    bench.cloud().shared(new SharedImage(makings, () -> {}));
    Evidence made = bench.evidence.get(0);

    bench.bed.close();

    Evidence removed = bench.evidence.get(1);
    assertThat(bench.remains()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(made.id()).isEqualTo("SharedImage");
    assertThat(made.exchanges()).extracting(Exchange::method).containsExactly("POST");
    assertThat(made.atEnd()).isEqualTo(1);
    assertThat(removed.exchanges())
        .extracting(Exchange::method)
        .startsWith("POST")
        .contains("DELETE");
    assertThat(removed.atEnd()).isEqualTo(1);
  }

  @Test
  void removalOfAllSharedFixturesBeginsBeforeOneIsWaitedFor() {
    bench.cloud().shared(new SharedImage(makings, () -> {}));
    bench.cloud().shared(new OtherImage());

    bench.bed.close();

    List<Exchange> removal =
        bench.evidence.stream()
            .skip(2)
            .flatMap(it -> it.exchanges().stream().skip(it.atEnd()))
            .sorted(Comparator.comparing(Exchange::started))
            .toList();
    assertThat(removal)
        .extracting(Exchange::method)
        .containsExactly("DELETE", "DELETE", "GET", "GET");
    assertThat(bench.remains()).isEmpty();
  }

  @Test
  void fixtureThatCannotBeRemovedIsALeak() {
    String name = bench.cloud().shared(new SharedImage(makings, () -> {}));
    bench.simulated.switchOn(List.of("image.images.delete.idle=204"));

    bench.bed.close();

    assertThat(bench.bed.leaks().all()).extracting(it -> it.entry().name()).containsExactly(name);
  }

  @Test
  void saysWhichNeedATestForgot() {
    assertThat(catchThrowable(() -> bench.cloud().as(Role.OTHER_MEMBER)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no session as OTHER_MEMBER: the test lacks the need second-project in the catalogue");
    assertThat(catchThrowable(() -> bench.cloud().fact(ChosenFact.IMAGE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing discovered as image.id: the test lacks a need in the catalogue");
  }

  @Test
  void namesAreUniqueAndBeginWithTheRun() {
    assertThat(bench.cloud().uniqueName("image")).isEqualTo("run-7-image-1");
    assertThat(bench.cloud().uniqueName("tag")).isEqualTo("run-7-tag-2");
  }

  @Test
  void tellsWhatTestsNotedAndHowLongTheirWaitsTook() {
    bench.cloud().note(new Fact("guest.kernel", "none", "first"));
    bench.cloud().note(new Fact("guest.kernel", "Linux 6.1", "second"));
    AtomicInteger looks = new AtomicInteger();
    bench.bed.poll().like("server booted").until("it", looks::incrementAndGet, it -> it > 3);
    bench.bed.poll().until("it", () -> 1, it -> true);

    assertThat(bench.bed.observed())
        .containsExactly(
            new Fact("guest.kernel", "Linux 6.1", "second"),
            new Fact("time.server-booted", "0.3 s", "the median wait of this run"));
  }
}
