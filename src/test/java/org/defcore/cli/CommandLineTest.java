package org.defcore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.cli.Shell.Said;
import org.defcore.desk.Installation;
import org.defcore.desk.ProgramFiles;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Arguments that need no cloud. */
class CommandLineTest {

  @TempDir private Path work;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frob                       | unknown command "frob". See defcore --help
          rnu                        | unknown command "rnu". Did you mean run? See defcore --help
          guideline vaildate x       | unknown command "vaildate". Did you mean validate? See defcore guideline --help
          run --os-clud x            | unknown option "--os-clud". Did you mean --os-cloud? See defcore run --help
          guideline frob             | unknown command "frob". See defcore guideline --help
          run extra                  | unexpected argument "extra". See defcore run --help
          guideline --frob           | unknown option "--frob". See defcore guideline --help
          run --concurrency 0        | --concurrency: expected 1 to 32 but found 0: see defcore run --help
          run --subnet-range 10.1/16 | --subnet-range: expected a range from /8 to /24 for subnets, such as 10.100.0.0/16, but found "10.1/16": see defcore run --help
          run --zone-parent a..b     | --zone-parent: expected a domain for zones, such as com. or dns.example.org, but found "a..b": see defcore run --help
          run --concurrency 33       | --concurrency: expected 1 to 32 but found 33: see defcore run --help
          run --concurrency many     | Invalid value for option '--concurrency': 'many' is not an int: see defcore run --help
          run --wait 0               | --wait: expected at least 1 second but found 0: see defcore run --help
          run --out                  | Missing required parameter for option '--out' (FOLDER): see defcore run --help
          score .                    | Missing required option: '--guideline=ID': see defcore score --help
          report                     | Missing required parameter: 'RUN': see defcore report --help
          simulate --port 65536      | --port: expected 0 to 65535 but found 65536: see defcore simulate --help
          simulate --kind vm         | --kind: expected one of virtual-machine, system-container, zone, bare-metal but found "vm": see defcore simulate --help
          demo --kind vm             | --kind: expected one of virtual-machine, system-container, zone, bare-metal but found "vm": see defcore demo --help
          demo --wait 0              | --wait: expected at least 1 second but found 0: see defcore demo --help
          """)
  void mistakeIsAnsweredInOneLine(String typed, String expected) {
    Said said = new Shell(work).run(typed.split(" ", -1));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).isEqualTo("defcore: " + expected);
  }

  @Test
  void nothingAtAllIsAnsweredWithTheHelp() {
    Said said = new Shell(work).run();

    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo(new Shell(work).run("--help").out());
    assertThat(new Shell(work).run("help", "run")).isEqualTo(new Shell(work).run("run", "--help"));
  }

  @Test
  void traceIsShownOnlyWhenAskedFor() {
    Said said = new Shell(work).run("--debug", "report", "nowhere");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("\tat org.defcore.").endsWith("but found nothing there\n");
    assertThat(new Shell(work).run("report", "nowhere", "--debug").err()).contains("\tat ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfEveryCommandNamesItsOptions(List<String> command, CommandLine line) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");

    Said said = new Shell(work).run(arguments.toArray(String[]::new));

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .startsWith("Usage: " + String.join(" ", prefixed(command)))
        .as("an expression that splits arguments is nothing for users")
        .doesNotContain("(?!");
    assertThat(line.getCommandSpec().options())
        .filteredOn(it -> !it.hidden())
        .allSatisfy(
            it -> {
              assertThat(said.out()).contains(it.longestName());
              assertThat(it.description()).as(it.longestName()).isNotEmpty();
            });
  }

  static Stream<Arguments> commands() {
    Installation anywhere =
        new Installation(new ProgramFiles(Path.of(".")), Path.of("."), Map.of());
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return below(List.of(), Main.commandLine(anywhere, nowhere, nowhere));
  }

  private static Stream<Arguments> below(List<String> names, CommandLine line) {
    return Stream.concat(
        Stream.of(Arguments.of(names, line)),
        line.getSubcommands().entrySet().stream()
            .flatMap(
                it ->
                    below(
                        Stream.concat(names.stream(), Stream.of(it.getKey())).toList(),
                        it.getValue())));
  }

  private static List<String> prefixed(List<String> command) {
    return Stream.concat(Stream.of("defcore"), command.stream()).toList();
  }

  @Test
  void tellsItsVersion() {
    Said said = new Shell(work).run("--version");

    assertThat(said.code()).isZero();
    assertThat(said.out()).matches("defcore \\S+\\R");
  }

  @Test
  void completionKnowsEveryCommand() {
    Said said = new Shell(work).run("completion");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("guideline", "simulate", "--concurrency");
  }

  @Test
  void planWithoutACloudSkipsNothing() {
    Said said = new Shell(work).run("plan", "--offline", "--service", "identity");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("run              6f8e4436-fc96-4282-8122-e41df57197a9  tempest.api.identity.")
        .containsPattern("(?m)^guideline 2022\\.11: \\d+ tests: .*\\d+ to run$");
    assertThat(said.out()).doesNotContain("skipped");
  }

  @Test
  void planLooksAtTheCloudAndCreatesNothing() throws IOException {
    String missing = "identity.tokens.create.drop=/token/catalog/0";
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withDefects(List.of(missing)))) {
      Shell shell = new Shell(work).with(cloud);

      Said said =
          shell.run("plan", "--os-cloud", "simulated", "--service", "image", "--format", "json");

      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.err()).isEmpty();
      JsonNode tests = new ObjectMapper().readTree(said.out());
      assertThat(tests)
          .filteredOn(it -> !it.path("becomes").asText().equals("not-implemented"))
          .hasSizeGreaterThan(20)
          .allSatisfy(
              it -> {
                assertThat(it.path("becomes").asText()).isEqualTo("skipped(no-service)");
                assertThat(it.path("reason").asText())
                    .isEqualTo("the cloud offers no service image");
              });
      assertThat(cloud.resources()).isEmpty();
      assertThat(work).isDirectoryContaining("glob:**clouds.yaml");
      assertThat(work.toFile().list()).containsExactly("clouds.yaml");
    }
  }

  @Test
  void planExplainsWhatTestsNeedAndWhatTells() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      Shell shell = new Shell(work).with(cloud);
      String[] explain = {
        "plan",
        "--explain",
        "--guideline",
        "2020.06",
        "--os-cloud",
        "simulated",
        "--second-cloud",
        "simulated-alt",
        "--service",
        "compute,identity",
        "--format",
        "json"
      };

      Said said = shell.run(explain);

      assertThat(said.code()).as(said.err()).isZero();
      JsonNode needs = new ObjectMapper().readTree(said.out());
      assertThat(needs)
          .extracting(
              it -> it.path("need").asText(),
              it -> it.path("standing").asText(),
              it -> it.path("source").asText().replaceFirst(".*/", "").replaceFirst("^GET ", ""))
          .contains(
              tuple("service compute", "met", "catalogue"),
              tuple("second-project", "met", "clouds.yaml"),
              tuple("flavor", "met", "detail"),
              tuple("password", "met", "clouds.yaml"));
      assertThat(needs).allMatch(it -> it.path("tests").asInt() > 0);
      assertThat(cloud.resources()).isEmpty();
    }
  }

  @Test
  void planWithoutACloudListsNeedsWithoutValues() {
    Said said = new Shell(work).run("plan", "--offline", "--explain", "--service", "image");

    assertThat(said.code()).isZero();
    assertThat(said.out().lines().map(it -> it.replaceAll(" +", " ").strip()))
        .first()
        .isEqualTo("NEED TESTS IS VALUE SOURCE");
    assertThat(said.out()).containsPattern("(?m)^service image +\\d+$").doesNotContain("met");
  }

  @Test
  void listsDefectsAndTheOperationsTheyGoWith() {
    Said said = new Shell(work).run("simulate", "--list-defects");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("<operation>.status=<code>\n    answers with this status code\n")
        .contains("image.images.delete.still-listed\n")
        .contains("operations:\n")
        .contains("    volume.versions.list\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                      | unknown defect "nonsense": expected OPERATION.DEFECT as listed by simulate --list-defects
          image.images.delete.lies      | unknown defect "image.images.delete.lies": expected one of image.images.delete.still-listed,
          image.images.list.status=many | defect "image.images.list.status=many": expected status=<code> but found "many"
          """)
  void defectThatIsNoneIsAnsweredWithThoseThereAre(String defect, String expected) {
    Said said = new Shell(work).run("simulate", "--defect", defect);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).startsWith("defcore: " + expected);
  }

  @Test
  void secretOfPasscodesThatIsNoneIsRefused() {
    assertThat(new Shell(work).run("simulate", "--totp", "123456").error())
        .contains("--totp: expected a secret of 26 or more characters A-Z and 2-7");
  }

  @Test
  void portThatIsTakenIsSaidToBe() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      Said said = new Shell(work).run("simulate", "--port", port);

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .startsWith("defcore: simulated cloud: cannot listen on port " + port + ": ");
    }
  }

  @Test
  void cloudsFileThatCannotBeWrittenEndsTheSimulation() {
    Path file = work.resolve("no/such/folder.yaml");

    Said said = new Shell(work).run("simulate", "--clouds-file", file.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error())
        .isEqualTo(
            "defcore: --clouds-file: expected a file that can be written but found %s: name another"
                .formatted(file));
  }
}
