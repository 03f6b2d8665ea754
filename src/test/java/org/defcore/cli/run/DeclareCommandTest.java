package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclareCommandTest {

  private static final Path SAMPLES = Path.of("samples/declarations");

  @TempDir private Path work;

  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(work);
  }

  @Test
  void saysWhatASoundDeclarationDeclares() throws IOException {
    sample("lxc.yaml");

    Said said = shell.run("declare", "check", "lxc.yaml");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .isEqualTo(
            """
            lxc.yaml: Boxwood Dense Cloud 7.1 of Boxwood Systems, OpenStack Yoga
            services:    compute, identity, image, network
            servers:     system-container
            not offered: attach-volume, change-password, create-image, resize, suspend
            """);
  }

  @Test
  void namesAKindThatIsUnknown() throws IOException {
    sample("devcloud-fake.yaml");

    assertThat(shell.run("declare", "check", "devcloud-fake.yaml").out())
        .contains(
            "servers:     simulated by the fake driver, which is none of virtual-machine,"
                + " system-container, zone, bare-metal: no test is left out for it\n");
  }

  @Test
  void saysItInJsonToo() throws IOException {
    sample("kvm.yaml");

    JsonNode said =
        new ObjectMapper()
            .readTree(shell.run("declare", "check", "kvm.yaml", "--format", "json").out());

    assertThat(said.fieldNames())
        .toIterable()
        .containsExactly(
            "vendor",
            "product",
            "version",
            "release",
            "services",
            "servers",
            "known_kind",
            "not_offered");
    assertThat(said.path("servers").asText()).isEqualTo("virtual-machine");
    assertThat(said.path("known_kind").asBoolean()).isTrue();
    assertThat(said.path("not_offered"))
        .extracting(JsonNode::asText)
        .containsExactly("change-password");
  }

  @Test
  void everyProblemIsALineWithItsPlace() throws IOException {
    shell.write(
        "mine.yaml",
        sample("kvm.yaml")
            .replace("vendor: Acme Hosting", "vendor: <who>")
            .replace("  kernel: own", "  kernel: linux"));

    Said said = shell.run("declare", "check", "mine.yaml");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo(
            """
            defcore: mine.yaml: 2 problem(s)
              mine.yaml:3: vendor: still the placeholder <who>: write what is true
              mine.yaml:53: kernel: expected one of own, shared, none but found "linux"
            """);
  }

  @Test
  void fileThatIsNotThereIsSaid() {
    Said said = shell.run("declare", "check", "gone.yaml");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("defcore: gone.yaml: 1 problem(s)\n  gone.yaml: ");
  }

  @Test
  void comparesWithARunAndFailsOnAMismatch() throws IOException {
    StoredRun.copiedTo(work.resolve("run"));
    sample("devcloud-qemu.yaml");

    Said said = shell.run("declare", "check", "devcloud-qemu.yaml", "--run", "run");

    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(said.out())
        .startsWith(
            """
            match         OpenStack release, by its compute API: Zed
                          observed: 2.93 (GET /compute/)
                          The API goes up to 2.93 in Zed.
            """)
        .contains(
            """
            mismatch      Service volume: offered
                          observed: compute identity image network object-store\
             (POST /identity/v3/auth/tokens)
                          The catalogue that a login returns does not have it.
            """)
        .contains(
            """
            unobservable  Hypervisor or container engine: QEMU 7.2
                          No console log named one; which it is can be seen with admin rights.
            """)
        .containsPattern("\ndeclaration: \\d+ match, 1 mismatch, \\d+ unobservable\n")
        .endsWith("files of the run: no manifest, so changes cannot be detected\n");
    assertThat(said.out()).doesNotContain("file problem");
  }

  @Test
  void comparisonWithoutAMismatchSucceedsInJson() throws IOException {
    StoredRun.copiedTo(work.resolve("run"));
    String withoutVolume =
        sample("devcloud-qemu.yaml").replaceAll("(?s)  - service: volume.*?(?=  - service:)", "");
    shell.write("mine.yaml", withoutVolume);

    Said said = shell.run("declare", "check", "mine.yaml", "--run", "run", "--format", "json");

    assertThat(said.code()).as(said.err()).isZero();
    JsonNode row = new ObjectMapper().readTree(said.out()).get(0);
    assertThat(row.fieldNames())
        .toIterable()
        .containsExactly("what", "declared", "observed", "standing", "source", "why");
    assertThat(row.path("standing").asText()).isEqualTo("match");
  }

  @ParameterizedTest
  @CsvSource({"table, out", "json, err"})
  void problemsWithTheFilesOfTheRunAreSaid(String form, String stream) throws IOException {
    StoredRun run = StoredRun.copiedTo(work.resolve("run"));
    run.write("outcomes.jsonl", run.read("outcomes.jsonl") + "{\"id\":\n");
    sample("devcloud-qemu.yaml");

    Said said =
        shell.run("declare", "check", "devcloud-qemu.yaml", "--run", "run", "--format", form);

    assertThat(said.code()).isEqualTo(1);
    assertThat(stream.equals("out") ? said.out() : said.err())
        .startsWith("file problem: outcomes.jsonl: line ");
    assertThat(said.out()).startsWith(form.equals("json") ? "[" : "file problem: ");
  }

  @Test
  void runThatIsNotThereIsSaid() throws IOException {
    sample("kvm.yaml");

    Said said = shell.run("declare", "check", "kvm.yaml", "--run", "gone");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: %s: expected the folder of a run but found nothing there",
            work.resolve("gone"));
  }

  @Test
  void draftOfACloudHasOnlyPlaceholdersLeftToFill() {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      Said said =
          shell.with(cloud).run("declare", "init", "--os-cloud", "simulated", "--out", "mine.yaml");

      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).isEmpty();
      assertThat(said.err())
          .isEqualTo("wrote mine.yaml: complete it, then: defcore declare check mine.yaml\n");
      assertThat(cloud.resources()).as("nothing is created").isEmpty();
    }
    assertThat(shell.read("mine.yaml"))
        .contains(
            "release: \"Zed\"  # observed: compute 2.93, volume 3.70, image 2.15, identity 3.14")
        .contains("  - service: compute  # observed: POST /identity/v3/auth/tokens\n")
        .contains(
            "    microversions: {min: \"2.1\", max: \"2.93\"}  # observed: GET /compute/ of compute\n")
        .contains("  image_formats: [qcow2, raw]  # observed: GET /image/v2/images\n");
    Said checked = shell.run("declare", "check", "mine.yaml");
    assertThat(checked.code()).isEqualTo(2);
    List<String> problems = checked.err().lines().skip(1).toList();
    assertThat(problems)
        .contains(
            "  mine.yaml:5: vendor: still the placeholder <who offers the product>: write what is true")
        .allMatch(it -> it.contains("still the placeholder <"));
  }

  @Test
  void draftGoesToStandardOutputOrToANewFileOnly() throws IOException {
    shell.write("mine.yaml", "precious\n");
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      shell.with(cloud);

      assertThat(shell.run("declare", "init", "--os-cloud", "simulated").out())
          .startsWith("# Declaration of cloud 'simulated', begun ");
      shell.withClouds(cloud.cloudsYaml().replaceFirst("( +)auth:", "$1colour: red\n$0"));
      Said elsewhere =
          shell.run("declare", "init", "--os-cloud", "simulated", "--os-region-name", "South");
      assertThat(elsewhere.error()).contains("expected one of RegionOne but found \"South\"");
      assertThat(elsewhere.err()).startsWith("clouds.yaml: cloud 'simulated': colour is not used");
      shell.with(cloud);
      Said said = shell.run("declare", "init", "--os-cloud", "simulated", "--out", "mine.yaml");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .isEqualTo(
              "defcore: --out: expected a new file but found \"mine.yaml\": name another: see"
                  + " defcore declare init --help");
    }
    assertThat(shell.read("mine.yaml")).isEqualTo("precious\n");
  }

  @Test
  void draftNeedsACloudThatAnswers() {
    Said said =
        shell.withAcme("http://127.0.0.1:1/v3").run("declare", "init", "--out", "mine.yaml");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine()).startsWith("defcore: cloud 'acme': ");
    assertThat(work.resolve("mine.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "declare       | declare: expected one of check, init: see defcore declare --help",
        "declare check | Missing required parameter: 'FILE': see defcore declare check --help"
      })
  void tellsWhatIsMissing(String arguments, String error) {
    Said said = shell.run(arguments.strip().split(" "));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).isEqualTo("defcore: " + error);
  }

  private String sample(String name) throws IOException {
    String text = Files.readString(SAMPLES.resolve(name));
    shell.write(name, text);
    return text;
  }
}
