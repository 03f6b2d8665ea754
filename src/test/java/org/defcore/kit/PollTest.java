package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollTest {

  private final ManualTime time = new ManualTime();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Poll poll = new Poll(Duration.ofSeconds(10), cancelled::get, time);

  @Test
  void asksAtOnceThenMoreAndMoreSlowly() {
    Iterator<String> states =
        List.of("BUILD", "BUILD", "BUILD", "BUILD", "BUILD", "BUILD", "BUILD", "ACTIVE").iterator();

    String seen = poll.until("server to be ACTIVE", states::next, "ACTIVE"::equals);

    assertThat(seen).isEqualTo("ACTIVE");
    assertThat(time.pauses).containsExactly(100L, 100L, 100L, 100L, 133L, 177L, 237L);
  }

  @Test
  void waitsLikeOthersBeginNearTheTimeThatTheLastOneTook() {
    Iterator<String> first = List.of("BUILD", "BUILD", "BUILD", "BUILD", "ACTIVE").iterator();
    poll.like("boot").until("server 1 ACTIVE", first::next, "ACTIVE"::equals);
    time.pauses.clear();

    poll.like("boot").until("server 2 ACTIVE", () -> "ACTIVE", "ACTIVE"::equals);
    poll.like("stop").until("server 2 SHUTOFF", () -> "SHUTOFF", "SHUTOFF"::equals);

    assertThat(time.pauses).containsExactly(320L);
  }

  @Test
  void asksOnceASecondAtLeastHoweverLongItTakes() {
    poll.until("tenth second", () -> "x" + time.now() / 1_000_000_000L, "x9"::equals);

    assertThat(time.pauses).allMatch(it -> it <= 1000L).endsWith(1000L);
  }

  @Test
  void deadlineNamesWhatWasAwaitedAndWhatWasLastSeen() {
    assertThatThrownBy(() -> poll.until("server 5f1c ACTIVE", () -> "BUILD", "ACTIVE"::equals))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected server 5f1c ACTIVE within 10 s but found BUILD after 20 polls");
  }

  @Test
  void stateThatCannotLeadThereFailsAtOnce() {
    assertThatThrownBy(
            () -> poll.until("server ACTIVE", () -> "ERROR", "ACTIVE"::equals, "ERROR"::equals))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected server ACTIVE but found ERROR");
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void goneIsA404AndNothingElse() {
    Iterator<Optional<Integer>> answers =
        List.of(Optional.<Integer>empty(), Optional.of(404)).iterator();

    poll.untilGone("image 1", () -> answers.next().ifPresent(PollTest::refuse));

    assertThat(answers).isExhausted();
    assertThatThrownBy(() -> poll.untilGone("image 1", () -> refuse(403)))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("found 403");
  }

  @Test
  void whatIsAsGoodAsGoneIsTold() {
    Iterator<String> states = List.of("ACTIVE", "SOFT_DELETED").iterator();

    assertThat(poll.untilGone("server 1", states::next, "SOFT_DELETED"::equals))
        .contains("SOFT_DELETED");
    assertThatThrownBy(() -> poll.untilGone("server 1", () -> "ACTIVE", "SOFT_DELETED"::equals))
        .hasMessage(
            "expected server 1 to be gone within 10 s but found still there after 20 polls");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 503})
  void oddAnswerDoesNotEndAWait(int status) {
    Iterator<Supplier<String>> looks =
        List.<Supplier<String>>of(() -> refused(status), PollTest::hungUp, () -> "ACTIVE")
            .iterator();

    String seen = poll.until("server ACTIVE", () -> looks.next().get(), "ACTIVE"::equals);

    assertThat(seen).isEqualTo("ACTIVE");
    assertThat(looks).isExhausted();
  }

  @Test
  void deadlineTellsTheOddAnswerThatWasSeenLast() {
    assertThatThrownBy(() -> poll.until("server ACTIVE", () -> refused(404), it -> false))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(
            "expected server ACTIVE within 10 s but found GET /x: expected 200 but found 404"
                + " after 20 polls");
    assertThatThrownBy(() -> poll.until("server ACTIVE", PollTest::hungUp, it -> false))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("expected server ACTIVE within 10 s but found no answer after 20 polls");
  }

  @Test
  void refusalEndsAWaitAtOnce() {
    assertThatThrownBy(() -> poll.until("server ACTIVE", () -> refused(403), it -> false))
        .isInstanceOf(UnexpectedAnswer.class);
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void cleanupDoesNotWaitForAServiceThatDoesNotAnswer() {
    assertThatThrownBy(() -> poll.forCleanup().until("image gone", PollTest::hungUp, it -> false))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("no answer");
  }

  @Test
  void cancelledRunStopsWaiting() {
    cancelled.set(true);

    assertThatThrownBy(() -> poll.until("server ACTIVE", () -> "BUILD", "ACTIVE"::equals))
        .isInstanceOf(RunCancelled.class)
        .hasMessage("run cancelled while waiting for server ACTIVE");
  }

  @Test
  void cleanUpWaitsEvenWhenTheRunIsCancelled() {
    cancelled.set(true);
    Iterator<String> states = List.of("there", "there", "gone").iterator();

    assertThat(poll.forCleanup().until("image gone", states::next, "gone"::equals))
        .isEqualTo("gone");
  }

  @Test
  void whatNeedNotComeIsAwaitedAndThenGivenAsItIs() {
    Poll shortly = poll.within(Duration.ofSeconds(1));

    assertThat(shortly.last("image", () -> "none", "one"::equals)).isEqualTo("none");
    assertThat(time.pauses).containsExactly(200L, 200L, 200L, 200L, 200L);
    assertThat(poll.within(Duration.ZERO).last("image", () -> "none", "one"::equals))
        .isEqualTo("none");
    assertThat(time.pauses).as("no pause without time for it").hasSize(5);
  }

  @Test
  void knownTimePassesInSecondsWhateverTheLimit() {
    poll.within(Duration.ofSeconds(1)).pass("object to expire", Duration.ofMillis(2500));

    assertThat(time.pauses).containsExactly(1000L, 1000L, 500L);
  }

  @Test
  void cancelledRunDoesNotLetTimePass() {
    cancelled.set(true);

    assertThatThrownBy(() -> poll.pass("object to expire", Duration.ofSeconds(1)))
        .isInstanceOf(RunCancelled.class)
        .hasMessage("run cancelled while waiting for object to expire");
  }

  @Test
  void limitThatIsOverBetweenTwoLooksEndsTheWaitAfterTheNext() {
    time.takeForALook(Duration.ofSeconds(4));

    assertThatThrownBy(() -> poll.until("server 5f1c ACTIVE", () -> "BUILD", "ACTIVE"::equals))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("within 10 s but found BUILD");
    assertThat(time.pauses).noneMatch(it -> it < 0);
  }

  private static void refuse(int status) {
    throw new UnexpectedAnswer("GET /x", "200", "" + status, Optional.empty(), status, 0);
  }

  private static String refused(int status) {
    refuse(status);
    return "";
  }

  private static String hungUp() {
    throw new NoAnswer(NoAnswer.Cause.BROKEN_OFF, "no answer", new IOException("hung up"));
  }
}
