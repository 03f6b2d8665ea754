package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.defcore.http.message.Exchange;
import org.junit.jupiter.api.Test;

final class ReportModelTest {

  @Test
  void holdsEachTestOnceByName() {
    List<TestReport> tests = Sample.report().tests();

    assertThat(tests).extracting(TestReport::key).doesNotHaveDuplicates().hasSize(13);
    assertThat(tests).extracting(TestReport::name).isSorted();
  }

  @Test
  void testKnowsEveryCapabilityThatListsIt() {
    assertThat(test(1).capabilities())
        .containsExactly("compute-servers-create", "compute-servers-list");
  }

  @Test
  void testWithoutResultIsTitledByTheCatalogue() {
    TestReport test = test(9);

    assertThat(test.headline()).isEqualTo("Upstream checks show quota");
    assertThat(test.reason()).isEqualTo("the run has no result of this test");
  }

  @Test
  void longBodyIsCutAndSaysSo() {
    BrokenExchange broken = BrokenExchange.of(answered("x".repeat(4100)));

    assertThat(broken.exchange().responseBody())
        .startsWith("x".repeat(4000) + "\n")
        .endsWith("… 100 more characters in the evidence");
  }

  @Test
  void cutGoesThroughNoCharacter() {
    BrokenExchange broken = BrokenExchange.of(answered("x".repeat(3999) + "😀😀"));

    assertThat(broken.exchange().responseBody()).startsWith("x".repeat(3999) + "\n…");
  }

  @Test
  void exchangeThatTheEvidenceLacksIsLeftOut() {
    ReportModel report =
        ReportModel.of(
            Sample.run(false, ""),
            SampleTerms.TERMS,
            Sample.verdicts(Sample.run(false, "")),
            Sample.catalogue(),
            (id, attempt) -> List.of());

    assertThat(report.tests())
        .allMatch(it -> it.exchange().isEmpty())
        .flatExtracting(TestReport::attempts)
        .hasSize(2)
        .allMatch(it -> it.exchange().isEmpty());
  }

  @Test
  void refusesToReportNoVerdict() {
    assertThatThrownBy(
            () ->
                ReportModel.of(
                    Sample.run(false, ""),
                    SampleTerms.TERMS,
                    List.of(),
                    List.of(),
                    Sample.evidence(Sample.exchange())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "report of run 20261122-120000-k3f9: expected at least one verdict but found none");
  }

  private static TestReport test(int number) {
    String key = Sample.id(number).toString();
    return Sample.report().tests().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Exchange answered(String body) {
    return new Exchange(
        Sample.NOON, Duration.ZERO, "GET", "/", List.of(), "", 200, List.of(), body, "");
  }
}
