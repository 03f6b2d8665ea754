package org.defcore.report.scs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.defcore.report.run.SampleTerms;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** The scope of the sample beside the guideline; {@code -Dgolden.update} writes it. */
class ScsScopeTest {

  private static final Path SAMPLE = Path.of("samples/scs-0128-scope.yaml");
  private static final String PAGE = "https://docs.scs.community/standards/scs-0128-v1-e2e-testing";

  @Test
  void sampleHasEveryTestCaseOfTheGuideline() throws IOException {
    Guideline guideline = new GuidelineLibrary(List.of(Path.of("guidelines"))).find("scs-0128");
    RunRecord run = Sample.run(false, "");
    Verdict verdict =
        new Scorer(List.of(), SampleTerms.TERMS)
            .score(guideline, guideline.targets().get(0), run, List.of());
    ScsReport report =
        ScsReport.of(
            ReportModel.of(
                run, SampleTerms.TERMS, List.of(verdict), List.of(), (id, attempt) -> List.of()),
            "acme",
            Optional.empty());

    String scope = scope(report, guideline);

    if (System.getProperty("golden.update") != null) {
      Files.writeString(SAMPLE, scope);
    }
    assertThat(Files.readString(SAMPLE)).as(SAMPLE.toString()).isEqualTo(scope);
  }

  private static String scope(ScsReport report, Guideline guideline) {
    Collection<String> capabilities =
        report.cases().keySet().stream().filter(it -> !it.equals("scs-0128-e2e")).toList();
    String described =
        capabilities.stream()
            .map(
                it ->
                    testCase(
                        it,
                        guideline
                            .capabilities()
                            .get(it.substring("scs-0128-".length()))
                            .description()))
            .collect(Collectors.joining());
    return """
        # A scope of the SCS compliance monitor for guideline scs-0128 alone, with the test cases of the
        # reports that "defcore submit" sends. Copy it beside the monitor's own, which have no test case
        # for SCS-0128 yet. The verdict is that of scs-0128-e2e; the other cases show where it comes from.
        name: SCS-0128 end-to-end testing
        uuid: %s
        url: %s
        variables:
        - os_cloud
        scripts:
        - executable: defcore
          args: run --os-cloud {os_cloud} --guideline scs-0128
          testcases:
        %s%smodules:
        - id: scs-0128-v1
          name: "scs-0128-v1: SCS end-to-end testing"
          url: %s
          targets:
            main:
            - scs-0128-e2e
            capabilities:
        %stimeline:
        - date: 2026-08-01
          versions:
            v1: effective
        versions:
        - version: v1
          stabilized_at: 2026-08-01
          include:
          - scs-0128-v1
        """
        .formatted(
            report.scope(),
            PAGE,
            testCase("scs-0128-e2e", "No required test fails."),
            described,
            PAGE,
            capabilities.stream().map(it -> "    - " + it + "\n").collect(Collectors.joining()));
  }

  private static String testCase(String id, String description) {
    return """
          - id: %s
            lifetime: year
            description: "%s"
            url: %s
        """
        .formatted(id, description, PAGE);
  }
}
