package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guideline of two tests: a login, and the lock of servers that are stopped and started. */
class DeclarationOptionTest {

  private static final String LOGIN = "6f8e4436-fc96-4282-8122-e41df57197a9";
  private static final String LOCK = "80a8094c-211e-440a-ab88-9e59d556c7ee";
  private static final String GUIDELINE =
      TwoTests.guideline("nova", LOGIN, LOCK).replace("draft", "approved");
  private static final String DECLARATION =
      """
      format: defcore-declaration/1
      vendor: Acme
      product: Acme Zones
      version: "1"
      type: distribution
      release: Queens
      contact: {name: Wile E., email: wile@acme.example}
      services:
        - {service: compute, project: nova, version: "17.0.13", patches: [], drivers: [zones]}
      compute:
        kind: zone
        engine: {name: zones, version: "5.11"}
        architectures: [x86_64]
        guests: [illumos]
        image_formats: [raw]
        kernel: shared
        not_offered:
          - {operation: stop-start, reason: Zones are always on.}
          - {operation: suspend, reason: A zone has no memory image.}
      policies_off: []
      designated_sections:
        - {project: nova, section: compute driver, state: replaced, note: a driver for zones}
      """;

  @TempDir private Path work;

  private Shell shell;

  @BeforeEach
  void write() {
    shell = new Shell(work);
    shell.write("mine.json", GUIDELINE);
    shell.write("acme.yaml", DECLARATION);
  }

  private Said plan(String... declaration) {
    String guideline = work.resolve("mine.json").toString();
    return shell.run(
        Stream.concat(
                Stream.of("plan", "--offline", "--guideline", guideline), Stream.of(declaration))
            .toArray(String[]::new));
  }

  @Test
  void planShowsWhatIsNotApplicableAndWhy() {
    Said said = plan("--declaration", "acme.yaml");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("not-applicable(not-offered) " + LOCK)
        .contains(
            "                 the test depends on operations that are declared as not offered:"
                + " stop-start: The lock is shown")
        .endsWith("guideline 2030.01: 2 tests: 1 not-applicable, 1 to run\n");
  }

  @Test
  void planWithoutADeclarationRulesNothingOut() {
    assertThat(plan().out()).doesNotContain("not-applicable").contains("2 to run");
  }

  @Test
  void declarationThatCannotBeUsedIsRefused() {
    shell.write("bad.yaml", DECLARATION.replace("stop-start", "fly").replace("suspend", "swim"));

    Said said = plan("--declaration", "bad.yaml");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().lines()).hasSize(3).first().isEqualTo("defcore: bad.yaml: 2 problem(s)");
    assertThat(said.err()).contains("bad.yaml:19: ", "but found \"fly\"", "but found \"swim\"");
  }

  @Test
  void runKeepsTheDeclarationAndLeavesOutWhatItRulesOut() throws IOException {
    Said said = run("--declaration", "acme.yaml");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out())
        .startsWith("simulated: inconclusive under guideline 2030.01, target platform\n")
        .contains("  because: 1 of 2 required tests is not applicable to the declared kind\n")
        .contains(
            "  not eligible for the mark: servers are declared to be of the kind zone; the policy"
                + " accepts virtual-machine\n");
    assertThat(shell.read("out/declaration.yaml")).isEqualTo(DECLARATION);
    assertThat(work.resolve("out/evidence/" + LOCK + ".har")).doesNotExist();
    var report = new ObjectMapper().readTree(shell.read("out/report.json"));
    assertThat(report.path("deviations")).as("deviations").isEmpty();
    assertThat(report.path("policy").path("declared_kind").asText()).isEqualTo("zone");
    assertThat(report.path("verdicts").get(0).path("not_applicable").get(0).asText())
        .isEqualTo(LOCK);
    assertThat(shell.read("out/report.html")).contains("<h2>Not applicable</h2>");
  }

  @Test
  void runIsJudgedByItsOwnDeclarationEverAfter() {
    run("--declaration", "acme.yaml");
    shell.write("zones.yaml", "kinds: [zone]\n");

    Said said = shell.run("report", "out", "--policy", "zones.yaml");

    assertThat(said.out()).doesNotContain("servers are declared");
  }

  @Test
  void runThatNeverBeganLeavesNoDeclarationBehind() {
    shell.withAcme("http://127.0.0.1:1/v3");

    Said said =
        shell.run("run", "--os-cloud", "acme", "--out", "out", "--declaration", "acme.yaml");

    assertThat(said.code()).isEqualTo(4);
    assertThat(work.resolve("out")).doesNotExist();
  }

  private Said run(String option, String file) {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      return shell
          .with(cloud)
          .run(
              "run",
              "--os-cloud",
              "simulated",
              "--guideline",
              work.resolve("mine.json").toString(),
              "--out",
              "out",
              option,
              file);
    }
  }
}
