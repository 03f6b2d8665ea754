package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Creations whose answers were lost, and that a cloud does when nobody waits any more. */
@ExtendWith(BenchExtension.class)
class LostRequestTest {

  private static final String MAY_COME =
      "may have been left behind: server run-7-server-1: nothing tells whether it was created:"
          + " none of that name is there so far, and it may come late";

  private final ManualTime time;
  private final ComputeBench bench;
  private final SmallCompute compute;
  private final Cleanup cleanup;

  LostRequestTest(ComputeBench bench, ManualTime time) {
    this.bench = bench;
    this.time = time;
    this.compute = bench.compute;
    this.cleanup = bench.cleanup();
  }

  private void lose(Supplier<String> call) {
    lose("run-7-server-1", call);
  }

  private void lose(String name, Supplier<String> call) {
    assertThatThrownBy(() -> cleanup.create(ResourceKind.SERVER, name, call, it -> it)).isNotNull();
    cleanup.runAll(TestEnd.BROKE);
  }

  private static String timedOut() {
    throw new NoAnswer(NoAnswer.Cause.TIMED_OUT, "no answer", new IOException());
  }

  private static String answer(int status) {
    throw new UnexpectedAnswer("POST /x", "201", "" + status, Optional.empty(), status, 0);
  }

  private List<String> leaks() {
    return bench.bed.leaks().all().stream().map(Leaks.Leak::toString).toList();
  }

  private List<String> outstanding() {
    return Ledger.outstanding(bench.ledgerFile).stream().map(Ledger.Entry::toString).toList();
  }

  @Test
  void whatIsNotThereYetStaysOpen() {
    lose(LostRequestTest::timedOut);

    assertThat(leaks()).containsExactly(MAY_COME);
    assertThat(outstanding()).containsExactly("server run-7-server-1");
  }

  @Test
  void whatComesAfterItsTestIsRemovedAtTheEndOfTheRun() {
    lose(LostRequestTest::timedOut);
    time.at(time.pauses.size() + 20, () -> compute.server("run-7-server-1"));

    bench.bed.lookAgain();

    assertThat(compute.remains()).isEmpty();
    assertThat(leaks()).isEmpty();
    assertThat(outstanding()).isEmpty();
  }

  @Test
  void whatCameUnderAChangedNameIsToldAndIsNobodysToRemove() {
    compute.server("Bär run-7-server-1");
    compute.server("run-7-server-11");

    lose(LostRequestTest::timedOut);

    assertThat(leaks())
        .containsExactly(
            "left behind: server run-7-server-1: expected that name but found"
                + " \"Bär run-7-server-1\" (id s1): remove it by hand");
    assertThat(outstanding()).containsExactly("server run-7-server-1");
    assertThat(compute.remains()).hasSize(2);
  }

  @Test
  void nameThatOnlyTheListChangesIsTheRuns() {
    compute.server("run-7-server-1");
    compute.listWith("Bär ");

    lose(LostRequestTest::timedOut);

    assertThat(leaks()).isEmpty();
    assertThat(compute.remains()).isEmpty();
  }

  @Test
  void whatHasNotComeHalfAMinuteLaterIsToldAndStaysOpen() {
    lose(LostRequestTest::timedOut);
    long before = time.pauses.stream().mapToLong(it -> it).sum();

    bench.bed.lookAgain();

    assertThat(time.pauses.stream().mapToLong(it -> it).sum() - before).isBetween(30_000L, 31_000L);
    assertThat(leaks()).containsExactly(MAY_COME);
    assertThat(outstanding()).containsExactly("server run-7-server-1");
  }

  @Test
  void halfAMinuteIsWaitedForAllOfThemTogether() {
    for (int i = 1; i <= 4; i++) {
      Optional<String> unknown = Optional.empty();
      bench
          .bed
          .leaks()
          .unseen(new Ledger.Entry(Role.MEMBER, ResourceKind.SERVER, "run-7-server-" + i, unknown));
    }
    time.takeForALook(Duration.ofMillis(800));
    time.at(24, () -> compute.server("run-7-server-1"));
    long before = time.now();

    bench.bed.lookAgain();

    assertThat(Duration.ofNanos(time.now() - before))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(50));
    assertThat(time.pauses).as("looks before the last").hasSizeGreaterThanOrEqualTo(24);
    assertThat(compute.remains()).as("what came after 24 s").isEmpty();
    assertThat(leaks()).hasSize(3).noneMatch(it -> it.contains("server-1"));
  }

  @Test
  void runThatWasToldToEndLooksOnceMore() {
    lose(LostRequestTest::timedOut);
    bench.cancelled.set(true);
    int before = time.pauses.size();
    compute.server("run-7-server-1");

    bench.bed.lookAgain();

    assertThat(time.pauses).hasSize(before);
    assertThat(compute.remains()).isEmpty();
  }

  @Test
  void requestThatWasRefusedMakesNothing() {
    lose(() -> answer(409));

    assertThat(leaks()).isEmpty();
    assertThat(outstanding()).isEmpty();
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void answerOfAGatewayTellsNothingOfTheRequest() {
    for (int status : List.of(408, 502, 504)) {
      lose(() -> answer(status));
    }

    assertThat(leaks()).containsExactly(MAY_COME, MAY_COME, MAY_COME);
    assertThat(outstanding()).hasSize(3);
  }

  @Test
  void acceptedRequestWhoseAnswerCannotBeReadStaysOpen() {
    lose(() -> answer(202));

    assertThat(leaks()).containsExactly(MAY_COME);
  }
}
