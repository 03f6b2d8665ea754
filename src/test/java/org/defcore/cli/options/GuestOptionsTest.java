package org.defcore.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Effect of the guest options on plans and runs. */
class GuestOptionsTest {

  private static final List<String> IN_GUESTS =
      List.of("ac1ad47f-984b-4441-9274-c9079b7a0666", "cbc0f52f-05aa-492b-bdc1-84b575ca294b");

  @TempDir private Path work;

  @Test
  void testsInGuestsAreSkippedUnlessGuestsCanBeReached() throws IOException {
    assertThat(plan()).containsOnly("skipped(no-guest-access)");
    assertThat(plan("--guest-ssh", "cirros")).containsOnly("run");
  }

  private List<String> plan(String... options) throws IOException {
    Said said = onACloud(List.of("plan", "--format", "json", "--service", "compute"), options);

    assertThat(said.code()).as(said.err()).isZero();
    JsonNode tests = new ObjectMapper().readTree(said.out());
    List<String> becomes =
        IN_GUESTS.stream()
            .map(
                id ->
                    tests.findParents("id").stream()
                        .filter(it -> it.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow())
            .map(it -> it.path("becomes").asText())
            .toList();
    assertThat(becomes).hasSize(2);
    return becomes;
  }

  private Said onACloud(List<String> command, String... options) {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      return new Shell(work)
          .with(cloud)
          .run(
              Stream.concat(
                      Stream.concat(command.stream(), Stream.of("--os-cloud", "simulated")),
                      Stream.of(options))
                  .toArray(String[]::new));
    }
  }

  @Test
  void wayIntoGuestsIsADeviationOfTheRun() {
    String words = "guests are logged in to as cirros at port 2222 of the first fixed address";

    Said said =
        onACloud(
            List.of("run", "--service", "identity", "--out", "out"),
            "--guest-ssh",
            "cirros",
            "--guest-port",
            "2222");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    for (String file : List.of("out/plan.json", "out/report.json", "out/report.html")) {
      assertThat(new Shell(work).read(file)).as(file).contains("guest-ssh", words);
    }
  }

  @Test
  void runThatLogsInToNoGuestDoesNotDeviate() {
    onACloud(List.of("run", "--service", "identity", "--out", "out"));

    assertThat(new Shell(work).read("out/plan.json")).contains("\"deviations\" : [ ]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --guest-ssh two,words               | --guest-ssh: expected the name of a user but found "two,words"
          --guest-ssh -lroot                   | --guest-ssh: expected the name of a user but found "-lroot"
          --guest-ssh cirros --guest-port 0   | --guest-port: expected 1 to 65535 but found 0
          --guest-port 65536                  | --guest-port: expected 1 to 65535 but found 65536
          --guest-port 2222                   | --guest-port: expected --guest-ssh beside it but found it alone
          """)
  void mistakeIsAnsweredInOneLine(String options, String expected) {
    for (String command : List.of("run", "plan")) {
      Said said = onACloud(List.of(command), options.split(" ", -1));

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .startsWith("defcore: " + expected)
          .endsWith(": see defcore " + command + " --help");
    }
  }
}
