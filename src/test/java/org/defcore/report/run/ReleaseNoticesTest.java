package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.report.InOrder.assertInOrder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.defcore.OwnFiles;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.guideline.Guideline;
import org.defcore.report.Schema;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.Fact;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A guideline for Ussuri, and clouds of that release and of others. */
class ReleaseNoticesTest {

  private static final String OTHER = "Guideline 2020.06 is for ussuri and does not name the ";

  private static ReportModel report(String... facts) {
    RunRecord run = Sample.run(false, "");
    return Sample.report(
        new RunRecord(
            run.runId(),
            run.harness(),
            run.cloud(),
            run.authUrl(),
            run.region(),
            run.simulated(),
            run.partial(),
            run.started(),
            run.finished(),
            run.deviations(),
            Arrays.stream(facts)
                .map(it -> it.split("=", -1))
                .map(it -> new Fact(it[0], it[1], "GET /"))
                .toList(),
            run.results(),
            run.remarks(),
            run.integrity()));
  }

  private static ReportModel declared(ReportModel report, String sample) {
    Declaration declaration =
        new DeclarationReader().read(Path.of("samples", "declarations", sample));
    return report.withDeclared(Optional.of(new DeclaredConfiguration(declaration, List.of())));
  }

  @Test
  void reconstructionIsNotThePublishedFile() {
    Guideline reconstruction = OwnFiles.GUIDELINES.find("2022.11");

    assertThat(ReleaseNotices.of(reconstruction, ObservedRelease.of(List.of()), Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("Guideline 2022.11 is a reconstruction, not the published file: ");
    assertThat(
            ReleaseNotices.of(
                OwnFiles.GUIDELINES.find("scs-0128"),
                ObservedRelease.of(List.of()),
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void guidelineThatNamesTheReleaseNeedsNone() {
    assertThat(report("compute.microversion.max=2.87").notices()).isEmpty();
    assertThat(report("identity.versions=v3.14").notices()).as("it may be").isEmpty();
    assertThat(report("image.id=5f1c").notices()).as("nothing told").isEmpty();
  }

  @Test
  void anotherReleaseIsSaidInEveryFormatAndChangesNoVerdict() {
    ReportModel report = declared(report("compute.microversion.max=2.90"), "kvm.yaml");
    String observed = OTHER + "observed release: Xena or Yoga.";
    String declared = OTHER + "declared release: 2024.1.";

    assertThat(report.notices()).containsExactly(observed, declared);
    assertInOrder(
        ReportFormat.HTML.render(report),
        "<h2>Notices</h2>",
        "<p>" + observed + "</p>",
        "<p>" + declared + "</p>",
        "<dt>Observed release</dt><dd>Xena or Yoga <span class=\"muted\">(by compute 2.90)");
    assertThat(new TextSummary(report).lines())
        .contains(
            "  release: Xena or Yoga (compute 2.90)",
            "  notice: " + observed,
            "  notice: " + declared);
    String json = ReportFormat.JSON.render(report);
    assertThat(json)
        .contains("\"" + observed + "\"", "\"" + declared + "\"", "\"words\" : \"Xena or Yoga\"");
    assertThat(new Schema("report.json").problems(json)).isEmpty();
    assertThat(report.verdicts())
        .extracting(Verdict::status)
        .isEqualTo(
            report("compute.microversion.max=2.87").verdicts().stream()
                .map(Verdict::status)
                .toList());
  }

  @Test
  void servicesThatContradictEachOtherAreSaid() {
    ReportModel report = report("compute.microversion.max=2.95", "volume.microversion.max=3.68");
    String words = "compute answers like 2023.1 Antelope or 2023.2 Bobcat, volume like Yoga";

    assertThat(report.notices())
        .containsExactly(
            "The services are not of one release: " + words + ".",
            OTHER + "observed release: " + words + ".");
    assertThat(report("compute.microversion.max=2.87", "volume.microversion.max=3.68").notices())
        .as("one of the two is named")
        .singleElement()
        .asString()
        .startsWith(
            "The services are not of one release: compute answers like Ussuri or Victoria,");
    assertThat(new Schema("report.json").problems(ReportFormat.JSON.render(report))).isEmpty();
  }
}
