package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.report.InOrder.assertInOrder;

import java.util.List;
import org.defcore.guideline.TestId;
import org.defcore.report.Schema;
import org.defcore.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Reports of a run that bypassed attributes which the API does not have. */
final class BypassedReportTest {

  private static final TestId PASSES = Sample.id(1);
  private static final TestId FAILS = Sample.id(2);

  private final ReportModel report = Sample.report(Sample.bypassing());

  @Test
  void verdictIsTheStrictOneAndTheOtherStandsBesideIt() {
    Verdict verdict = report.verdicts().get(0);

    assertThat(verdict.full().failed()).isEqualTo(2);
    assertThat(verdict.bypassing().orElseThrow().full().failed()).isEqualTo(1);
    assertThat(verdict.bypassing().orElseThrow().full().passed())
        .isEqualTo(verdict.full().passed() + 1);
    assertThat(verdict.passedByBypass())
        .as("only what passes without the attribute")
        .flatExtracting(it -> it.id().stream().toList())
        .containsExactly(PASSES);
  }

  @Test
  void eachAttributeIsListedOnceWithCallsAndTests() {
    assertThat(report.extraAttributes())
        .extracting(ExtraAttributeRow::name, ExtraAttributeRow::calls, ExtraAttributeRow::tests)
        .containsExactly(
            tuple("server.vendor:rack", List.of("GET /servers/{id}"), List.of(PASSES, FAILS)),
            tuple("servers.*.vendor:rack", List.of("GET /servers"), List.of(PASSES, FAILS)));
  }

  @Test
  void pageShowsBothViewsAndSaysWhichIsTheVerdict() {
    String page = ReportFormat.HTML.render(report);

    assertInOrder(
        page,
        "<p class=\"word\">not conformant</p>",
        "<h2>With extra attributes bypassed</h2>",
        "This is not a verdict",
        "2 passed, 1 failed, 1 accepted by the policy, 5 not judged",
        "Tests that pass only this way: 1",
        "<h2>Extra attributes <span class=\"muted small\">(2)</span></h2>",
        "An attribute of a later microversion is an extra attribute as well",
        "servers.*.vendor:rack",
        "GET /servers");
    assertThat(page)
        .contains("<p class=\"small\">With extra attributes bypassed: passed.</p>")
        .contains("With extra attributes bypassed: failed: POST /servers: expected 202");
  }

  @Test
  void documentForProgramsHasBothViews() {
    String json = new JsonReport().render(report);

    assertThat(new Schema("report.json").problems(json)).isEmpty();
    assertInOrder(
        json,
        "\"verdicts\"",
        "\"word\" : \"not-conformant\"",
        "\"bypassing\" : {",
        "\"passed\" : [",
        "\"" + PASSES + "\"",
        "\"extra_attributes\"",
        "\"attribute\" : \"servers.*.vendor:rack\"",
        "\"bypassing\" : \"with extra attributes bypassed: passed\"");
  }

  @Test
  void buildServersSeeFailuresAndTheOtherViewAsProperties() {
    assertThat(new JUnitXml().render(report))
        .contains(
            "failures=\"2\"",
            "name=\"extra attributes bypassed, full 2020.06 compute\" value=\"not-conformant\"",
            "name=\"extra attribute servers.*.vendor:rack\""
                + " value=\"GET /servers; 2 tests fail because of it\"",
            "\nwith extra attributes bypassed: passed</system-out>");
  }

  @Test
  void terminalShowsBothViews() {
    assertThat(new TextSummary(report).lines())
        .containsSubsequence(
            "  with extra attributes bypassed:",
            "    full          not-conformant 2 of 9 passed, 1 failed, 5 not judged, 1 waived",
            "  extra attribute: server.vendor:rack: GET /servers/{id}; 2 tests fail because of it");
    assertThat(new TextSummary(Sample.report()).lines())
        .noneMatch(it -> it.contains("extra attribute"));
  }

  @Test
  void matrixHasARowMoreForTheOtherView() {
    Matrix matrix =
        new Matrix(Sample.bypassing(), SampleTerms.TERMS, Sample.verdicts(Sample.bypassing()));

    assertThat(matrix.text().lines().filter(it -> it.contains("(extra attributes bypassed)")))
        .hasSize(2)
        .first()
        .asString()
        .contains("not-conformant  2/9");
    assertThat(new Schema("matrix.json").problems(matrix.json())).isEmpty();
    assertThat(matrix.json()).contains("\"bypassing\" : {");
  }
}
