package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BenchExtension.class)
class CleanupTest {

  private final Workbench bench;
  private final Cleanup cleanup;

  CleanupTest(Workbench bench) {
    this.bench = bench;
    this.cleanup = bench.cleanup();
  }

  @Test
  void intentIsInTheLedgerBeforeTheRequestAndTheIdAfterIt() throws IOException {
    List<String> before =
        cleanup.create(
            ResourceKind.IMAGE, "run-7-image-1", () -> lines(bench.ledgerFile), it -> "id-1");

    assertThat(before)
        .containsExactly(
            "{\"event\":\"intent\",\"at\":\"2026-11-30T12:00:00Z\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"run-7-image-1\"}");
    assertThat(lines(bench.ledgerFile))
        .hasSize(2)
        .last()
        .isEqualTo(
            "{\"event\":\"created\",\"at\":\"2026-11-30T12:00:00Z\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"run-7-image-1\",\"id\":\"id-1\"}");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void removesInReverseOrderAndSeesEachGone() {
    String first = bench.image(cleanup, "first").id();
    String second = bench.image(cleanup, "second").id();

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).isEmpty();
    assertThat(lines(bench.ledgerFile).stream().filter(it -> it.contains("deleted")))
        .satisfiesExactly(
            it -> assertThat(it).contains(second), it -> assertThat(it).contains(first));
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void whatTheTestItselfRemovedIsNotAskedFor() {
    Image image = bench.image(cleanup, "first");
    bench.cloud().member().image().images().delete(image.id());
    cleanup.removed(ResourceKind.KEY_PAIR, image.id());
    assertThat(Ledger.outstanding(bench.ledgerFile)).as("another kind").hasSize(1);

    cleanup.removed(ResourceKind.IMAGE, image.id());

    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
    cleanup.runAll(TestEnd.PASSED);
    assertThat(lines(bench.ledgerFile)).hasSize(3);
  }

  @Test
  void removalThatFailsIsALeakAndTheOthersGoOn() {
    bench.image(cleanup, "first");
    String kept = bench.image(cleanup, "second").id();
    bench.image(cleanup, "third");
    bench.protect(kept);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).containsExactly("image second");
    assertThat(bench.bed.leaks().all())
        .singleElement()
        .satisfies(
            it -> assertThat(it.entry()).hasToString("image " + kept + " (second)"),
            it ->
                assertThat(it.why())
                    .isEqualTo(
                        "expected DELETE of image " + kept + " to be accepted but found 403"));
    assertThat(Ledger.outstanding(bench.ledgerFile))
        .extracting(Ledger.Entry::name)
        .containsExactly("second");
  }

  @Test
  void refusedDeletionIsNotWaitedFor() {
    bench.protect(bench.image(cleanup, "first").id());

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.time.pauses).isEmpty();
    assertThat(bench.bed.leaks().all()).hasSize(1);
  }

  @Test
  void deletionThatConflictsWithSomethingIsTriedAgain() {
    bench.image(cleanup, "first");
    bench.simulated.switchOn(
        List.of("image.images.delete.status=409", "image.images.delete.idle=204"));

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.time.pauses).hasSizeGreaterThan(5);
    assertThat(bench.bed.leaks().all())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("within 10 s but found 409"));
  }

  @Test
  void faultOfTheProgramInOneRemovalIsALeakToo() {
    Leaks leaks = new Leaks(() -> 0);
    Cleanup broken =
        new Cleanup(
            bench.ledger,
            role -> {
              throw new LinkageError();
            },
            leaks);
    bench.image(broken, "first");

    broken.runAll(TestEnd.PASSED);

    assertThat(leaks.all()).extracting(Leaks.Leak::why).containsExactly("java.lang.LinkageError");
  }

  @Test
  void resourceThatIsNotSeenGoneIsALeak() {
    bench.image(cleanup, "first");
    bench.simulated.switchOn(List.of("image.images.delete.idle=204"));

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.bed.leaks().all())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.why())
                    .matches(
                        "expected image \\S+ to be gone within 10 s but found 200 after \\d+ polls"));
  }

  @Test
  void cleansUpAsPatientlyInARunThatWasToldToEnd() {
    bench.cancelled.set(true);
    bench.image(cleanup, "first");
    bench.simulated.switchOn(List.of("image.images.delete.idle=204"));

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.bed.leaks().all())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("within 10 s but found 200"));
  }

  @Test
  void resourceWhoseAnswerCouldNotBeReadIsFoundByItsName() {
    bench.create("somebody else's");
    bench.simulated.switchOn(List.of("image.images.create.content=html"));

    assertThatThrownBy(() -> bench.image(cleanup, "first")).isInstanceOf(UnexpectedAnswer.class);
    assertThat(bench.remains()).containsExactly("image first", "image somebody else's");
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).containsExactly("image somebody else's");
    assertThat(bench.time.pauses).isEmpty();
  }

  @Test
  void nothingButTheNameCountsWhereTheCloudIgnoresTheFilter() {
    for (int i = 0; i < 30; i++) {
      bench.create("somebody else's " + i);
    }
    bench.simulated.switchOn(
        List.of("image.images.create.content=html", "image.images.list.query-drop=name"));
    assertThatThrownBy(() -> bench.image(cleanup, "first")).isInstanceOf(UnexpectedAnswer.class);
    for (int i = 30; i < 60; i++) {
      String name = "somebody else's " + i;
      assertThatThrownBy(() -> bench.create(name)).isInstanceOf(UnexpectedAnswer.class);
    }

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).hasSize(60).allMatch(it -> it.startsWith("image somebody else's"));
    assertThat(bench.bed.leaks().all()).isEmpty();
  }

  @Test
  void everyCopyThatARequestSentAgainMadeIsRemoved() {
    bench.simulated.switchOn(List.of("image.images.create.silent"));

    assertThatThrownBy(() -> bench.image(cleanup, "first")).isInstanceOf(NoAnswer.class);
    assertThat(bench.remains()).isNotEmpty().containsOnly("image first");
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void resourceOfALostRequestThatShowsUpLateIsRemoved() {
    bench.time.at(3, () -> bench.create("first"));
    assertThatThrownBy(
            () ->
                cleanup.create(
                    ResourceKind.IMAGE, "first", CleanupTest::timedOut, it -> "never known"))
        .isInstanceOf(NoAnswer.class);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.time.pauses).hasSize(3);
    assertThat(bench.remains()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
  }

  private static Image timedOut() {
    throw new NoAnswer(NoAnswer.Cause.TIMED_OUT, "no answer", new IOException());
  }

  @Test
  void refusedRequestIsNotWaitedFor() {
    assertThatThrownBy(
            () ->
                cleanup.create(
                    ResourceKind.KEY_PAIR, "first", () -> refused(409), it -> "never known"))
        .isInstanceOf(UnexpectedAnswer.class);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.time.pauses).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void requestThatFailedInTheCloudMayStillComeTrue() {
    bench.time.at(
        1, () -> bench.cloud().member().compute().keyPairs().create(Wanted.named("first")));
    assertThatThrownBy(
            () ->
                cleanup.create(
                    ResourceKind.KEY_PAIR, "first", () -> refused(504), it -> "never known"))
        .isInstanceOf(UnexpectedAnswer.class);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).isEmpty();
    assertThat(bench.time.pauses).hasSize(1);
  }

  private static String refused(int status) {
    throw new UnexpectedAnswer("POST /x", "201", "" + status, Optional.empty(), status, 0);
  }
}
