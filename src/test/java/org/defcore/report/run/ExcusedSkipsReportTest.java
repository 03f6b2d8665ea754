package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.report.InOrder.assertInOrder;

import java.util.List;
import org.defcore.policy.Policy;
import org.defcore.report.Schema;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Reports under a policy by which a skipped test is no failure. */
class ExcusedSkipsReportTest {

  private static final ScoringTerms TERMS =
      new ScoringTerms(
          SampleTerms.TERMS.policy().skipping(Policy.ANY),
          SampleTerms.TERMS.asOf(),
          SampleTerms.TERMS.offer(),
          SampleTerms.TERMS.product(),
          SampleTerms.TERMS.approvals());

  private final RunRecord run = Sample.run(false, "");
  private final List<Verdict> verdicts =
      List.of(
          new Scorer(Sample.catalogue(), TERMS)
              .score(SampleGuidelines.powered(), SampleGuidelines.COMPUTE, run, List.of()));
  private final ReportModel report =
      ReportModel.of(run, TERMS, verdicts, Sample.catalogue(), Sample.evidence(Sample.exchange()));

  @Test
  void pageTellsWhatWasSkippedAndWhyThatIsNoFailure() {
    assertInOrder(
        ReportFormat.HTML.render(report),
        "Skipped tests that the policy accepts",
        "<h2>Skipped, accepted by the policy</h2>",
        "The policy allows any. None of them counts as passed.",
        "guest-access");
    assertThat(ReportFormat.HTML.render(report)).contains("1 flaky allowed, any skipped; latest 2");
    assertThat(ReportFormat.HTML.render(Sample.report()))
        .doesNotContain("accepted by the policy</h2>");
  }

  @Test
  void documentsForProgramsHaveThem() {
    String json = new JsonReport().render(report);
    Matrix matrix = new Matrix(run, TERMS, verdicts);

    assertThat(new Schema("report.json").problems(json)).isEmpty();
    assertInOrder(
        json, "\"skipped_excused\" : 1", "\"skipped_excused\" : [", Sample.id(3).toString());
    assertThat(json).contains("\"skipped_allowance\" : \"any\"");
    assertThat(new Schema("matrix.json").problems(matrix.json())).isEmpty();
    assertThat(matrix.json()).contains("\"skipped_excused\" : 1");
    assertThat(matrix.text()).contains("1 skipped, accepted");
  }
}
