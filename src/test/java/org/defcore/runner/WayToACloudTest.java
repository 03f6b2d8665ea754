package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.RepeatCause;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.SimulatedRun.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs on clouds that limit the rate of requests, behind gateways that answer for services. */
@Timeout(120)
class WayToACloudTest {

  private static final Selection IMAGES = new Selection(List.of(), List.of(), List.of("image"));
  private static final String AT_ONCE = "header-set=Retry-After:0";

  @TempDir Path dir;

  @Test
  void whatPassesIsRepeatedAndHeldAgainstNobody() throws IOException {
    Ended ended =
        run(
            "image.images.create.refuse=429",
            "image.images.create." + AT_ONCE,
            "image.images.create.times=5",
            "image.images.show.refuse=502",
            "image.images.show." + AT_ONCE,
            "image.images.show.times=3",
            "image.images.list.refuse=401",
            "image.images.list.times=1",
            "image.images.delete.refuse=503",
            "image.images.delete." + AT_ONCE,
            "image.images.delete.times=3");

    assertThat(ended.record().results())
        .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
        .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
    assertThat(ended.leaks()).isEmpty();
    assertThat(ended.remains()).isEmpty();
    assertThat(ended.record().notices())
        .hasSize(3)
        .anyMatch(it -> it.matches("The cloud limited the rate of requests: 5 requests of .*"))
        .anyMatch(it -> it.matches("A gateway answered in place of a service: 6 requests of .*"))
        .anyMatch(
            it ->
                it.matches(
                    "Services refused a valid token, so that a new login was made:"
                        + " 1 request of 1 (test|shared fixture) was repeated[.]"));
  }

  @Test
  void whatStaysIsAnErrorThatNamesTheWayAndNotAFailureOfTheCloud() throws IOException {
    Ended ended =
        run(
            "image.images.create.refuse=429",
            "image.images.create." + AT_ONCE,
            "image.images.list.content=html",
            "image.images.list.header-drop=X-Openstack-Request-Id");

    assertThat(ended.record().results())
        .extracting(TestResult::outcome)
        .contains(Outcome.ERROR, Outcome.BLOCKED)
        .doesNotContain(Outcome.FAILED);
    assertThat(ended.record().results())
        .filteredOn(it -> it.outcome() == Outcome.ERROR || it.outcome() == Outcome.BLOCKED)
        .allSatisfy(it -> assertThat(it.reason()).matches(".*(rate limited|gateway answered).*"));
    TestResult limited =
        ended.record().results().stream()
            .filter(it -> it.reason().contains("rate limited"))
            .filter(it -> it.outcome() == Outcome.ERROR)
            .findFirst()
            .orElseThrow();
    assertThat(ended.folder().evidence(limited.id()))
        .extracting(Exchange::repeats)
        .contains(Optional.of(RepeatCause.RATE_LIMIT));
    assertThat(ended.remains()).isEmpty();
  }

  @Test
  void deletionWhoseAnswerWasLostFailsNoTest() throws IOException {
    Ended ended = run("image.images.delete.silent", "image.images.delete.times=2");

    assertThat(ended.record().results())
        .extracting(TestResult::outcome)
        .doesNotContain(Outcome.FAILED);
    assertThat(ended.remains()).isEmpty();
    assertThat(ended.record().notices())
        .singleElement()
        .asString()
        .startsWith("Connections were refused or broke off: 2 requests of ");
  }

  @Test
  void ownErrorOfTheServiceIsAFailure() throws IOException {
    Ended ended = run("image.images.update.status=500");

    assertThat(ended.record().results()).extracting(TestResult::outcome).contains(Outcome.FAILED);
    assertThat(ended.record().notices()).isEmpty();
  }

  private Ended run(String... defects) throws IOException {
    return new SimulatedRun(dir).run(IMAGES, List.of(defects));
  }
}
