package org.defcore.report.scs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.report.Golden;
import org.defcore.report.run.Hostile;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.defcore.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ScsReportTest {

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("scs.yaml", report(Sample.report()).yaml());
  }

  @Test
  void onlyLinesOfTestCasesEndWithAResult() {
    for (ReportModel model : List.of(Sample.report(), Hostile.report())) {
      ScsReport report = report(model);

      List<?> shown =
          list(report, "stdout").stream()
              .filter(it -> it.toString().matches("(?s).*: (PASS|ABORT|FAIL)"))
              .toList();

      assertThat(shown)
          .isEqualTo(
              report.cases().entrySet().stream()
                  .map(it -> it.getKey() + ": " + it.getValue())
                  .toList());
      assertThat(list(report, "stdout").toString()).doesNotContain("\n");
    }
  }

  @Test
  void contentAndSubjectAndScopeGiveTheReportItsId() {
    ReportModel model = Sample.report();
    UUID scope = new UUID(1, 2);

    assertThat(report(model)).isEqualTo(report(Sample.report()));
    assertThat(
            List.of(
                report(model).uuid(),
                report(Sample.report(Sample.run(true, ""))).uuid(),
                ScsReport.of(model, "other", Optional.empty()).uuid(),
                ScsReport.of(model, "acme", Optional.of(scope)).uuid()))
        .doesNotHaveDuplicates();
    assertThat(ScsReport.of(model, "acme", Optional.of(scope)).yaml()).contains(scope.toString());
  }

  @Test
  void simulatedCloudIsToldInPublic() {
    RunRecord run = Sample.run(true, "");

    assertThat(list(report(Sample.report(run)), "stderr"))
        .asString()
        .startsWith("[WARNING: the cloud is simulated, which proves nothing about a real one, ");
  }

  private static ScsReport report(ReportModel model) {
    return ScsReport.of(model, "acme", Optional.empty());
  }

  private static List<?> list(ScsReport report, String key) {
    Map<String, Map<String, Map<String, Map<String, List<?>>>>> root =
        new Yaml().load(report.yaml());
    return root.get("run").get("invocations").values().iterator().next().get(key);
  }
}
