package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clouds that let one in and answer nonsense then: that is an outcome, and the run ends. */
@Timeout(30)
class MisbehavingCloudTest {

  private static final String CALL = "(GET|PUT|POST|PATCH|DELETE|HEAD) /\\S*: .*";

  // Where no test creates anything: whether that is gone again nobody could tell from such answers.
  private static final String READING =
      "test_api_discovery,test_catalog,test_projects,test_versions.,test_extensions.,test_tokens";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path work;

  @Test
  void eachTestThatMetNonsenseSaysWhichCall() throws IOException {
    Map<String, String> defects = new TreeMap<>();
    defects.put("e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59", "compute.flavors.list.content=html");
    defects.put(
        "a8333aa2-205c-449f-a828-d38c2489bf25", "compute.availability-zones.list.content=endless");
    defects.put("6c0a0990-43b6-4529-9b61-5fd8daf7c55c", "compute.versions.list.content=half");
    defects.put("86128d46-e170-4644-866a-cc487f699e1d", "identity.projects.list.silent");
    defects.put("77838fc4-b49b-4c64-9533-166762517369", "volume.versions.list.status=500");
    defects.put("56b57ced-22b8-4127-9b8a-565dfb0207e2", "identity.catalog.show.redirect");
    defects.put("622b925c-479f-4736-860d-adeaf13bc371", "image.schemas.image.content=empty");

    Said said = run(List.copyOf(defects.values()), "--test", String.join(",", defects.keySet()));

    assertThat(said.code()).as(said.err()).isEqualTo(1);
    List<JsonNode> outcomes = outcomes();
    assertThat(outcomes).hasSize(defects.size()).allSatisfy(MisbehavingCloudTest::failsInOneLine);
    assertThat(reason(outcomes, "a8333aa2-205c-449f-a828-d38c2489bf25"))
        .contains("expected an answer of at most 16 MiB but found an answer longer than 16 MiB");
    assertThat(reason(outcomes, "56b57ced-22b8-4127-9b8a-565dfb0207e2"))
        .endsWith("expected at most 5 redirects but found more than 5 redirects");
    assertThat(work.resolve("out/report.html")).isNotEmptyFile();
    assertThat(said.out()).contains("simulated: not-conformant under guideline 2020.06");
  }

  @Test
  void cloudThatFailsEveryCallButTheLoginIsNotConformant() throws IOException {
    Said said = run(allButLogin(".status=500"), "--test", READING);

    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(outcomes())
        .filteredOn(it -> it.path("outcome").asText().equals("failed"))
        .hasSizeGreaterThan(8)
        .allSatisfy(MisbehavingCloudTest::failsInOneLine);
    assertThat(work.resolve("out/report.json")).isNotEmptyFile();
  }

  @Test
  void cloudThatAnswersNothingButTheLoginEstablishesNothing() throws IOException {
    Said said = run(allButLogin(".silent"), "--test", READING);

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(outcomes())
        .filteredOn(it -> it.path("outcome").asText().equals("blocked"))
        .hasSizeGreaterThan(8)
        .allSatisfy(it -> assertThat(it.path("reason").asText()).startsWith("cannot tell: GET "));
    assertThat(outcomes()).noneMatch(it -> it.path("outcome").asText().equals("failed"));
    assertThat(said.out()).contains("simulated: inconclusive under guideline 2020.06");
  }

  @Test
  void resourcesThatNobodyCanTellToBeGoneAreLeftBehind() throws IOException {
    Said said = run(allButLogin(".status=500"), "--service", "image");

    assertThat(said.code()).as(said.err()).isEqualTo(5);
    assertThat(said.err())
        .contains("left behind: image defcore-")
        .endsWith("remove it with: defcore cleanup " + work.resolve("out") + "\n");
  }

  @Test
  void serviceThatIsNotInTheCatalogueIsSkippedAndNothingIsEstablished() throws IOException {
    Said said = run(List.of("identity.tokens.create.drop=/token/catalog/0"), "--service", "image");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(outcomes())
        .filteredOn(it -> !it.path("outcome").asText().equals("not-implemented"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.path("outcome").asText()).isEqualTo("skipped");
              assertThat(it.path("code").asText()).isEqualTo("no-service");
              assertThat(it.path("reason").asText()).isEqualTo("the cloud offers no service image");
            });
    assertThat(said.out()).contains("simulated: inconclusive under guideline 2020.06");
  }

  @Test
  void emptyCatalogueIsNoCloud() {
    Said said = run(List.of("identity.tokens.create.set=/token/catalog:[]"));

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine()).startsWith("defcore: cloud 'simulated': ").contains("catalogue");
    assertThat(work.resolve("out")).doesNotExist();
  }

  private Said run(List<String> defects, String... more) {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withDefects(defects))) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "run --os-cloud simulated --guideline 2020.06 --wait 2 --out out".split(" ")));
      arguments.addAll(List.of(more));
      return new Shell(work).with(cloud).run(arguments.toArray(String[]::new));
    }
  }

  private static List<String> allButLogin(String defect) {
    return SimulatedCloud.operations().stream()
        .filter(it -> !it.equals("identity.tokens.create"))
        .map(it -> it + defect)
        .toList();
  }

  private List<JsonNode> outcomes() throws IOException {
    List<JsonNode> outcomes = new ArrayList<>();
    for (String line : new Shell(work).read("out/outcomes.jsonl").lines().toList()) {
      JsonNode node = JSON.readTree(line);
      if (node.has("outcome")) {
        outcomes.add(node);
      }
    }
    return outcomes;
  }

  private static String reason(List<JsonNode> outcomes, String id) {
    return outcomes.stream()
        .filter(it -> it.path("id").asText().equals(id))
        .map(it -> it.path("reason").asText())
        .findFirst()
        .orElseThrow();
  }

  private static void failsInOneLine(JsonNode outcome) {
    assertThat(outcome.path("outcome").asText()).isIn("failed", "error", "blocked");
    assertThat(outcome.path("reason").asText()).matches(CALL);
  }
}
