package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.Beds;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Evidence;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.TestBed;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeRuleTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final PlannedTest TEST =
      new PlannedTest(
          Chores.id(1), "a.first", "One", "compute", List.of(), Optional.empty(), "", "");

  private final Secrets secrets = new Secrets();
  private final Evidence evidence =
      new Evidence(
          Chores.id(1).toString(),
          List.of(
              exchange("GET", "http://cloud/compute/v2.1/flavors?limit=1"),
              exchange("POST", "http://cloud/image/v2/images?x=1"),
              exchange("DELETE", "http://cloud/image/v2/images/7")),
          2);

  private static Exchange exchange(String method, String uri) {
    return new Exchange(NOON, Duration.ZERO, method, uri, List.of(), "", 200, List.of(), "", "");
  }

  private TestResult judge(Throwable failure) {
    return judge(Optional.of(failure));
  }

  private TestResult judge(Optional<Throwable> failure) {
    return new OutcomeRule(new MessageText(secrets), Recording.Extras.REFUSED)
        .judge(TEST, NOON, Duration.ofMillis(1500), failure, evidence);
  }

  @Test
  void testThatThrewNothingPassed() {
    assertThat(judge(Optional.empty()))
        .isEqualTo(
            new TestResult(
                Chores.id(1),
                "a.first",
                "One",
                Outcome.PASSED,
                "",
                "",
                Optional.of(NOON),
                Duration.ofMillis(1500),
                Optional.empty()));
  }

  @Test
  void unexpectedAnswerFailsAtItsOwnExchange() {
    TestResult result =
        judge(new UnexpectedAnswer("GET /flavors", "200", "500", Optional.of("req-1"), 500, 0));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason()).isEqualTo("GET /flavors: expected 200 but found 500 (req-1)");
    assertThat(result.exchange()).contains(0);
  }

  @Test
  void longComparisonIsToldByWhatDiffers() {
    record Token(List<String> catalogue, String user, Optional<String> expiry) {}
    List<String> catalogue = Collections.nCopies(200, "https://compute.acme.example/v2.1");
    Token created = new Token(catalogue, "anna", Optional.of("13:00"));
    Token other = new Token(catalogue, "arabella", Optional.of("13:00"));

    assertThat(
            judge(catchThrowable(() -> assertThat(other).as("token in GET /x").isEqualTo(created)))
                .reason())
        .endsWith("token in GET /x: user: expected anna but found arabella");
  }

  @Test
  void longComparisonOfSecretsTellsNoPartOfThem() {
    String common = "gAAAAAB" + "x".repeat(300);
    secrets.add(common + "-one");
    secrets.add(common + "-two");
    List<String> padding = Collections.nCopies(200, "padding");

    String reason =
        judge(
                catchThrowable(
                    () ->
                        assertThat(List.of(padding, common + "-two"))
                            .isEqualTo(List.of(padding, common + "-one"))))
            .reason();

    assertThat(reason).endsWith("expected one secret but found another");
    assertThat(reason).doesNotContain("xxx", "-one", "-two");
  }

  @Test
  void brokenAssertionFailsAtTheLastExchangeBeforeCleanUpAndNamesItsCall() {
    Throwable broken = catchThrowable(() -> assertThat(1).as("status").isEqualTo(2));

    TestResult result = judge(broken);

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason()).isEqualTo("POST /image/v2/images: status: expected 2 but found 1");
    assertThat(result.exchange()).contains(1);
  }

  @Test
  void assertionThatNamesACallIsLeftAsItIs() {
    assertThat(judge(new AssertionError("zones in GET /zones: none")).reason())
        .isEqualTo("zones in GET /zones: none");
  }

  @Test
  void assertionWithoutAnyExchangeStandsAlone() {
    TestResult result =
        new OutcomeRule(new MessageText(secrets), Recording.Extras.REFUSED)
            .judge(
                TEST,
                NOON,
                Duration.ZERO,
                Optional.of(new AssertionError("alone")),
                new Evidence("x", List.of(), 0));

    assertThat(result.reason()).isEqualTo("alone");
    assertThat(result.exchange()).isEmpty();
  }

  @Test
  void noAnswerEstablishesNothing() {
    TestResult result =
        judge(
            new NoAnswer(
                NoAnswer.Cause.TIMED_OUT,
                "GET http://cloud/x: expected an answer but found none: wait",
                new IOException()));

    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(result.reason())
        .as("names its call once, as every reason does")
        .isEqualTo("GET /x: expected an answer but found none: wait");
    assertThat(result.exchange()).contains(1);
  }

  @Test
  void ownFaultIsAnErrorThatNamesItsKind() {
    TestResult result = judge(new IllegalStateException("nothing discovered"));

    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(result.reason())
        .isEqualTo("POST /image/v2/images: java.lang.IllegalStateException: nothing discovered");
  }

  @Test
  void fixtureThatCouldNotBeMadeBlocks(@TempDir Path dir) {
    TestBed bed = Chores.bed(dir);

    TestResult result = judge(catchThrowable(() -> Beds.cloud(bed).shared(new Broken())));

    assertThat(result.outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(result.reason()).isEqualTo("two stones: POST /stones: expected 201 but found 500");
    assertThat(result.exchange()).isEmpty();
  }

  /** Never made. */
  private static final class Broken implements SharedFixture<String> {

    @Override
    public String title() {
      return "two stones";
    }

    @Override
    public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
      throw new UnexpectedAnswer("POST /stones", "201", "500", Optional.empty(), 500, 0);
    }
  }

  @Test
  void cancelledTestWasNotRun() {
    Poll poll = new Poll(Duration.ofSeconds(9), () -> true, Poll.Time.SYSTEM);

    TestResult result =
        judge(catchThrowable(() -> poll.until("server ACTIVE", () -> "BUILD", "x"::equals)));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(result.reason()).isEqualTo("run cancelled while waiting for server ACTIVE");
    assertThat(result.exchange()).isEmpty();
  }

  @Test
  void reasonIsOneRedactedLineOfBoundedLength() {
    secrets.add("correct horse");

    assertThat(
            judge(new AssertionError("GET /x\r\n  a\tb\u2028c\u001B[31m correct horse")).reason())
        .isEqualTo("GET /x a b c [31m [redacted]");
    assertThat(judge(new AssertionError("GET /x" + "y".repeat(5000))).reason())
        .hasSize(601)
        .endsWith("y…");
  }

  @Test
  void secretIsMaskedBeforeTheReasonIsCutOff() {
    secrets.add("correct horse battery");

    assertThat(
            judge(new AssertionError("GET /" + "y".repeat(590) + "correct horse battery")).reason())
        .doesNotContain("corr");
  }

  @Test
  void failureWithoutAMessageStillHasAReason() {
    assertThat(judge(new AssertionError()).reason()).contains("java.lang.AssertionError");
  }
}
